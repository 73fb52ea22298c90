import '../../parts/by-day.css';
import './my-work.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';

import { myWorkQuery, rows, type WorkList } from '../../api/queries.js';
import { useWords } from '../../i18n/index.js';
import { FreshnessLine } from '../../parts/freshness-line.js';
import { LettersLeftOut } from '../../parts/left-out.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useTitle } from '../../parts/use-title.js';
import { WorkByDay } from './work-by-day.js';
import { WorkTasks } from './work-tasks.js';

export default function MyWorkPage() {
  const { t } = useWords();
  const { list, choose } = useChosenList();
  const work = useInfiniteQuery(myWorkQuery(list));
  const newest = work.data?.pages.at(-1);
  const found = rows(work.data);
  useTitle(t('work.title'));
  return (
    <div className="page work">
      <div className="lists-head">
        <h1 className="page-title">{t('work.title')}</h1>
        {newest ? <FreshnessLine freshness={newest.freshness} /> : null}
      </div>
      <LettersLeftOut count={newest?.parked} />
      <WorkTasks tasks={newest?.tasks ?? []} />
      <div className="counted-lists" role="group" aria-label={t('work.lists')}>
        {(['owed', 'awaited'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={one === list} onClick={() => choose(one)}>
            <span className="counted-number">{newest?.counts[one] ?? '–'}</span>
            <span>{t(`work.${one}`)}</span>
            {one === 'owed' && newest && newest.counts.late > 0 ? (
              <span className="late">{t('work.late', { count: newest.counts.late })}</span>
            ) : null}
          </button>
        ))}
      </div>
      {work.isError && !newest ? (
        <ProblemNotice error={work.error} retry={() => void work.refetch()} />
      ) : null}
      {work.isPending ? <Skeleton lines={8} /> : null}
      {newest?.total === 0 ? (
        <Notice
          title={t(`work.none.${list}`)}
          detail={t(`work.noneDetail.${list}`)}
          action={<Link to="/">{t('common.toBoard')}</Link>}
        />
      ) : null}
      <section aria-label={t(`work.${list}`)} aria-busy={work.isPlaceholderData}>
        <WorkByDay rows={found} list={list} />
        {work.hasNextPage ? (
          <Button block loading={work.isFetchingNextPage} onClick={() => void work.fetchNextPage()}>
            {t('common.more')}
          </Button>
        ) : null}
      </section>
    </div>
  );
}

/** The address says which list is shown. */
function useChosenList(): { readonly list: WorkList; readonly choose: (list: WorkList) => void } {
  const [params, setParams] = useSearchParams();
  return {
    list: params.get('list') === 'awaited' ? 'awaited' : 'owed',
    choose: (list) => setParams(list === 'owed' ? {} : { list }, { replace: true }),
  };
}
