import './month.css';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';

import {
  calendarsQuery,
  calendarYearQuery,
  monthDeadlinesQuery,
  rows,
  type DeadlinesFilter,
} from '../../api/queries.js';
import { HOME_ZONE, localDay } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { Local } from '../../parts/local.js';
import { ProblemNotice } from '../../parts/notice.js';
import { useNow } from '../../parts/use-now.js';
import { daysOfMonth, monthAfter } from './month-days.js';
import { MonthGrid } from './month-grid.js';

/** The first one is the coordinating department's. */
const CALENDAR = 'cn';
/** Of deadlines at once; more of one month nobody looks through day by day. */
const MOST_PAGES = 5;

/** What is due, by the days of a month: which of them are worked, made up, off, or not published yet. */
export function DeadlinesMonth({ filter }: { readonly filter: DeadlinesFilter }) {
  const { t, language } = useWords();
  const today = localDay(useNow(), HOME_ZONE);
  const { month, choose } = useMonth(today.slice(0, 7));
  const year = Number(month.slice(0, 4));
  const deadlines = useInfiniteQuery(monthDeadlinesQuery(filter, month));
  const calendar = useQuery({ ...calendarYearQuery(CALENDAR, year), placeholderData: keepPreviousData });
  const calendars = useQuery(calendarsQuery);
  const { hasNextPage, isFetchingNextPage, fetchNextPage, data } = deadlines;
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && pages < MOST_PAGES) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, pages]);
  const title = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
  const days = daysOfMonth(month, calendar.data?.year === year ? calendar.data.days : []);
  const standing = calendar.data?.year === year ? calendar.data.standing : 'official';
  const line = calendars.data?.items.find(({ id }) => id === CALENDAR);
  return (
    <section aria-label={t('deadlines.month.label')}>
      <div className="month-head">
        <button
          type="button"
          onClick={() => choose(monthAfter(month, -1))}
          aria-label={t('deadlines.month.before')}
        >
          ←
        </button>
        <h2 aria-live="polite">{title}</h2>
        <button
          type="button"
          onClick={() => choose(monthAfter(month, 1))}
          aria-label={t('deadlines.month.after')}
        >
          →
        </button>
        <button type="button" onClick={() => choose(today.slice(0, 7))}>
          {t('deadlines.month.today')}
        </button>
        <p className="month-legend">
          {line ? <Local text={line.name} /> : null}
          <span data-day="off">{t('calendars.off')}</span>
          <span data-day="made-up">{t('calendars.madeUp')}</span>
          <span data-day="weekend">{t('calendars.weekend')}</span>
        </p>
      </div>
      {standing === 'official' ? null : <p className="month-note">{t(`calendars.note.${standing}`)}</p>}
      {deadlines.isError && !data ? (
        <ProblemNotice error={deadlines.error} retry={() => void deadlines.refetch()} />
      ) : null}
      <MonthGrid days={days} due={rows(data)} today={today} />
      {hasNextPage && pages >= MOST_PAGES ? (
        <p className="quiet">
          {t('deadlines.month.more', { count: (data?.pages[0]?.total ?? 0) - rows(data).length })}
        </p>
      ) : null}
    </section>
  );
}

function useMonth(current: string): { readonly month: string; readonly choose: (month: string) => void } {
  const [params, setParams] = useSearchParams();
  const asked = params.get('month') ?? '';
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : current;
  return {
    month,
    choose(next) {
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          after.set('month', next);
          return after;
        },
        { replace: true },
      );
    },
  };
}
