import { useId, useState, type ReactNode, type SubmitEvent } from 'react';

import type { AnswerByLink, AnswerLinkPage } from '../../api/types.js';
import { useWords } from '../../i18n/index.js';

const MAX_WORD = 500;

interface ChoicesProps {
  readonly link: AnswerLinkPage;
  readonly isPending: boolean;
  readonly onAnswer: (said: AnswerByLink) => void;
}

/** The browser's own fields: nothing more has to be loaded on a phone. */
export function Choices({ link, isPending, onAnswer }: ChoicesProps) {
  const { t } = useWords();
  const { answer, snooze, notTheirsSince } = link;
  const isOnIt = answer?.kind === 'acknowledged' && notTheirsSince === null;
  return (
    <div className="answer-choices">
      {isOnIt ? null : (
        <button
          type="button"
          className="answer-button answer-first"
          disabled={isPending}
          onClick={() => onAnswer({ kind: 'acknowledge' })}
        >
          {t('answer.acknowledge')}
          {link.asked.daysLeft < 0 ? null : <span>{t('answer.acknowledgeHint')}</span>}
        </button>
      )}
      {snooze ? (
        <Choice name={t('answer.snooze')}>
          <Snooze days={snooze} isPending={isPending} onAnswer={onAnswer} />
        </Choice>
      ) : null}
      {notTheirsSince === null ? (
        <Choice name={t('answer.notMine')}>
          <NotMine isPending={isPending} onAnswer={onAnswer} />
        </Choice>
      ) : null}
    </div>
  );
}

function Choice({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <details className="answer-choice" name="answer">
      <summary className="answer-button">{name}</summary>
      {children}
    </details>
  );
}

interface SnoozeProps extends Omit<ChoicesProps, 'link'> {
  readonly days: NonNullable<AnswerLinkPage['snooze']>;
}

function Snooze({ days: { first, last }, isPending, onAnswer }: SnoozeProps) {
  const { t } = useWords();
  const id = useId();
  const [until, setUntil] = useState(first);
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    onAnswer({ kind: 'snooze', until });
  };
  return (
    <form onSubmit={send}>
      <label htmlFor={id}>{t('answer.until')}</label>
      <input
        id={id}
        type="date"
        required
        min={first}
        max={last}
        value={until}
        onChange={({ target }) => setUntil(target.value)}
      />
      <button type="submit" className="button" disabled={isPending}>
        {t('answer.snoozeSend')}
      </button>
    </form>
  );
}

function NotMine({ isPending, onAnswer }: Omit<ChoicesProps, 'link'>) {
  const { t } = useWords();
  const id = useId();
  const [word, setWord] = useState('');
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    onAnswer({ kind: 'not-mine', word: word.trim() });
  };
  return (
    <form onSubmit={send}>
      <label htmlFor={id}>
        {t('answer.word')} <span className="label">{t('common.optional')}</span>
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={MAX_WORD}
        value={word}
        onChange={({ target }) => setWord(target.value)}
      />
      <button type="submit" className="button" disabled={isPending}>
        {t('answer.notMineSend')}
      </button>
    </form>
  );
}
