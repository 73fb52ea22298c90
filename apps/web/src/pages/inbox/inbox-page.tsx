import '../../parts/by-day.css';
import './inbox.css';

import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';

import { markInboxRead } from '../../api/commands.js';
import { inboxQuery, rows } from '../../api/queries.js';
import { useWords } from '../../i18n/index.js';
import { FreshnessLine } from '../../parts/freshness-line.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { InboxList } from './inbox-list.js';

const SHOWN = ['all', 'unread'] as const;

export default function InboxPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const shown = SHOWN.find((one) => one === params.get('show')) ?? 'all';
  const inbox = useInfiniteQuery(inboxQuery(shown === 'unread'));
  const queries = useQueryClient();
  const mark = useMutation({
    mutationFn: markInboxRead,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  });
  useTitle(t('inbox.title'));
  const items = rows(inbox.data);
  const newest = inbox.data?.pages.at(-1);
  const unread = newest?.unread ?? 0;
  const [first] = items;
  return (
    <div className="page">
      <div className="lists-head">
        <h1 className="page-title">{t('inbox.title')}</h1>
        {newest ? <FreshnessLine freshness={newest.freshness} /> : null}
      </div>
      <div className="inbox-tools">
        <div className="inbox-shown" role="group" aria-label={t('inbox.shown')}>
          {SHOWN.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === shown}
              onClick={() => setParams(one === 'all' ? {} : { show: one }, { replace: true })}
            >
              {t(`inbox.${one}`)}
              {one === 'unread' && unread > 0 ? ` (${String(unread)})` : ''}
            </button>
          ))}
        </div>
        {unread > 0 && first ? (
          // The list is of one moment: what came since stays unread.
          <Button size="small" loading={mark.isPending} onClick={() => mark.mutate({ until: first.at })}>
            {t('inbox.readAll')}
          </Button>
        ) : null}
      </div>
      {mark.isError ? <ProblemNotice error={mark.error} retry={() => mark.reset()} /> : null}
      {inbox.isPending ? <Skeleton lines={6} /> : null}
      {inbox.isError && !newest ? (
        <ProblemNotice error={inbox.error} retry={() => void inbox.refetch()} />
      ) : null}
      {newest && items.length === 0 ? (
        <Notice title={t(`inbox.none.${shown}`)} detail={t('inbox.noneDetail')} />
      ) : null}
      <InboxList items={items} onRead={(item) => mark.mutate({ items: [item] })} />
      {inbox.hasNextPage ? (
        <Button block loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {t('common.more')}
        </Button>
      ) : null}
    </div>
  );
}
