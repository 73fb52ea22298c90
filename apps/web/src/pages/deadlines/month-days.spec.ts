import { expect, test } from '@jest/globals';

import { daysOfMonth, monthAfter } from './month-days.js';

const madeUp = { date: '2026-02-28', working: true, name: { en: 'Spring Festival', zh: '春节' } };
const off = { date: '2026-02-17', working: false, name: { en: 'Spring Festival', zh: '春节' } };

test('a month has its days, the first under its weekday', () => {
  const days = daysOfMonth('2026-02', []);
  expect(days).toHaveLength(28);
  expect(days[0]).toEqual({ date: '2026-02-01', weekday: 7, name: null, look: 'weekend' });
  expect(days[1]).toMatchObject({ weekday: 1, look: 'work' });
  expect(daysOfMonth('2028-02', [])).toHaveLength(29);
});

test('days off and Saturdays that are worked look so, with their name', () => {
  const days = daysOfMonth('2026-02', [madeUp, off]);
  expect(days[27]).toMatchObject({ look: 'made-up', name: madeUp.name });
  expect(days[16]).toMatchObject({ look: 'off', name: off.name });
});

test('months follow each other over the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
});
