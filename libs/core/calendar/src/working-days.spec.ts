import chineseDays from 'chinese-days';
import fc from 'fast-check';

import {
  addWorkingDays,
  chinaCalendar,
  dayStatus,
  nextWorkingDay,
  previousWorkingDay,
  subtractWorkingDays,
  workingDaysIn,
} from './index.js';
import { statutoryDaysOfChina } from './statutory-days.js';

const date = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => Temporal.PlainDate.from('2023-06-01').add({ days }).toString());
const count = fc.integer({ min: 0, max: 120 });

describe('published days', () => {
  test.each([
    ['2026-02-13', true, 'an ordinary Friday'],
    ['2026-02-14', true, 'a Saturday made up for Spring Festival'],
    ['2026-02-15', false, 'the first day off of Spring Festival'],
    ['2026-02-23', false, 'the last day off of Spring Festival'],
    ['2026-02-24', true, 'the Tuesday after it'],
    ['2026-02-28', true, 'the second Saturday made up'],
    ['2026-09-20', true, 'a Sunday made up for National Day'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'the last day off of National Day'],
    ['2026-10-10', true, 'the Saturday made up after it'],
    ['2026-10-11', false, 'an ordinary Sunday'],
    ['2024-10-12', true, 'a Saturday made up in 2024'],
  ])('%s works: %s (%s)', (day, working) => {
    expect(dayStatus(chinaCalendar, day)).toMatchObject({ working, provisional: false });
  });

  test('a day off says its name in both languages', () => {
    expect(dayStatus(chinaCalendar, '2026-10-01').name).toEqual({ zh: '国庆节', en: 'National Day' });
  });

  test('every day of the published range is what the source says', () => {
    for (let day = Temporal.PlainDate.from('2024-01-01'); day.year < 2027; day = day.add({ days: 1 })) {
      expect([day.toString(), dayStatus(chinaCalendar, day.toString()).working]).toEqual([
        day.toString(),
        chineseDays.isWorkday(day.toString()),
      ]);
    }
  });

  test('the range ends where the source does: it calls 1 October 2027 a working day', () => {
    expect(chinaCalendar.publishedTo).toBe('2026-12-31');
    expect(chineseDays.isWorkday('2027-10-01')).toBe(true);
  });
});

describe('days without published data', () => {
  test('1 October 2027 is a holiday, provisionally', () => {
    expect(dayStatus(chinaCalendar, '2027-10-01')).toEqual({
      working: false,
      provisional: true,
      name: { zh: '国庆节', en: 'National Day' },
    });
  });

  test('2027 has its statutory days and nothing else', () => {
    expect([...statutoryDaysOfChina(2027).keys()]).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ]);
  });

  test('lunar and solar dates agree with the source from 2000 to 2099', () => {
    for (let year = 2000; year < 2100; year += 1) {
      const days = [...statutoryDaysOfChina(year)].map(([day, { en }]) => `${en} ${day}`);
      const lunar = (text: string): string => chineseDays.getSolarDateFromLunar(text).date;
      expect(days).toContain(`Spring Festival ${lunar(`${String(year)}-01-01`)}`);
      expect(days).toContain(`Dragon Boat Festival ${lunar(`${String(year)}-05-05`)}`);
      // Now and then it is 1 October, which then bears the other name.
      expect(days.some((day) => day.endsWith(lunar(`${String(year)}-08-15`)))).toBe(true);
      expect(days).toContain(`Tomb-sweeping Day ${chineseDays.getSolarTermDate(year, 4, 'pure_brightness')}`);
    }
  });

  test('another calendar has its weekends only', () => {
    const other = { ...chinaCalendar, id: 'xx', days: [] };
    expect(dayStatus(other, '2027-10-01')).toEqual({ working: true, provisional: true });
    expect(dayStatus(other, '2027-10-02')).toEqual({ working: false, provisional: true });
  });
});

describe('counting', () => {
  test('the Saturday made up counts, Spring Festival does not', () => {
    expect(addWorkingDays(chinaCalendar, '2026-02-12', 3)).toEqual({
      date: '2026-02-24',
      provisional: false,
    });
  });

  test('a way that leaves the published range is provisional', () => {
    expect(addWorkingDays(chinaCalendar, '2026-12-30', 1).provisional).toBe(false);
    expect(addWorkingDays(chinaCalendar, '2026-12-30', 2)).toEqual({ date: '2027-01-04', provisional: true });
  });

  test('a way that comes back from outside is provisional too', () => {
    expect(subtractWorkingDays(chinaCalendar, '2027-01-04', 1)).toEqual({
      date: '2026-12-31',
      provisional: true,
    });
  });

  test('a task on a day off moves forward, a notice date backward', () => {
    expect(nextWorkingDay(chinaCalendar, '2026-10-03').date).toBe('2026-10-08');
    expect(previousWorkingDay(chinaCalendar, '2026-10-03').date).toBe('2026-09-30');
    expect(nextWorkingDay(chinaCalendar, '2026-10-08').date).toBe('2026-10-08');
    expect(previousWorkingDay(chinaCalendar, '2026-09-30').date).toBe('2026-09-30');
  });

  test.each([1.5, Number.NaN, 10_001, -10_001])('%s is no count of days', (wrong) => {
    expect(() => addWorkingDays(chinaCalendar, '2026-03-02', wrong)).toThrow(RangeError);
  });

  test.each(['2026-02-30', '2026-2-3', 'tomorrow', ''])('"%s" is no date', (wrong) => {
    expect(() => dayStatus(chinaCalendar, wrong)).toThrow('is no date');
  });

  test('adding, then subtracting as many, is where the last working day was', () => {
    fc.assert(
      fc.property(date, count, (start, n) => {
        const there = addWorkingDays(chinaCalendar, start, n).date;
        const expected = n === 0 ? start : previousWorkingDay(chinaCalendar, start).date;
        expect(subtractWorkingDays(chinaCalendar, there, n).date).toBe(expected);
      }),
    );
  });

  test('a later start or a longer count never ends earlier', () => {
    fc.assert(
      fc.property(date, date, count, count, (a, b, n, m) => {
        const [first, last] = a <= b ? [a, b] : [b, a];
        const end = addWorkingDays(chinaCalendar, first, n).date;
        expect(addWorkingDays(chinaCalendar, last, n).date >= end).toBe(true);
        expect(addWorkingDays(chinaCalendar, first, n + m).date >= end).toBe(true);
      }),
    );
  });

  test('as many lie before a working day as it is away from another', () => {
    fc.assert(
      fc.property(date, count, (day, n) => {
        const start = nextWorkingDay(chinaCalendar, day).date;
        const end = addWorkingDays(chinaCalendar, start, n).date;
        expect(workingDaysIn(chinaCalendar, start, end)).toBe(n);
        expect(workingDaysIn(chinaCalendar, end, start)).toBe(0);
      }),
    );
  });

  test('what is counted ends on a working day', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 120 }), (start, n) => {
        expect(dayStatus(chinaCalendar, addWorkingDays(chinaCalendar, start, n).date).working).toBe(true);
        expect(dayStatus(chinaCalendar, subtractWorkingDays(chinaCalendar, start, n).date).working).toBe(
          true,
        );
      }),
    );
  });
});
