import { useState } from 'react';

import type { Comment } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { Dot } from '../../../parts/dot.js';
import { useProblemSentence } from '../../../parts/notice.js';
import { Ago } from '../../../parts/times.js';
import { useActions } from '../actions/actions-context.js';
import type { Shown } from '../shown.js';
import { useCommand } from '../use-command.js';
import { CommentForm } from './comment-form.js';
import { DESK, onSide, useSideName, useSides } from './use-sides.js';

interface ThreadProps {
  readonly shown: Shown;
  /** The one that began it. */
  readonly comment: Comment;
}

export function Thread({ shown, comment }: ThreadProps) {
  const { t, local } = useWords();
  const { comments = [] } = shown.agreement;
  const nameOf = useSideName(shown.agreement.parties);
  const answers = comments.filter(({ replyTo }) => replyTo === comment.commentId);
  const { resolved, audience, owner } = comment;
  const readBy = audience === 'coordinators' && owner === DESK ? 'own-side' : audience;
  return (
    <article className="thread" data-resolved={resolved !== undefined}>
      <p className="thread-audience" data-audience={comment.audience}>
        {t(`drafting.readBy.${readBy}`, { side: nameOf(comment.owner) })}
        {comment.textHash === shown.agreement.textHash ? null : (
          <>
            <Dot />
            {t('drafting.earlierText')}
          </>
        )}
      </p>
      {comment.quote ? <blockquote>{comment.quote}</blockquote> : null}
      <Said shown={shown} comment={comment} />
      {answers.map((answer) => (
        <Said key={answer.commentId} shown={shown} comment={answer} />
      ))}
      {resolved ? (
        <p className="label">{t('drafting.resolvedBy', { who: local(shown.names[resolved.by]) })}</p>
      ) : null}
      <ThreadButtons shown={shown} comment={comment} />
    </article>
  );
}

function Said({ shown, comment }: ThreadProps) {
  const { t, local } = useWords();
  const { can, open } = useActions();
  const nameOf = useSideName(shown.agreement.parties);
  const { commentId, text } = comment;
  return (
    <div className="said">
      <p className="label">
        <strong>{local(shown.names[comment.by])}</strong>
        <Dot />
        {nameOf(comment.side)}
        <Dot />
        <Ago at={comment.at} zone={shown.zone} />
        {can('retract-entry', { commandId: commentId }) ? (
          <button
            type="button"
            className="link-button"
            onClick={() => open('retract-entry', { commandId: commentId, line: text ?? '' })}
          >
            {t('drafting.takeBack')}
          </button>
        ) : null}
      </p>
      <p className="said-text">{text ?? t('agreement.erased')}</p>
    </div>
  );
}

function ThreadButtons({ shown, comment }: ThreadProps) {
  const { t } = useWords();
  const [answering, setAnswering] = useState(false);
  const command = comment.resolved ? 'reopen-comment' : 'resolve-comment';
  const settle = useCommand(shown.agreementId, command);
  const sentence = useProblemSentence(settle.error);
  const [side] = useSides(command);
  const mayAnswer = useSides('add-comment').length > 0;
  if (answering) return <CommentForm shown={shown} answered={comment} onClose={() => setAnswering(false)} />;
  return (
    <p className="thread-buttons">
      {mayAnswer && !comment.resolved ? (
        <button type="button" className="link-button" onClick={() => setAnswering(true)}>
          {t('drafting.reply')}
        </button>
      ) : null}
      {side === undefined ? null : (
        <button
          type="button"
          className="link-button"
          disabled={settle.isPending}
          onClick={() => settle.mutate({ ...onSide(side), commentId: comment.commentId })}
        >
          {comment.resolved ? t('drafting.reopen') : t('drafting.resolve')}
        </button>
      )}
      {settle.error ? <span role="alert">{sentence}</span> : null}
    </p>
  );
}
