import './comments.css';

import { useState } from 'react';

import type { Comment } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import type { Shown } from '../shown.js';
import { CommentForm } from './comment-form.js';
import { Thread } from './thread.js';
import { useSides } from './use-sides.js';

interface SectionCommentsProps {
  readonly shown: Shown;
  /** Absent: those on the letter as a whole. */
  readonly sectionId?: string;
  readonly heading: string;
}

/** The conversations about a section: open ones to be read, resolved ones to be opened. */
export function SectionComments({ shown, sectionId, heading }: SectionCommentsProps) {
  const { t } = useWords();
  const [quote, setQuote] = useState<string>();
  const maySay = useSides('add-comment').length > 0;
  const { comments = [], sections } = shown.agreement;
  const known = sections.map((section) => section.sectionId);
  const about = comments.filter((comment) => isAbout(comment, sectionId, known));
  const open = about.filter(({ resolved }) => !resolved);
  const resolved = about.filter((comment) => comment.resolved);
  if (about.length === 0 && !maySay) return null;
  return (
    <div className="comments" aria-label={t('drafting.comments')} role="group">
      {open.map((comment) => (
        <Thread key={comment.commentId} shown={shown} comment={comment} />
      ))}
      {resolved.length > 0 ? (
        <details>
          <summary>{t('drafting.resolved', { count: resolved.length })}</summary>
          {resolved.map((comment) => (
            <Thread key={comment.commentId} shown={shown} comment={comment} />
          ))}
        </details>
      ) : null}
      {maySay && quote === undefined ? (
        <button
          type="button"
          className="link-button comments-begin"
          aria-label={t('drafting.commentOn', { section: heading })}
          // What is marked is gone once the button has been pressed.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => setQuote(markedText())}
        >
          {t('drafting.comment')}
        </button>
      ) : null}
      {quote === undefined ? null : (
        <CommentForm
          shown={shown}
          {...(sectionId !== undefined && { sectionId })}
          quote={quote}
          onClose={() => setQuote(undefined)}
        />
      )}
    </div>
  );
}

const MAX_QUOTE = 500;

const markedText = (): string => (window.getSelection()?.toString().trim() ?? '').slice(0, MAX_QUOTE);

/** One whose section is gone is about the letter. */
function isAbout(
  { replyTo, sectionId }: Comment,
  wanted: string | undefined,
  known: readonly string[],
): boolean {
  const place = sectionId !== undefined && known.includes(sectionId) ? sectionId : undefined;
  return replyTo === undefined && place === wanted;
}
