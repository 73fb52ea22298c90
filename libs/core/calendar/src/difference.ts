import type { Calendar, CalendarDay } from './calendar.js';

/** A day that one list has and the other has not, or has otherwise. */
export interface DayChange {
  readonly date: string;
  readonly before: Omit<CalendarDay, 'date'> | null;
  readonly after: Omit<CalendarDay, 'date'> | null;
}

/** What a new version changes; absent `before`: there was none. */
export function changesBetween(
  before: Pick<Calendar, 'days'> | undefined,
  after: Pick<Calendar, 'days'>,
): readonly DayChange[] {
  const were = byDate(before?.days ?? []);
  const are = byDate(after.days);
  return [...new Set([...were.keys(), ...are.keys()])].sort().flatMap((date): DayChange[] => {
    const was = were.get(date) ?? null;
    const is = are.get(date) ?? null;
    return isSame(was, is) ? [] : [{ date, before: was, after: is }];
  });
}

function byDate(days: readonly CalendarDay[]): ReadonlyMap<string, Omit<CalendarDay, 'date'>> {
  return new Map(days.map(({ date, kind, name }) => [date, { kind, name }]));
}

function isSame(one: DayChange['before'], other: DayChange['before']): boolean {
  if (!one || !other) return one === other;
  return one.kind === other.kind && one.name.zh === other.name.zh && one.name.en === other.name.en;
}
