import type { Calendar, DayStatus } from './calendar.js';
import { plainDate } from './plain-date.js';
import { statutoryDaysOfChina } from './statutory-days.js';
import { dayStatus } from './working-days.js';

export interface CoveredYear {
  readonly year: number;
  /** `partly`: its days are published from a day on, or up to one; `provisional`: none of them are. */
  readonly standing: 'official' | 'partly' | 'provisional';
}

/** From the first year with published days to the year after the last one, and at least to the one after `today`. */
export function coverageOf(calendar: Calendar, today: string): readonly CoveredYear[] {
  const first = plainDate(calendar.publishedFrom).year;
  const last = Math.max(plainDate(calendar.publishedTo).year, plainDate(today).year) + 1;
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    standing: standingOf(calendar, first + index),
  }));
}

export interface YearOfDays extends CoveredYear {
  readonly days: readonly (Pick<DayStatus, 'working' | 'name'> & { readonly date: string })[];
}

/** Every day of a year, as the calendar has it. */
export function yearOf(calendar: Calendar, year: number): YearOfDays {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const days = Array.from({ length: first.daysInYear }, (_, index) => {
    const date = first.add({ days: index }).toString();
    const { working, name } = dayStatus(calendar, date);
    return { date, working, ...(name ? { name } : {}) };
  });
  return { year, standing: standingOf(calendar, year), days };
}

/** From this day on the list of the coming year should be there: the State Council's notice comes in November. */
const EXPECTED_BY = { month: 12, day: 1 };

/** The coming year, when its days should be published by now and are not; closures are never awaited. */
export function yearAwaited(calendar: Calendar, today: string): number | undefined {
  const day = plainDate(today);
  const coming = day.year + 1;
  if (calendar.kind === 'closures' || standingOf(calendar, coming) === 'official') return undefined;
  return Temporal.PlainDate.compare(day, day.with(EXPECTED_BY)) < 0 ? undefined : coming;
}

/** The law of 2025 names the days that every later list must have. */
const LAW_SINCE = 2025;

/** Days that the law itself names off and a list of China calls worked: what was published is then not all there. */
export function statutoryDaysMissing(calendar: Calendar): readonly string[] {
  if (calendar.id !== 'cn') return [];
  const off = new Set(calendar.days.flatMap(({ date, kind }) => (kind === 'holiday' ? [date] : [])));
  const { publishedFrom, publishedTo } = calendar;
  const first = Math.max(plainDate(publishedFrom).year, LAW_SINCE);
  const length = Math.max(plainDate(publishedTo).year - first + 1, 0);
  return Array.from({ length }, (_, index) => [...statutoryDaysOfChina(first + index).keys()])
    .flat()
    .filter((date) => date >= publishedFrom && date <= publishedTo && !off.has(date));
}

function standingOf({ publishedFrom, publishedTo, kind }: Calendar, year: number): CoveredYear['standing'] {
  // What is not listed is open.
  if (kind === 'closures') return 'official';
  const first = `${String(year)}-01-01`;
  const last = `${String(year)}-12-31`;
  if (publishedFrom <= first && publishedTo >= last) return 'official';
  return publishedTo < first || publishedFrom > last ? 'provisional' : 'partly';
}
