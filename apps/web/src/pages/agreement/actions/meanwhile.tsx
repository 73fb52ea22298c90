import { useInfiniteQuery } from '@tanstack/react-query';

import { historyQuery, rows } from '../../../api/queries.js';
import { useWords } from '../../../i18n/index.js';
import { Local } from '../../../parts/local.js';

interface MeanwhileProps {
  readonly agreementId: string;
  readonly seenRevision: number;
}

/** What was written after the state the reader decided upon. */
export function Meanwhile({ agreementId, seenRevision }: MeanwhileProps) {
  const { t } = useWords();
  const history = useInfiniteQuery(historyQuery(agreementId));
  const news = rows(history.data).filter(({ events }) =>
    events.some(({ revision }) => revision > seenRevision),
  );
  if (news.length === 0) return null;
  return (
    <>
      <p>{t('form.conflictMeanwhile')}</p>
      <ul className="meanwhile">
        {news.map((line) => (
          <li key={line.commandId}>
            <Local text={line.title} />
          </li>
        ))}
      </ul>
    </>
  );
}
