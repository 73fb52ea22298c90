import { chinaCalendar, dayStatus, localDateOf } from '@entente/calendar';
import fc from 'fast-check';

import {
  nextOpening,
  OFFICE_HOURS,
  opensAnotherDay,
  opensAt,
  reopensAt,
  sendAt,
  type SendWindow,
} from './index.js';

const shanghai: SendWindow = { zone: 'Asia/Shanghai', ...OFFICE_HOURS, calendars: chinaCalendar };
const QUARTER_MS = 15 * 60_000;

/** By the clock on the wall alone. */
function isOpen(at: string, { zone, from, to, calendars }: SendWindow): boolean {
  const wall = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
  return dayStatus(calendars, localDateOf(at, zone)).working && wall >= from && wall < to;
}

describe('a window in which somebody may be written to', () => {
  it.each([
    ['is open in its hours', '2026-03-09T01:00:00.000Z', '2026-03-09T01:00:00.000Z'],
    ['opens in the morning', '2026-03-08T22:00:00.000Z', '2026-03-09T00:30:00.000Z'],
    ['is closed at its end, until the next day', '2026-03-09T10:00:00.000Z', '2026-03-10T00:30:00.000Z'],
    ['is closed on a weekend', '2026-03-14T02:00:00.000Z', '2026-03-16T00:30:00.000Z'],
    ['is closed over Spring Festival', '2026-02-15T02:00:00.000Z', '2026-02-24T00:30:00.000Z'],
    ['is open on a Saturday that is worked', '2026-02-28T02:00:00.000Z', '2026-02-28T02:00:00.000Z'],
  ])('%s', (_, at, opening) => {
    expect(nextOpening(at, shanghai)).toBe(opening);
  });

  it('opens after the jump where clocks skip its first minutes, and the first time where they come twice', () => {
    const night = {
      zone: 'Europe/Berlin',
      from: '02:10',
      to: '03:30',
      calendars: { ...chinaCalendar, weekend: [] },
    };
    const closures = { ...night, calendars: { ...night.calendars, id: 'none', days: [] } };
    expect(nextOpening('2026-03-29T00:00:00.000Z', closures)).toBe('2026-03-29T01:00:00.000Z');
    expect(nextOpening('2026-10-25T00:00:00.000Z', closures)).toBe('2026-10-25T00:10:00.000Z');
  });

  it('that never opens keeps nothing back for good', () => {
    const never = { ...shanghai, from: '09:00', to: '09:00' };
    expect(nextOpening('2026-03-09T01:00:00.000Z', never)).toBe('2026-03-09T01:00:00.000Z');
  });

  it('is found at its first moment, whatever the zone and the day', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const instant = fc
      .integer({ min: Date.UTC(2026, 0), max: Date.UTC(2032, 0) })
      .map((ms) => new Date(ms).toISOString());
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        instant,
        fc.constantFrom('08:30', '00:00', '09:15'),
        (zone, at, from) => {
          const window = { ...shanghai, zone, from };
          const opening = nextOpening(at, window);
          expect(opening >= at).toBe(true);
          expect(isOpen(opening, window)).toBe(true);
          for (let before = Date.parse(at); before < Date.parse(opening); before += QUARTER_MS)
            expect(isOpen(new Date(before).toISOString(), window)).toBe(false);
          expect(nextOpening(opening, window)).toBe(opening);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a reminder', () => {
  const night = '2026-03-15T14:00:00.000Z';
  const due = '2026-03-15T16:00:00.000Z';

  it('waits for the window', () => {
    expect(sendAt(night, shanghai)).toBe('2026-03-16T00:30:00.000Z');
  });

  it('that is the last before the due date does not wait until it is too late', () => {
    expect(sendAt(night, shanghai, due)).toBe(night);
    expect(sendAt(night, shanghai, '2026-03-16T16:00:00.000Z')).toBe('2026-03-16T00:30:00.000Z');
  });

  it('of what is late anyway waits like any other', () => {
    expect(sendAt(night, shanghai, night)).toBe('2026-03-16T00:30:00.000Z');
  });
});

describe('a step', () => {
  const on = { localDate: '2026-03-09', at: '2026-03-09T01:00:00.000Z' };
  const where = (zone: string): SendWindow => ({ ...shanghai, zone });

  it.each([
    ['where its deadline is', 'Asia/Shanghai', '2026-03-09T01:00:00.000Z'],
    ['further east, before its own time', 'Pacific/Auckland', '2026-03-08T20:00:00.000Z'],
    ['further west, after it', 'Europe/Berlin', '2026-03-09T08:00:00.000Z'],
    [
      'in the far west, when its day is nearly over in the east',
      'Pacific/Honolulu',
      '2026-03-09T19:00:00.000Z',
    ],
  ])('goes at nine by the clock of whom it is for: %s', (_, zone, at) => {
    expect(opensAt(on, where(zone))).toBe(at);
  });

  it('of a day off goes on the next working day at nine', () => {
    const saturday = { localDate: '2026-03-14', at: '2026-03-14T01:00:00.000Z' };
    expect(opensAt(saturday, shanghai)).toBe('2026-03-16T01:00:00.000Z');
    expect(opensAt(saturday, where('Europe/Berlin'))).toBe('2026-03-16T08:00:00.000Z');
  });

  it('goes when their hours begin that have no nine o’clock', () => {
    expect(opensAt(on, { ...shanghai, from: '13:00', to: '17:00' })).toBe('2026-03-09T05:00:00.000Z');
    expect(opensAt(on, { ...shanghai, from: '06:00', to: '08:00' })).toBe('2026-03-08T22:00:00.000Z');
  });

  it('that is the last before a due date comes before its end', () => {
    const dueAt = '2026-03-09T16:00:00.000Z';
    expect(opensAt(on, where('Europe/Berlin'), dueAt)).toBe('2026-03-09T08:00:00.000Z');
    // Their nine o'clock is after the end: they have it at its own time, which is in their afternoon before.
    expect(opensAt(on, where('Pacific/Honolulu'), dueAt)).toBe(on.at);
    const saturday = { localDate: '2026-03-14', at: '2026-03-14T01:00:00.000Z' };
    expect(opensAt(saturday, shanghai, '2026-03-14T16:00:00.000Z')).toBe(saturday.at);
  });

  it('goes at nine on the days on which clocks change', () => {
    const spring = { localDate: '2026-03-30', at: '2026-03-30T01:00:00.000Z' };
    expect(opensAt(spring, where('Europe/Berlin'))).toBe('2026-03-30T07:00:00.000Z');
    const autumn = { localDate: '2026-10-26', at: '2026-10-26T01:00:00.000Z' };
    expect(opensAt(autumn, where('Europe/Berlin'))).toBe('2026-10-26T08:00:00.000Z');
  });

  it('that waits for another day goes at nine on the next working day', () => {
    expect(opensAnotherDay('2026-03-13T09:00:00.000Z', shanghai)).toBe('2026-03-16T01:00:00.000Z');
    expect(opensAnotherDay('2026-03-09T00:00:00.000Z', shanghai)).toBe('2026-03-10T01:00:00.000Z');
  });

  it('that nothing could send goes in their hours from then on', () => {
    expect(reopensAt('2026-03-09T00:40:00.000Z', shanghai)).toBe('2026-03-09T01:00:00.000Z');
    expect(reopensAt('2026-03-09T05:00:00.000Z', shanghai)).toBe('2026-03-09T05:00:00.000Z');
    expect(reopensAt('2026-03-09T11:00:00.000Z', shanghai)).toBe('2026-03-10T01:00:00.000Z');
    expect(reopensAt('2026-03-09T11:00:00.000Z', shanghai, '2026-03-09T16:00:00.000Z')).toBe(
      '2026-03-09T11:00:00.000Z',
    );
  });

  it('never goes before its day by the clock of whom it is for, nor outside of their hours', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2_000 }), (zone, days) => {
        const localDate = Temporal.PlainDate.from('2026-01-01').add({ days }).toString();
        const at = Temporal.PlainDate.from(localDate)
          .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '09:00' })
          .toInstant()
          .toString({ smallestUnit: 'millisecond' });
        const opening = opensAt({ localDate, at }, where(zone));
        expect(localDateOf(opening, zone) >= localDate).toBe(true);
        expect(isOpen(opening, where(zone))).toBe(true);
      }),
    );
  });
});
