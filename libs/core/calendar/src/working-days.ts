import type { Calendar, CalendarDay, DayStatus } from './calendar.js';
import { plainDate } from './plain-date.js';
import { statutoryDaysOfChina } from './statutory-days.js';

export interface WorkingDay {
  /** YYYY-MM-DD */
  readonly date: string;
  /** Some day on the way to it, or it itself, lies outside the published range. */
  readonly provisional: boolean;
}

/** More than any term in working days (40 years); stops a mistyped number from counting for minutes. */
export const MAX_WORKING_DAYS = 10_000;

type StatutoryDays = (year: number) => ReadonlyMap<string, CalendarDay['name']>;

/** What is known of a calendar beyond its published range; other calendars have their weekends only. */
const STATUTORY_DAYS: Readonly<Record<string, StatutoryDays>> = { cn: statutoryDaysOfChina };

const knownDays = new WeakMap<Calendar, ReadonlyMap<string, CalendarDay>>();

/** Throws RangeError when `date` is no date. */
export function dayStatus(calendar: Calendar, date: string): DayStatus {
  return statusOf(calendar, plainDate(date));
}

/**
 * The day that is `count` working days after `date`, which itself does not count. Zero is the day itself, working or
 * not; a negative count goes backward. Throws RangeError on a count that is no whole number within MAX_WORKING_DAYS.
 */
export function addWorkingDays(calendar: Calendar, date: string, count: number): WorkingDay {
  if (!Number.isSafeInteger(count) || Math.abs(count) > MAX_WORKING_DAYS) {
    throw new RangeError(
      `${String(count)} is no whole number of working days up to ${String(MAX_WORKING_DAYS)}`,
    );
  }
  const step = count < 0 ? -1 : 1;
  let day = plainDate(date);
  let provisional = false;
  for (let left = Math.abs(count); left > 0;) {
    day = day.add({ days: step });
    const status = statusOf(calendar, day);
    provisional ||= status.provisional;
    if (status.working) left -= 1;
  }
  return { date: day.toString(), provisional: provisional || statusOf(calendar, day).provisional };
}

/** The day that is `count` working days before `date`, which itself does not count. */
export function subtractWorkingDays(calendar: Calendar, date: string, count: number): WorkingDay {
  return addWorkingDays(calendar, date, -count);
}

/** `date`, or the first working day after it: where a task goes that falls on a day off. */
export function nextWorkingDay(calendar: Calendar, date: string): WorkingDay {
  return dayStatus(calendar, date).working
    ? addWorkingDays(calendar, date, 0)
    : addWorkingDays(calendar, date, 1);
}

/** `date`, or the last working day before it: where a notice date goes, since a day late is too late. */
export function previousWorkingDay(calendar: Calendar, date: string): WorkingDay {
  return dayStatus(calendar, date).working
    ? addWorkingDays(calendar, date, 0)
    : addWorkingDays(calendar, date, -1);
}

function statusOf(calendar: Calendar, day: Temporal.PlainDate): DayStatus {
  const date = day.toString();
  const weekday = day.dayOfWeek <= 5;
  if (date >= calendar.publishedFrom && date <= calendar.publishedTo) {
    const listed = daysOf(calendar).get(date);
    return listed
      ? { working: listed.kind === 'make-up-working-day', provisional: false, name: listed.name }
      : { working: weekday, provisional: false };
  }
  const name = STATUTORY_DAYS[calendar.id]?.(day.year).get(date);
  return name ? { working: false, provisional: true, name } : { working: weekday, provisional: true };
}

function daysOf(calendar: Calendar): ReadonlyMap<string, CalendarDay> {
  let days = knownDays.get(calendar);
  if (!days) {
    days = new Map(calendar.days.map((day) => [day.date, day]));
    knownDays.set(calendar, days);
  }
  return days;
}
