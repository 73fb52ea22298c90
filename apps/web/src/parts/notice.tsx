import './notice.css';

import type { ReactNode } from 'react';

import { statusOf, Unreachable } from '../api/problem.js';
import { useWords } from '../i18n/index.js';

interface NoticeProps {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly action?: ReactNode;
  readonly level?: 1 | 2;
}

/** What a page says in place of its content: nothing there, not found, or what went wrong. */
export function Notice({ title, detail, action, level = 2 }: NoticeProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="notice">
      <span className="notice-mark" aria-hidden="true" />
      <Heading className="notice-title">{title}</Heading>
      {detail === undefined ? null : <p className="notice-detail">{detail}</p>}
      {action === undefined ? null : <div className="notice-action">{action}</div>}
    </div>
  );
}

interface ProblemNoticeProps {
  readonly error: Error;
  readonly retry: () => void;
  readonly title?: string;
}

export function ProblemNotice({ error, retry, title }: ProblemNoticeProps) {
  const { t } = useWords();
  const sentence = useProblemSentence(error);
  // Asking again would not help.
  if (statusOf(error) === 403)
    return (
      <div role="alert">
        <Notice title={sentence} />
      </div>
    );
  return (
    <div role="alert">
      <Notice
        title={title ?? t('common.failed')}
        detail={sentence}
        action={
          <button type="button" className="button" onClick={retry}>
            {t('common.retry')}
          </button>
        }
      />
    </div>
  );
}

export function useProblemSentence(error: Error | null | undefined): string {
  const { t } = useWords();
  if (!error) return '';
  if (error instanceof Unreachable) return t('common.unreachable');
  return error.message === '' ? t('common.failed') : error.message;
}
