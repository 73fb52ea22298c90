import { describe, expect, test } from '@jest/globals';

import {
  dayText,
  daysBetween,
  dueIn,
  instantText,
  localDay,
  relativeDay,
  relativeInstant,
  zoneText,
} from './days.js';

const ZONE = 'Asia/Shanghai';

describe('days', () => {
  test('an evening in UTC is the next morning in Shanghai', () => {
    expect(localDay('2026-12-22T23:30:00Z', ZONE)).toBe('2026-12-23');
  });

  test('days are counted over months, years and leap days', () => {
    expect(daysBetween('2027-12-31', '2028-03-01')).toBe(61);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  });

  test('a day is written out in both languages', () => {
    expect(dayText('2026-12-23', 'en')).toBe('23 Dec 2026');
    expect(dayText('2026-12-23', 'zh')).toBe('2026年12月23日');
  });

  test('an instant is shown in the given zone, not in the browser’s', () => {
    expect(instantText('2026-12-22T23:05:00Z', 'en', ZONE)).toBe('23 Dec 2026, 07:05');
    expect(instantText('2026-12-22T23:05:00Z', 'zh', ZONE)).toContain('2026年12月23日');
  });

  test('near days are counted in days, far ones in months', () => {
    expect(relativeDay('2026-12-20', '2026-12-23', 'en')).toBe('3 days ago');
    expect(relativeDay('2026-12-23', '2026-12-23', 'zh')).toBe('今天');
    expect(relativeDay('2027-06-23', '2026-12-23', 'en')).toBe('in 6 months');
  });

  test('late yesterday is yesterday, even if it was an hour ago', () => {
    const now = Date.parse('2026-12-22T16:30:00Z');
    expect(relativeInstant('2026-12-22T15:30:00Z', now, 'en', ZONE)).toBe('yesterday');
    expect(relativeInstant('2026-12-22T16:10:00Z', now, 'en', ZONE)).toBe('20 minutes ago');
  });

  test('a zone has a name in both languages', () => {
    expect(zoneText(ZONE, 'en')).toBe('China Standard Time');
    expect(zoneText(ZONE, 'zh')).toBe('中国标准时间');
  });

  test('a due day is ahead, today or late', () => {
    expect(dueIn('2026-12-24', '2026-12-23')).toEqual({ state: 'ahead', days: 1 });
    expect(dueIn('2026-12-23', '2026-12-23')).toEqual({ state: 'today', days: 0 });
    expect(dueIn('2026-12-20', '2026-12-23')).toEqual({ state: 'late', days: 3 });
  });
});
