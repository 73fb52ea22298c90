import fc from 'fast-check';

import {
  addWorkingDays,
  checkCalendar,
  chinaCalendar,
  dayStatus,
  haveCommonWeekday,
  MAX_CALENDAR_DAYS,
  nextWorkingDay,
  type Calendar,
  type CalendarDay,
} from './index.js';

const dayOff = (date: string, zh: string, en: string): CalendarDay => ({
  date,
  kind: 'holiday',
  name: { zh, en },
});

const germany: Calendar = {
  id: 'de',
  version: 1,
  publishedFrom: '2026-01-01',
  publishedTo: '2026-12-31',
  days: [
    dayOff('2026-04-03', '耶稣受难日', 'Good Friday'),
    dayOff('2026-10-03', '德国统一日', 'German Unity Day'),
  ],
};

const emirates: Calendar = { ...germany, id: 'ae', weekend: [5, 6], days: [] };

const closures: Calendar = {
  id: 'closures-college',
  version: 1,
  kind: 'closures',
  publishedFrom: '2026-07-20',
  publishedTo: '2026-07-31',
  days: [dayOff('2026-07-20', '暑期', 'Summer closure')],
};

describe('several calendars', () => {
  test.each([
    ['2026-04-03', false, 'Good Friday', 'a day off of one of them'],
    ['2026-02-17', false, 'Spring Festival', 'a day off of the other'],
    ['2026-02-14', false, undefined, 'a Saturday made up in China, and a Saturday in Germany'],
    ['2026-03-02', true, undefined, 'an ordinary Monday'],
  ])('on %s, %s', (date, working, name, _what) => {
    const status = dayStatus([chinaCalendar, germany], date);
    expect(status.working).toBe(working);
    if (name !== undefined) expect(status.name?.en).toBe(name);
  });

  test('a day that is provisional in one of them is provisional', () => {
    const longer = { ...germany, publishedTo: '2027-12-31' };
    expect(dayStatus(longer, '2027-03-01').provisional).toBe(false);
    expect(dayStatus([longer, chinaCalendar], '2027-03-01').provisional).toBe(true);
  });

  test('weekends may be other days', () => {
    expect(dayStatus(emirates, '2026-03-06').working).toBe(false);
    expect(dayStatus(emirates, '2026-03-08').working).toBe(true);
    expect(nextWorkingDay([germany, emirates], '2026-03-06').date).toBe('2026-03-09');
  });

  test('an organisation’s closures take days away, and nothing else', () => {
    expect(dayStatus(closures, '2026-07-20')).toMatchObject({ working: false, provisional: false });
    expect(dayStatus(closures, '2031-07-20')).toEqual({ working: true, provisional: false });
    expect(nextWorkingDay([chinaCalendar, closures], '2026-07-20')).toEqual({
      date: '2026-07-21',
      provisional: false,
    });
  });

  test('one calendar alone, in a list or not, counts the same', () => {
    const date = fc
      .integer({ min: 0, max: 1500 })
      .map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }).toString());
    fc.assert(
      fc.property(date, fc.integer({ min: -60, max: 60 }), (from, count) => {
        expect(addWorkingDays([chinaCalendar], from, count)).toEqual(
          addWorkingDays(chinaCalendar, from, count),
        );
        const both = addWorkingDays([chinaCalendar, germany], from, count).date;
        const alone = addWorkingDays(germany, from, count).date;
        expect(count < 0 ? both <= alone : both >= alone).toBe(true);
      }),
    );
  });

  test('that leave no day to each other are told, not counted for ever', () => {
    const weekends = { ...germany, weekend: [1, 2, 3, 4, 5], days: [] };
    expect(() => addWorkingDays([germany, weekends], '2026-03-02', 1)).toThrow('no working day in common');
    expect(haveCommonWeekday([germany, weekends])).toBe(false);
    expect(haveCommonWeekday([germany, emirates, chinaCalendar, closures])).toBe(true);
    expect(haveCommonWeekday({ ...closures, weekend: [1, 2, 3, 4, 5, 6, 7] })).toBe(true);
  });
});

describe('a calendar to publish', () => {
  const { id: _id, version: _version, ...list } = germany;
  const [first] = germany.days;
  const wrong = (change: Partial<Calendar>): unknown =>
    checkCalendar({ ...list, ...change }).map(({ code, pointer }) => `${pointer} ${code}`);

  test('without a fault is taken', () => {
    expect(checkCalendar(list)).toEqual([]);
    expect(checkCalendar(chinaCalendar)).toEqual([]);
  });

  test('tells every fault with its place', () => {
    expect(wrong({ publishedFrom: '2026-02-30' })).toEqual(['/publishedFrom no-date']);
    expect(wrong({ publishedTo: '2025-12-31' })).toEqual(['/publishedTo range-reversed']);
    expect(wrong({ publishedTo: '2076-01-02' })).toEqual(['/publishedTo range-too-long']);
    expect(wrong({ weekend: [0] })).toEqual(['/weekend/0 weekday-unknown']);
    expect(wrong({ weekend: [1, 2, 3, 4, 5, 6, 7] })).toEqual(['/weekend no-working-day']);
    expect(
      first && wrong({ days: [...germany.days, first, dayOff('2027-01-01', '元旦', 'New Year')] }),
    ).toEqual(['/days/2 day-twice', '/days/3/date day-outside-range']);
    expect(wrong({ days: [dayOff('3.10.2026', '一天', 'A day')] })).toEqual(['/days/0/date no-date']);
    expect(first && wrong({ days: Array<CalendarDay>(MAX_CALENDAR_DAYS + 1).fill(first) })).toEqual([
      '/days too-many-days',
    ]);
    expect(
      wrong({
        kind: 'closures',
        days: [{ ...dayOff('2026-07-20', '开放', 'Open'), kind: 'make-up-working-day' }],
      }),
    ).toEqual(['/days/0/kind closure-is-working-day']);
  });
});
