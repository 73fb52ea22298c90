import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';

import { reminderHistoryQuery } from '../../../api/queries.js';
import { useWords } from '../../../i18n/index.js';
import { Local } from '../../../parts/local.js';
import { ProblemNotice } from '../../../parts/notice.js';
import { Skeleton } from '../../../parts/skeleton.js';
import { DayOf, TimeOf } from '../../../parts/times.js';
import type { Shown } from '../shown.js';

/** What went out, what did not and why, and what people answered: apart, or it would drown what they did. */
export function ReminderHistory({ shown }: { readonly shown: Shown }) {
  const { t } = useWords();
  const history = useInfiniteQuery(reminderHistoryQuery(shown.agreementId));
  const lines = history.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {history.isPending ? <Skeleton lines={6} /> : null}
      {history.isError && !history.data ? (
        <ProblemNotice error={history.error} retry={() => void history.refetch()} />
      ) : null}
      {history.data && lines.length === 0 ? <p className="quiet">{t('history.noReminders')}</p> : null}
      <ol className="history-lines">
        {lines.map(({ commandId, recordedAt, title, actor }) => (
          <li key={commandId} className="history-line">
            <p className="history-when">
              <DayOf at={recordedAt} zone={shown.zone} />
              <TimeOf at={recordedAt} zone={shown.zone} />
            </p>
            <div className="history-what">
              <p className="history-title">
                <Local text={title} />
              </p>
              <p className="history-who">
                {actor.name ? <Local text={actor.name} /> : t('history.automatic')}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {history.hasNextPage ? (
        <Button loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
    </>
  );
}
