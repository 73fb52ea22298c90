import type { Calendar } from './calendar.js';
import { plainDate } from './plain-date.js';
import { SATURDAY_AND_SUNDAY } from './working-days.js';

/** More than fifty years hold; together they stay below an event's size. */
export const MAX_CALENDAR_DAYS = 1_500;
const MAX_YEARS = 50;

export type CalendarFaultCode =
  | 'no-date'
  | 'range-reversed'
  | 'range-too-long'
  | 'too-many-days'
  | 'day-twice'
  | 'day-outside-range'
  | 'weekday-unknown'
  | 'no-working-day'
  | 'closure-is-working-day'
  | 'make-up-day-no-weekend'
  | 'year-half-covered';

/** What is wrong with a calendar, and where. */
export interface CalendarFault {
  readonly code: CalendarFaultCode;
  /** JSON pointer (RFC 6901) into the calendar. */
  readonly pointer: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

type Checked = Omit<Calendar, 'id' | 'version'>;

/** Every fault at once; none: every due date can be computed with it. */
export function checkCalendar(calendar: Checked): readonly CalendarFault[] {
  const range = rangeFaults(calendar);
  const rest = range.length > 0 ? [] : [...halfYearFaults(calendar), ...dayFaults(calendar)];
  return [...range, ...weekendFaults(calendar), ...rest];
}

function rangeFaults({ publishedFrom, publishedTo }: Checked): CalendarFault[] {
  const faults = (['publishedFrom', 'publishedTo'] as const)
    .filter((member) => !isDate({ publishedFrom, publishedTo }[member]))
    .map((member): CalendarFault => ({ code: 'no-date', pointer: `/${member}` }));
  if (faults.length > 0) return faults;
  if (publishedTo < publishedFrom)
    return [{ code: 'range-reversed', pointer: '/publishedTo', facts: { publishedFrom } }];
  const latest = plainDate(publishedFrom).add({ years: MAX_YEARS }).toString();
  return publishedTo > latest ? [{ code: 'range-too-long', pointer: '/publishedTo', facts: { latest } }] : [];
}

function weekendFaults({ weekend = [] }: Checked): CalendarFault[] {
  const unknown = weekend.findIndex((day) => !Number.isInteger(day) || day < 1 || day > 7);
  if (unknown >= 0)
    return [{ code: 'weekday-unknown', pointer: `/weekend/${unknown}`, facts: { from: 1, to: 7 } }];
  return new Set(weekend).size === 7 ? [{ code: 'no-working-day', pointer: '/weekend' }] : [];
}

/** A year that is half there looks official and is not. */
function halfYearFaults({ kind, publishedFrom, publishedTo }: Checked): CalendarFault[] {
  if (kind === 'closures') return [];
  const code = 'year-half-covered';
  return [
    ...(publishedFrom.endsWith('-01-01') ? [] : [{ code, pointer: '/publishedFrom' } as const]),
    ...(publishedTo.endsWith('-12-31') ? [] : [{ code, pointer: '/publishedTo' } as const]),
  ];
}

function dayFaults({
  days,
  kind,
  weekend = SATURDAY_AND_SUNDAY,
  publishedFrom,
  publishedTo,
}: Checked): CalendarFault[] {
  if (days.length > MAX_CALENDAR_DAYS)
    return [{ code: 'too-many-days', pointer: '/days', facts: { most: MAX_CALENDAR_DAYS } }];
  const seen = new Map<string, number>();
  return days.flatMap((day, index): CalendarFault[] => {
    const pointer = `/days/${index}`;
    const first = seen.get(day.date);
    seen.set(day.date, first ?? index);
    if (!isDate(day.date)) return [{ code: 'no-date', pointer: `${pointer}/date` }];
    if (first !== undefined)
      return [{ code: 'day-twice', pointer, facts: { date: day.date, first: `/days/${first}` } }];
    if (day.date < publishedFrom || day.date > publishedTo)
      return [
        { code: 'day-outside-range', pointer: `${pointer}/date`, facts: { publishedFrom, publishedTo } },
      ];
    if (day.kind !== 'make-up-working-day') return [];
    if (kind === 'closures') return [{ code: 'closure-is-working-day', pointer: `${pointer}/kind` }];
    return weekend.includes(plainDate(day.date).dayOfWeek)
      ? []
      : [{ code: 'make-up-day-no-weekend', pointer: `${pointer}/kind`, facts: { date: day.date } }];
  });
}

function isDate(text: string): boolean {
  try {
    plainDate(text);
    return true;
  } catch {
    return false;
  }
}
