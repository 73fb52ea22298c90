import { describe, expect, test } from '@jest/globals';

import { namedZones } from './zones.js';

describe('zones to choose from', () => {
  const chinese = namedZones('zh');

  test('are called as people call them, each name once', () => {
    expect(chinese.find(({ value }) => value === 'Asia/Shanghai')?.label).toBe('中国标准时间 (UTC+8)');
    expect(namedZones('en').find(({ value }) => value === 'Asia/Shanghai')?.label).toBe(
      'China Standard Time (UTC+8)',
    );
    expect(new Set(chinese.map(({ label, value }) => `${label} ${value}`)).size).toBe(chinese.length);
    expect(chinese.filter(({ label }) => /[A-Z][a-z]+\//u.test(label))).toEqual([]);
  });

  test('are found by the place that somebody knows, also where another stands for it', () => {
    const found = chinese.filter(({ search }) => search.includes('los angeles'));
    expect(found).toHaveLength(1);
    expect(namedZones('zh', 'America/Los_Angeles')).toContainEqual({
      ...found[0],
      value: 'America/Los_Angeles',
    });
  });

  test('keep the one that was chosen', () => {
    expect(namedZones('zh', 'America/Vancouver').map(({ value }) => value)).toContain('America/Vancouver');
  });

  test('go from west to east, with minutes where an offset has some', () => {
    const labels = namedZones('en').map(({ label }) => label);
    expect(labels.findIndex((label) => label.includes('(UTC−5)'))).toBeLessThan(
      labels.findIndex((label) => label.includes('(UTC+5:30)')),
    );
    expect(labels).toContain('India Standard Time (UTC+5:30)');
  });
});
