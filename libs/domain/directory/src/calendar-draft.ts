import {
  changesBetween,
  checkCalendar,
  statutoryDaysMissing,
  type Calendar,
  type CalendarFaultCode,
  type DayChange,
} from '@entente/calendar';

import type { LocalText } from './events.js';

/** A list of days as it was found somewhere. */
export interface FoundDays {
  /** Where: a notice, a law, a library with its version. */
  readonly source: string;
  readonly name?: LocalText;
  /** It says all there is for these days; what was published of others stays. Absent: nothing of before stays. */
  readonly years?: { readonly first: number; readonly last: number };
  readonly calendar: Omit<Calendar, 'id' | 'version'>;
  /** Line of the file for each day. */
  readonly lines?: readonly number[];
}

export interface DraftFault {
  readonly code: CalendarFaultCode | 'statutory-day-missing' | 'years-apart' | 'name-missing';
  /** JSON pointer into the calendar. */
  readonly pointer: string;
  /** Of the file, from 1. */
  readonly line?: number;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The next version of a calendar, not published: what it would change, and what is wrong with it. */
export interface CalendarDraft {
  readonly name: LocalText;
  readonly source: string;
  readonly calendar: Calendar;
  readonly changes: readonly DayChange[];
  readonly faults: readonly DraftFault[];
  /** Nothing would be new. */
  readonly same: boolean;
}

export interface KnownCalendar {
  readonly calendar: Calendar;
  readonly name: LocalText;
}

export function draftCalendar(id: string, known: KnownCalendar | undefined, found: FoundDays): CalendarDraft {
  const before = known?.calendar;
  const list = found.years && before ? joined(before, found.calendar) : found.calendar;
  const calendar: Calendar = { ...list, id, version: (before?.version ?? 0) + 1 };
  const changes = changesBetween(before, calendar);
  const name = found.name ?? known?.name ?? {};
  const faults = [
    ...checkCalendar(found.calendar).map((fault) => ({ ...fault, ...lineOf(fault.pointer, found) })),
    ...(found.years && before ? apartFaults(before, found.calendar) : []),
  ];
  return {
    name,
    source: found.source,
    calendar,
    changes,
    faults: faults.length > 0 ? faults : wholeFaults(calendar, name),
    same: before !== undefined && changes.length === 0 && isAsLong(before, calendar),
  };
}

/** The days found, and of before those outside of their range. */
function joined(before: Calendar, found: FoundDays['calendar']): FoundDays['calendar'] {
  const { publishedFrom, publishedTo } = found;
  const kept = before.days.filter(({ date }) => date < publishedFrom || date > publishedTo);
  const { weekend = before.weekend, kind = before.kind } = found;
  return {
    publishedFrom: publishedFrom < before.publishedFrom ? publishedFrom : before.publishedFrom,
    publishedTo: publishedTo > before.publishedTo ? publishedTo : before.publishedTo,
    days: [...kept, ...found.days].sort((one, other) => (one.date < other.date ? -1 : 1)),
    ...(weekend ? { weekend } : {}),
    ...(kind ? { kind } : {}),
  };
}

/** What lies between two ranges would look published. */
function apartFaults(before: Calendar, found: FoundDays['calendar']): DraftFault[] {
  if (before.kind === 'closures') return [];
  const { publishedFrom, publishedTo } = before;
  const yearOf = (day: string): number => Number(day.slice(0, 4));
  const isApart =
    yearOf(found.publishedFrom) > yearOf(publishedTo) + 1 ||
    yearOf(found.publishedTo) < yearOf(publishedFrom) - 1;
  const facts = { publishedFrom, publishedTo };
  return isApart ? [{ code: 'years-apart', pointer: '/publishedFrom', facts }] : [];
}

function wholeFaults(calendar: Calendar, name: LocalText): DraftFault[] {
  return [
    ...checkCalendar(calendar),
    ...statutoryDaysMissing(calendar).map((date): DraftFault => ({
      code: 'statutory-day-missing',
      pointer: '/days',
      facts: { date },
    })),
    ...(name.zh === undefined && name.en === undefined
      ? [{ code: 'name-missing', pointer: '/name' } as const]
      : []),
  ];
}

function lineOf(pointer: string, { lines }: FoundDays): { readonly line?: number } {
  const line = lines?.[Number(/^\/days\/(\d+)/u.exec(pointer)?.[1] ?? -1)];
  return line === undefined ? {} : { line };
}

function isAsLong(one: Calendar, other: Calendar): boolean {
  return (
    one.publishedFrom === other.publishedFrom &&
    one.publishedTo === other.publishedTo &&
    String(one.weekend) === String(other.weekend)
  );
}
