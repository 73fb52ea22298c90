import type { Calendar, CalendarDay, Calendars, DayStatus } from './calendar.js';
import { plainDate } from './plain-date.js';
import { rememberedIn } from './remembered.js';
import { statutoryDaysOfChina } from './statutory-days.js';

export interface WorkingDay {
  /** YYYY-MM-DD */
  readonly date: string;
  /** Some day on the way to it, or it itself, lies outside the published range. */
  readonly provisional: boolean;
}

/** More than any term in working days (40 years); stops a mistyped number from counting for minutes. */
export const MAX_WORKING_DAYS = 10_000;

/** Calendars that leave no working day in so many years have none in common. */
const MAX_YEARS_OFF = 10;

type StatutoryDays = (year: number) => ReadonlyMap<string, CalendarDay['name']>;

/** What is known of a calendar beyond its published range; other calendars have their weekends only. */
const STATUTORY_DAYS: Readonly<Record<string, StatutoryDays>> = { cn: statutoryDaysOfChina };

const knownDays = new WeakMap<Calendar, ReadonlyMap<string, CalendarDay>>();

/** By how many days, and from which date. */
const countedDays = new WeakMap<Calendars, Map<number, Map<string, WorkingDay>>>();

/** Throws RangeError when `date` is no date. */
export function dayStatus(calendars: Calendars, date: string): DayStatus {
  return statusOf(calendars, plainDate(date));
}

/**
 * The day that is `count` working days after `date`, which itself does not count. Zero is the day itself, working or
 * not; a negative count goes backward. Throws RangeError on a count that is no whole number within MAX_WORKING_DAYS,
 * and when the calendars have no working day in common.
 */
export function addWorkingDays(calendars: Calendars, date: string, count: number): WorkingDay {
  if (!Number.isSafeInteger(count) || Math.abs(count) > MAX_WORKING_DAYS) {
    throw new RangeError(
      `${String(count)} is no whole number of working days up to ${String(MAX_WORKING_DAYS)}`,
    );
  }
  // Of several calendars there may be a new list each time, of one it is the calendar itself that lasts.
  const [only, ...others] = isSeveral(calendars) ? calendars : [calendars];
  const key = only && others.length === 0 ? only : calendars;
  const known = countedDays.get(key) ?? new Map<number, Map<string, WorkingDay>>();
  countedDays.set(key, known);
  const ofCount = rememberedIn(known, count, () => new Map<string, WorkingDay>());
  return rememberedIn(ofCount, date, () => countFrom(calendars, date, count));
}

function countFrom(calendars: Calendars, date: string, count: number): WorkingDay {
  const step = count < 0 ? -1 : 1;
  let day = plainDate(date);
  let provisional = false;
  let off = 0;
  for (let left = Math.abs(count); left > 0;) {
    day = day.add({ days: step });
    const status = statusOf(calendars, day);
    provisional ||= status.provisional;
    off = status.working ? 0 : off + 1;
    if (off > MAX_YEARS_OFF * 366) throw new RangeError('these calendars have no working day in common');
    if (status.working) left -= 1;
  }
  return { date: day.toString(), provisional: provisional || statusOf(calendars, day).provisional };
}

/** The day that is `count` working days before `date`, which itself does not count. */
export function subtractWorkingDays(calendars: Calendars, date: string, count: number): WorkingDay {
  return addWorkingDays(calendars, date, -count);
}

/** `date`, or the first working day after it: where a task goes that falls on a day off. */
export function nextWorkingDay(calendars: Calendars, date: string): WorkingDay {
  return dayStatus(calendars, date).working
    ? addWorkingDays(calendars, date, 0)
    : addWorkingDays(calendars, date, 1);
}

/** `date`, or the last working day before it: where a notice date goes, since a day late is too late. */
export function previousWorkingDay(calendars: Calendars, date: string): WorkingDay {
  return dayStatus(calendars, date).working
    ? addWorkingDays(calendars, date, 0)
    : addWorkingDays(calendars, date, -1);
}

/** How many working days there are from `from` on, before `to`; none when that is no later. */
export function workingDaysIn(calendars: Calendars, from: string, to: string): number {
  const last = plainDate(to);
  let count = 0;
  for (let day = plainDate(from); Temporal.PlainDate.compare(day, last) < 0; day = day.add({ days: 1 }))
    if (count < MAX_WORKING_DAYS && statusOf(calendars, day).working) count += 1;
  return count;
}

/** Whether some day of the week is a working day in each: else there may be none, however far one counts. */
export function haveCommonWeekday(calendars: Calendars): boolean {
  const several = isSeveral(calendars) ? calendars : [calendars];
  const off = several.flatMap(({ kind, weekend = SATURDAY_AND_SUNDAY }) => (kind ? [] : weekend));
  return new Set(off).size < 7;
}

function statusOf(calendars: Calendars, day: Temporal.PlainDate): DayStatus {
  if (!isSeveral(calendars)) return statusIn(calendars, day);
  const statuses = calendars.map((calendar) => statusIn(calendar, day));
  // Whose day off it is gives it its name; a make-up day names it only when nobody is off.
  const named = statuses.find(({ working, name }) => !working && name) ?? statuses.find(({ name }) => name);
  return {
    working: statuses.every(({ working }) => working),
    provisional: statuses.some(({ provisional }) => provisional),
    ...(named?.name ? { name: named.name } : {}),
  };
}

function isSeveral(calendars: Calendars): calendars is readonly Calendar[] {
  return Array.isArray(calendars);
}

export const SATURDAY_AND_SUNDAY: readonly number[] = [6, 7];

function statusIn(calendar: Calendar, day: Temporal.PlainDate): DayStatus {
  const date = day.toString();
  const isClosures = calendar.kind === 'closures';
  const weekday = isClosures || !(calendar.weekend ?? SATURDAY_AND_SUNDAY).includes(day.dayOfWeek);
  const isPublished = date >= calendar.publishedFrom && date <= calendar.publishedTo;
  if (isClosures || isPublished) {
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
