import { describe, expect, test } from '@jest/globals';

import { changesBetween } from './changes.js';

const stage = (name: string, duration: string) => ({ name, title: { en: name }, deadline: { duration } });

describe('what differs between two versions', () => {
  test('is nothing where only the order differs', () => {
    const one = { version: 1, stages: [stage('a', 'P5D'), stage('b', 'P6D')] };
    const other = { stages: [stage('b', 'P6D'), stage('a', 'P5D')], version: 1 };
    expect(changesBetween(one, other)).toEqual([]);
  });

  test('is told place by place, by the names of what stands in lists', () => {
    const one = { stages: [stage('a', 'P5D'), stage('b', 'P6D')], latePaper: { days: 5 } };
    const other = { stages: [stage('a', 'P7D'), stage('c', 'P1D')], attributes: {} };
    expect(changesBetween(one, other)).toEqual([
      { path: ['stages', 'a', 'deadline', 'duration'], how: 'changed', before: 'P5D', after: 'P7D' },
      { path: ['stages', 'b'], how: 'removed', before: stage('b', 'P6D') },
      { path: ['stages', 'c'], how: 'added', after: stage('c', 'P1D') },
      { path: ['latePaper'], how: 'removed', before: { days: 5 } },
      { path: ['attributes'], how: 'added', after: {} },
    ]);
  });

  test('takes a list without names for one thing', () => {
    expect(changesBetween({ days: [1, 5] }, { days: [5, 1] })).toEqual([
      { path: ['days'], how: 'changed', before: [1, 5], after: [5, 1] },
    ]);
    expect(changesBetween({ list: [] }, { list: [{ name: 'a' }] })).toMatchObject([
      { path: ['list'], how: 'changed' },
    ]);
  });
});
