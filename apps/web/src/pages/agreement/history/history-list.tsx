import './history.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';

import { historyQuery } from '../../../api/queries.js';
import { useWords } from '../../../i18n/index.js';
import { LaterEntriesLeftOut } from '../../../parts/left-out.js';
import { ProblemNotice } from '../../../parts/notice.js';
import { Skeleton } from '../../../parts/skeleton.js';
import type { Replay } from '../replay/use-replay.js';
import type { Shown } from '../shown.js';
import { HistoryItem } from './history-item.js';

interface HistoryListProps {
  readonly shown: Shown;
  readonly replay: Replay;
}

export function HistoryList({ shown, replay }: HistoryListProps) {
  const { t } = useWords();
  const history = useInfiniteQuery(historyQuery(shown.agreementId));
  return (
    <section className="history" aria-labelledby="history-title">
      <h2 id="history-title" className="section-title">
        {t('history.title')}
      </h2>
      <LaterEntriesLeftOut freshness={history.data?.pages.at(0)?.freshness} />
      {history.isPending ? <Skeleton lines={6} /> : null}
      {history.isError && !history.data ? (
        <ProblemNotice error={history.error} retry={() => void history.refetch()} />
      ) : null}
      {history.data && replay.lines.length === 0 ? <p className="quiet">{t('history.empty')}</p> : null}
      <ol className="history-lines">
        {replay.lines.map((line) => (
          <HistoryItem key={line.commandId} line={line} shown={shown} replay={replay} />
        ))}
      </ol>
      {history.hasNextPage ? (
        <Button loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
    </section>
  );
}
