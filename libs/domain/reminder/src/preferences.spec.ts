import { chinaCalendar } from '@entente/calendar';

import { effectivePreferences, nextOpening, PLATFORM_PREFERENCES, windowOf } from './index.js';

describe('how somebody is reminded', () => {
  test('is as the platform has it where they say nothing', () => {
    const { window, digest, mutedUntil } = effectivePreferences();
    expect(window).toEqual({ value: PLATFORM_PREFERENCES.window, origin: 'platform' });
    expect([digest.origin, mutedUntil.value]).toEqual(['platform', null]);
  });

  test('is as they say where they do', () => {
    const own = effectivePreferences({ digest: false, mutedUntil: '2026-03-20' });
    expect(own.digest).toEqual({ value: false, origin: 'person' });
    expect(own.mutedUntil).toEqual({ value: '2026-03-20', origin: 'person' });
    expect(own.workingDaysOnly.origin).toBe('platform');
  });

  // Saturday, 7 March 2026, 5 o'clock in Shanghai.
  const saturday = '2026-03-06T21:00:00.000Z';

  test('goes by their hours, on working days or on every day', () => {
    const opens = (own: Parameters<typeof windowOf>[0]) =>
      nextOpening(saturday, windowOf(own, 'Asia/Shanghai', chinaCalendar));
    expect(opens(undefined)).toBe('2026-03-09T00:30:00.000Z');
    expect(opens({ workingDaysOnly: false })).toBe('2026-03-07T00:30:00.000Z');
    expect(opens({ window: { from: '10:00', to: '12:00' }, workingDaysOnly: false })).toBe(
      '2026-03-07T02:00:00.000Z',
    );
  });
});
