import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { calendarYearQuery } from '../../api/queries.js';
import type { CalendarLine, CalendarYear as Year } from '../../api/types.js';
import { dayText, HOME_ZONE, localDay } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { ProblemNotice } from '../../parts/notice.js';
import { Skeleton } from '../../parts/skeleton.js';
import { useNow } from '../../parts/use-now.js';

type Day = Year['days'][number];

/** One year at a time; what is not published yet says so. */
export function CalendarYear({ line }: { readonly line: CalendarLine }) {
  const { t } = useWords();
  const today = localDay(useNow(), HOME_ZONE);
  const thisYear = Number(today.slice(0, 4));
  const years = line.years.map(({ year }) => year);
  const [chosen, setChosen] = useState(years.includes(thisYear) ? thisYear : (years[0] ?? thisYear));
  const year = useQuery({ ...calendarYearQuery(line.id, chosen), placeholderData: keepPreviousData });
  return (
    <section className="sheet directory-card" aria-label={t('calendars.years')}>
      <div className="year-choice" role="group" aria-label={t('calendars.years')}>
        {line.years.map(({ year: one, standing }) => (
          <button key={one} type="button" aria-pressed={one === chosen} onClick={() => setChosen(one)}>
            {one}
            {standing === 'official' ? null : (
              <span className="year-standing">{t(`calendars.standing.${standing}`)}</span>
            )}
          </button>
        ))}
      </div>
      {year.isPending ? <Skeleton lines={6} /> : null}
      {year.isError && !year.data ? (
        <ProblemNotice error={year.error} retry={() => void year.refetch()} />
      ) : null}
      {year.data ? <Months year={year.data} today={today} /> : null}
    </section>
  );
}

function Months({ year: { year, standing, days }, today }: { readonly year: Year; readonly today: string }) {
  const { t, language } = useWords();
  const months = Map.groupBy(days, ({ date }) => date.slice(0, 7));
  const named = days.filter(({ name }) => name !== null);
  return (
    <>
      {standing === 'official' ? null : <p className="year-note">{t(`calendars.note.${standing}`)}</p>}
      <p className="year-legend">
        <span data-day="off">{t('calendars.off')}</span>
        <span data-day="made-up">{t('calendars.madeUp')}</span>
        <span data-day="weekend">{t('calendars.weekend')}</span>
      </p>
      <div className="year-months" aria-hidden="true">
        {[...months].map(([month, ofMonth]) => (
          <Month key={month} month={month} days={ofMonth} today={today} />
        ))}
      </div>
      <details className="year-list">
        <summary>{t('calendars.daysOf', { year, count: named.length })}</summary>
        <ul>
          {named.map(({ date, working, name }) => (
            <li key={date}>
              {dayText(date, language)}
              {': '}
              {name?.[language]}
              {working ? ` (${t('calendars.madeUp')})` : ''}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface MonthProps {
  readonly month: string;
  readonly days: readonly Day[];
  readonly today: string;
}

function Month({ month, days, today }: MonthProps) {
  const { language } = useWords();
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const first = new Date(`${month}-01T00:00:00Z`);
  const title = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(first);
  return (
    <div className="year-month">
      <h3>{title}</h3>
      <ol>
        {days.map((day, index) => (
          <li
            key={day.date}
            data-day={lookOf(day)}
            data-today={day.date === today}
            title={day.name?.[language]}
            style={index === 0 ? { gridColumnStart: ((first.getUTCDay() + 6) % 7) + 1 } : undefined}
          >
            {Number(day.date.slice(8))}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A day with a name is out of the ordinary: off, or made up. */
function lookOf({ working, name }: Day): 'off' | 'made-up' | 'weekend' | 'work' {
  if (name === null) return working ? 'work' : 'weekend';
  return working ? 'made-up' : 'off';
}
