import { Link } from 'react-router';

import type { DeadlineRow } from '../../api/types.js';
import { dayText } from '../../format/days.js';
import { useWords } from '../../i18n/index.js';
import { useWhat } from '../../parts/deadline-words.js';
import type { MonthDay } from './month-days.js';

interface MonthGridProps {
  readonly days: readonly MonthDay[];
  readonly due: readonly DeadlineRow[];
  readonly today: string;
}

/** A week to a line; on a phone the days on which something is due, or that are out of the ordinary. */
export function MonthGrid({ days, due, today }: MonthGridProps) {
  const { language } = useWords();
  const byDay = Map.groupBy(due, ({ localDate }) => localDate);
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    weekday: 'short',
    timeZone: 'UTC',
  });
  return (
    <>
      <div className="month-weekdays" aria-hidden="true">
        {Array.from({ length: 7 }, (_, index) => (
          // 5 January 2026 is a Monday.
          <span key={index}>{weekday.format(new Date(Date.UTC(2026, 0, 5 + index)))}</span>
        ))}
      </div>
      <ol className="month-days sheet">
        {days.map((day, index) => (
          <Day
            key={day.date}
            day={day}
            due={byDay.get(day.date) ?? []}
            isToday={day.date === today}
            isFirst={index === 0}
          />
        ))}
      </ol>
    </>
  );
}

interface DayProps {
  readonly day: MonthDay;
  readonly due: readonly DeadlineRow[];
  readonly isToday: boolean;
  readonly isFirst: boolean;
}

function Day({ day: { date, look, name, weekday }, due, isToday, isFirst }: DayProps) {
  const { t, local, language } = useWords();
  const kind =
    look === 'off' || look === 'made-up' ? t(look === 'off' ? 'calendars.off' : 'calendars.madeUp') : '';
  return (
    <li
      className="month-day"
      data-day={look}
      data-today={isToday}
      data-empty={due.length === 0 && name === null && !isToday}
      aria-current={isToday ? 'date' : undefined}
      style={isFirst ? { gridColumnStart: weekday } : undefined}
    >
      <p className="month-date">
        <time dateTime={date}>
          <span className="month-number" aria-hidden="true">
            {Number(date.slice(8))}
          </span>
          <span className="month-long">{dayText(date, language)}</span>
        </time>
        {name === null ? null : (
          <span className="month-name" title={kind}>
            {local(name)}
            <span className="month-kind"> · {kind}</span>
          </span>
        )}
      </p>
      {due.length === 0 ? null : (
        <ul>
          {due.map((row) => (
            <Due key={`${row.agreementId} ${row.deadlineId}`} row={row} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Due({ row }: { readonly row: DeadlineRow }) {
  const { t, local } = useWords();
  const what = useWhat(row);
  const light = t(`deadlines.light.${row.light.reason}`);
  return (
    <li className="month-due" data-light={row.light.colour}>
      <Link to={`/agreements/${row.agreementId}`} title={`${what}, ${local(row.title)}: ${light}`}>
        <span className="deadline-lamp" role="img" aria-label={light} />
        <span>
          {row.number ?? t('board.noNumber')} {what}
          {row.provisional ? <abbr title={t('due.provisional')}> {t('due.provisionalShort')}</abbr> : null}
        </span>
      </Link>
    </li>
  );
}
