/** Days of a year that are not what their weekday says, written by hand: `02-05..02-12` are off, `+01-30` is worked. */
type Days = readonly string[];

/** The State Council's notices: of 2026 as it was published, of 2027 one made up for these tests. */
const CHINA_2026: Days = [
  '01-01..01-03',
  '+01-04',
  '02-15..02-23',
  '+02-14',
  '+02-28',
  '04-04..04-06',
  '05-01..05-05',
  '+05-09',
  '06-19..06-21',
  '09-25..09-27',
  '10-01..10-07',
  '+09-20',
  '+10-10',
];
const CHINA_2027: Days = [
  '01-01..01-03',
  '02-05..02-12',
  '+01-30',
  '+02-20',
  '04-03..04-05',
  '05-01..05-05',
  '+04-25',
  '+05-08',
  '06-09..06-09',
  '09-15..09-15',
  '10-01..10-07',
  '+09-26',
  '+10-09',
];
/** What the law alone names off, before there is a notice. */
const CHINA_2027_BY_LAW: Days = [
  '01-01..01-01',
  '02-05..02-08',
  '04-05..04-05',
  '05-01..05-02',
  '06-09..06-09',
  '09-15..09-15',
  '10-01..10-03',
];
const GERMANY_2026: Days = ['10-03..10-03', '12-25..12-26'];
const GERMANY_2027: Days = [
  '01-01..01-01',
  '03-26..03-26',
  '03-29..03-29',
  '05-01..05-01',
  '05-06..05-06',
  '05-17..05-17',
  '10-03..10-03',
  '12-25..12-26',
];

/** By the name a due date gives its calendar. */
const TABLES: Readonly<Record<string, Readonly<Record<number, Days>>>> = {
  'cn@1': { 2026: CHINA_2026, 2027: CHINA_2027_BY_LAW },
  'cn@2': { 2026: CHINA_2026, 2027: CHINA_2027 },
  'de@1': { 2026: GERMANY_2026, 2027: GERMANY_2027 },
};

export interface DayOff {
  readonly date: string;
  readonly isWorked: boolean;
}

/** Every day that such a calendar lists. */
export function daysOff(calendar: string): readonly DayOff[] {
  return Object.entries(TABLES[calendar] ?? {}).flatMap(([year, days]) =>
    days.flatMap((entry) => {
      const [first = '', last = first] = entry.replace('+', '').split('..');
      return daysFrom(`${year}-${first}`, `${year}-${last}`).map((date) => ({
        date,
        isWorked: entry.startsWith('+'),
      }));
    }),
  );
}

export function nextDay(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysFrom(first: string, last: string): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = nextDay(date)) dates.push(date);
  return dates;
}
