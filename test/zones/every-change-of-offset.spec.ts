import { atLocalTime } from '@entente/calendar';
import fc from 'fast-check';

import { casesOf, dateOf, wrongAt, wrongEndOf } from './check-zones.js';
import { NaiveZone } from './naive-zone.js';

/** Half hours, changes at midnight, changes of a Muslim month, none at all; `npm run test:faults -- R10` takes all. */
const ZONES = [
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Santiago',
  'Asia/Beirut',
  'Pacific/Chatham',
  'Asia/Shanghai',
];

const zones = new Map(ZONES.map((name) => [name, new NaiveZone(name)]));

test.each(ZONES)('every change of offset in %s has one instant for each time of each day', (name) => {
  const zone = zones.get(name)!;
  for (const [date, time] of casesOf(zone)) {
    expect(wrongAt(zone, date, time)).toBeUndefined();
    expect(wrongEndOf(zone, date)).toBeUndefined();
  }
});

test('any time of any day until 2040 has one instant', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: Date.UTC(2026), max: Date.UTC(2040, 11, 28) }),
      fc.integer({ min: 0, max: 1_439 }),
      (name, ms, minute) => {
        const time = new Date(minute * 60_000).toISOString().slice(11, 16);
        expect(wrongAt(zones.get(name)!, dateOf(ms), time)).toBeUndefined();
      },
    ),
    { numRuns: 1_000 },
  );
});

test.each([
  ['a skipped time is the jump', '2026-03-08', '02:30', '2026-03-08T07:00:00.000Z'],
  ['a repeated time is the first', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
  ['the jump itself', '2026-03-08', '03:00', '2026-03-08T07:00:00.000Z'],
])('%s', (_, date, time, instant) => {
  expect(atLocalTime(date, time, 'America/New_York')).toBe(instant);
});
