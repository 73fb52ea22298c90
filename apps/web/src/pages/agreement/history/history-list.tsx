import './history.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';

import { historyQuery } from '../../../api/queries.js';
import { useWords } from '../../../i18n/index.js';
import { LaterEntriesLeftOut } from '../../../parts/left-out.js';
import { ProblemNotice } from '../../../parts/notice.js';
import { Skeleton } from '../../../parts/skeleton.js';
import type { Replay } from '../replay/use-replay.js';
import type { Shown } from '../shown.js';
import { HistoryItem } from './history-item.js';
import { ReminderHistory } from './reminder-history.js';

interface HistoryListProps {
  readonly shown: Shown;
  readonly replay: Replay;
}

export function HistoryList(props: HistoryListProps) {
  const { t } = useWords();
  const [of, choose] = useState<'work' | 'reminders'>('work');
  return (
    <section className="history" aria-labelledby="history-title">
      <div className="history-head">
        <h2 id="history-title" className="section-title">
          {t('history.title')}
        </h2>
        <Radio.Group
          size="small"
          optionType="button"
          value={of}
          aria-labelledby="history-title"
          options={(['work', 'reminders'] as const).map((value) => ({
            value,
            label: t(`history.of.${value}`),
          }))}
          onChange={(event) => choose(event.target.value as typeof of)}
        />
      </div>
      {of === 'work' ? <WorkHistory {...props} /> : <ReminderHistory shown={props.shown} />}
    </section>
  );
}

function WorkHistory({ shown, replay }: HistoryListProps) {
  const { t } = useWords();
  const history = useInfiniteQuery(historyQuery(shown.agreementId));
  return (
    <>
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
    </>
  );
}
