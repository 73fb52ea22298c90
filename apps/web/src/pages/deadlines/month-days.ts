import type { CalendarYear, LocalText } from '../../api/types.js';

export interface MonthDay {
  readonly date: string;
  readonly look: 'off' | 'made-up' | 'weekend' | 'work';
  /** Of a day off, or one that is made up. */
  readonly name: LocalText | null;
  /** 1: Monday. */
  readonly weekday: number;
}

/** Every day of a month; while its calendar is not known, weekends are days off. */
export function daysOfMonth(month: string, known: CalendarYear['days']): readonly MonthDay[] {
  const calendar = new Map(known.map((day) => [day.date, day]));
  const first = new Date(`${month}-01T00:00:00Z`);
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return Array.from({ length }, (_, index) => {
    const date = `${month}-${String(index + 1).padStart(2, '0')}`;
    const weekday = ((first.getUTCDay() + 6 + index) % 7) + 1;
    const { working = weekday < 6, name = null } = calendar.get(date) ?? {};
    return { date, weekday, name, look: lookOf(working, name !== null) };
  });
}

export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** A day with a name is out of the ordinary: off, or made up. */
function lookOf(working: boolean, named: boolean): MonthDay['look'] {
  if (named) return working ? 'made-up' : 'off';
  return working ? 'work' : 'weekend';
}
