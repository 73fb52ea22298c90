import '../../parts/by-day.css';
import './deadlines.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';

import { deadlinesQuery, rows, type DeadlinesFilter } from '../../api/queries.js';
import type { DeadlineKind, DeadlineSpan, Viewer } from '../../api/types.js';
import { hasRole, usePresent } from '../../app/session.js';
import { useWords } from '../../i18n/index.js';
import { FreshnessLine } from '../../parts/freshness-line.js';
import { LettersLeftOut } from '../../parts/left-out.js';
import { Notice, ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useSettled } from '../../parts/use-settled.js';
import { useTitle } from '../../parts/use-title.js';
import { DeadlinesByDay } from './deadlines-by-day.js';
import { DeadlinesMonth } from './deadlines-month.js';
import { DemoClock } from './demo-clock.js';
import { LateReminders } from './late-reminders.js';

const SPANS = ['missed', 'week', 'later'] as const satisfies readonly DeadlineSpan[];
const KINDS = ['stage', 'milestone', 'signed-copy'] as const satisfies readonly DeadlineKind[];
const VIEWS = ['list', 'month'] as const;
const SEARCH_AFTER_MS = 250;

/** The demo's clock leaps: what waited for it to do so was kept by no outage. */
const seesOutages = (viewer: Viewer): boolean =>
  viewer.space !== 'demo' && (hasRole(viewer, 'coordinator') || hasRole(viewer, 'auditor'));

export default function DeadlinesPage() {
  const { t } = useWords();
  const { viewer } = usePresent();
  const { filter, view, choose, show } = useFilter();
  const search = useSettled(filter.search, SEARCH_AFTER_MS);
  const deadlines = useInfiniteQuery(deadlinesQuery({ ...filter, search }));
  const newest = deadlines.data?.pages.at(-1);
  useTitle(t('deadlines.title'));
  return (
    <div className="page deadlines">
      <div className="lists-head">
        <h1 className="page-title">{t('deadlines.title')}</h1>
        {newest ? <FreshnessLine freshness={newest.freshness} /> : null}
      </div>
      <LettersLeftOut count={newest?.parked} />
      {viewer.space === 'demo' && hasRole(viewer, 'coordinator') ? <DemoClock /> : null}
      {seesOutages(viewer) ? <LateReminders /> : null}
      {view === 'month' ? null : (
        <div className="counted-lists" role="group" aria-label={t('deadlines.spans')}>
          {SPANS.map((span) => (
            <button
              key={span}
              type="button"
              data-span={span}
              data-none={newest?.counts[span] === 0}
              aria-pressed={span === filter.when}
              onClick={() => choose({ when: span === filter.when ? undefined : span })}
            >
              <span className="counted-number">{newest?.counts[span] ?? '–'}</span>
              <span>{t(`deadlines.span.${span}`)}</span>
            </button>
          ))}
        </div>
      )}
      <div className="deadlines-views" role="group" aria-label={t('deadlines.views')}>
        {VIEWS.map((one) => (
          <button key={one} type="button" aria-pressed={one === view} onClick={() => show(one)}>
            {t(`deadlines.view.${one}`)}
          </button>
        ))}
      </div>
      <Filters filter={filter} onChange={choose} />
      {deadlines.isError && !newest ? (
        <ProblemNotice error={deadlines.error} retry={() => void deadlines.refetch()} />
      ) : null}
      {view === 'month' ? <DeadlinesMonth filter={{ ...filter, search }} /> : null}
      {deadlines.isPending ? <Skeleton lines={8} /> : null}
      {view === 'list' && newest?.total === 0 ? (
        <Notice title={t(`deadlines.none.${filter.when ?? 'all'}`)} detail={t('deadlines.noneDetail')} />
      ) : null}
      <div aria-busy={deadlines.isPlaceholderData} hidden={view !== 'list'}>
        <DeadlinesByDay rows={rows(deadlines.data)} />
        {deadlines.hasNextPage ? (
          <Button block loading={deadlines.isFetchingNextPage} onClick={() => void deadlines.fetchNextPage()}>
            {t('common.more')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

interface FiltersProps {
  readonly filter: DeadlinesFilter;
  readonly onChange: (part: Partial<DeadlinesFilter>) => void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const { t } = useWords();
  return (
    <div className="deadlines-filters" role="search">
      <Input
        type="search"
        allowClear
        defaultValue={filter.search}
        placeholder={t('deadlines.search')}
        aria-label={t('deadlines.search')}
        onChange={(event) => onChange({ search: event.target.value })}
      />
      <Select
        value={filter.kind ?? null}
        placeholder={t('deadlines.kindLabel')}
        aria-label={t('deadlines.kindLabel')}
        allowClear
        options={KINDS.map((kind) => ({ value: kind, label: t(`deadlines.kind.${kind}`) }))}
        onChange={(kind: DeadlineKind | null | undefined) => onChange({ kind: kind ?? undefined })}
      />
      <button
        type="button"
        className="filter-toggle"
        aria-pressed={filter.mine}
        onClick={() => onChange({ mine: !filter.mine })}
      >
        {t('deadlines.mine')}
      </button>
    </div>
  );
}

/** The address says what is shown, but for the words that are being typed. */
function useFilter(): {
  readonly filter: DeadlinesFilter;
  readonly view: (typeof VIEWS)[number];
  readonly choose: (part: Partial<DeadlinesFilter>) => void;
  readonly show: (view: (typeof VIEWS)[number]) => void;
} {
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState(params.get('search') ?? '');
  const filter: DeadlinesFilter = {
    when: SPANS.find((span) => span === params.get('when')),
    kind: KINDS.find((kind) => kind === params.get('kind')),
    mine: params.get('mine') === 'true',
    search: search.trim(),
  };
  const view = VIEWS.find((one) => one === params.get('view')) ?? 'list';
  const month = params.get('month');
  const choose = (part: Partial<DeadlinesFilter>): void => {
    const next = { ...filter, ...part };
    if (part.search !== undefined) setSearch(part.search);
    setParams(
      {
        ...(next.when && { when: next.when }),
        ...(next.kind && { kind: next.kind }),
        ...(next.mine && { mine: 'true' }),
        ...(next.search !== '' && { search: next.search }),
        ...(view !== 'list' && { view }),
        ...(month !== null && { month }),
      },
      { replace: true },
    );
  };
  const show = (next: (typeof VIEWS)[number]): void => {
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (next === 'list') after.delete('view');
      else after.set('view', next);
      return after;
    });
  };
  return { filter, view, choose, show };
}
