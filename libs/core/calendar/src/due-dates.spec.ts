import fc from 'fast-check';

import { atLocalTime, chinaCalendar, dueAfterWorkingDays, endOfDay, localDateOf } from './index.js';

describe('end of a local day', () => {
  test.each([
    ['2026-03-31', 'Asia/Shanghai', '2026-03-31T16:00:00.000Z', 'no daylight saving'],
    ['2026-12-31', 'UTC', '2027-01-01T00:00:00.000Z', 'a year ends'],
    ['2028-02-28', 'UTC', '2028-02-29T00:00:00.000Z', 'a leap day follows'],
    ['2026-03-28', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', 'clocks change later the next day'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-29T22:00:00.000Z', 'a day of 23 hours'],
    ['2018-11-03', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', 'midnight is skipped'],
    ['2018-02-17', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z', 'the last hour of the day is repeated'],
    [
      '2026-10-31',
      'America/Havana',
      '2026-11-01T04:00:00.000Z',
      'the first hour of the next day is repeated',
    ],
    [
      '2010-11-06',
      'America/St_Johns',
      '2010-11-07T03:30:00.000Z',
      'a minute after midnight the date comes back',
    ],
    ['2011-12-29', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 'the next day is skipped whole'],
  ])('%s in %s is over at %s (%s)', (date, zone, instant) => {
    expect(endOfDay(date, zone)).toBe(instant);
  });

  test('it is the first instant of the next local day in every zone', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const day = fc
      .integer({ min: 0, max: 25_000 })
      .map((days) => Temporal.PlainDate.from('1970-01-02').add({ days }));
    fc.assert(
      fc.property(fc.constantFrom(...zones), day, (zone, date) => {
        const end = endOfDay(date.toString(), zone);
        expect(end).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(localDateOf(end, zone) > date.toString()).toBe(true);
        expect(localDateOf(new Date(Date.parse(end) - 1).toISOString(), zone) <= date.toString()).toBe(true);
        // For good: the date does not come back.
        expect(localDateOf(new Date(Date.parse(end) + 7_200_000).toISOString(), zone) > date.toString()).toBe(
          true,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('an unknown zone is refused', () => {
    expect(() => endOfDay('2026-03-31', 'Asia/Atlantis')).toThrow('"Asia/Atlantis" is no IANA time zone');
    expect(() => localDateOf('2026-03-31T00:00:00.000Z', 'Asia/Atlantis')).toThrow(
      '"Asia/Atlantis" is no IANA time zone',
    );
  });
});

describe('a time on a local day', () => {
  test('it is what the wall clock shows', () => {
    expect(atLocalTime('2026-03-31', '09:00', 'Asia/Shanghai')).toBe('2026-03-31T01:00:00.000Z');
  });

  test('a time that clocks skip is the jump, where the next time begins', () => {
    expect(atLocalTime('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
  });
});

describe('a due date in working days', () => {
  test('the day of the start does not count', () => {
    expect(dueAfterWorkingDays(chinaCalendar, '2026-03-02T01:00:00.000Z', 10, 'Asia/Shanghai')).toEqual({
      localDate: '2026-03-16',
      dueAt: '2026-03-16T16:00:00.000Z',
      provisional: false,
    });
  });

  test('the local day counts, not the day in UTC', () => {
    expect(dueAfterWorkingDays(chinaCalendar, '2026-03-02T17:00:00.000Z', 1, 'Asia/Shanghai').localDate).toBe(
      '2026-03-04',
    );
    expect(dueAfterWorkingDays(chinaCalendar, '2026-03-02T15:59:59.999Z', 1, 'Asia/Shanghai').localDate).toBe(
      '2026-03-03',
    );
  });
});
