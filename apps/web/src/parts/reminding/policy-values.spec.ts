import { describe, expect, test } from '@jest/globals';

import type { ReminderPolicyRow } from '../../api/types.js';
import { formOf, policyOf } from './policy-values.js';

const platform = { level: 'platform' } as const;
const row: ReminderPolicyRow = {
  kind: 'stage',
  policy: {
    workingDaysBefore: [5, 2],
    onTheDay: true,
    daysBefore: [],
    workingDaysAfter: [],
    daysAfter: [],
    repeat: { every: 1, count: 'working', times: 0 },
    escalate: [
      { to: 'representative', workingDaysAfter: 2 },
      { to: 'desk', workingDaysAfter: 5 },
    ],
    workingDaysPutOff: 3,
    workingDaysStuck: 10,
  },
  origins: {
    workingDaysBefore: { level: 'definition', definition: 'letter-of-intent@1' },
    onTheDay: platform,
    daysBefore: platform,
    workingDaysAfter: platform,
    daysAfter: platform,
    repeat: platform,
    escalate: platform,
    workingDaysPutOff: platform,
    workingDaysStuck: platform,
  },
};
const form = formOf(row);

describe('a policy as people type it', () => {
  test('is what stands there, and says nothing where nothing is changed', () => {
    expect(form).toMatchObject({ before: '5, 2', onTheDay: true, after: '', times: '', desk: '5', head: '' });
    expect(policyOf(row, form)).toEqual({});
  });

  test('says what is other, with commas of either language', () => {
    expect(policyOf(row, { ...form, before: '10，3', head: '8' })).toEqual({
      workingDaysBefore: [10, 3],
      escalate: [
        { to: 'representative', workingDaysAfter: 2 },
        { to: 'desk', workingDaysAfter: 5 },
        { to: 'head', workingDaysAfter: 8 },
      ],
    });
  });

  test('keeps what was said for the letter before', () => {
    const own = { level: 'agreement', by: 'ana', at: '2026-03-02T01:00:00.000Z' } as const;
    const before = { ...row, origins: { ...row.origins, onTheDay: own, daysBefore: own } };
    expect(policyOf(before, form)).toEqual({ onTheDay: true, daysBefore: [] });
  });

  test.each([{ before: 'soon' }, { after: '0' }, { times: '-1' }, { desk: '1.5' }])(
    'is none: %j',
    (change) => {
      expect(policyOf(row, { ...form, ...change })).toBeUndefined();
    },
  );
});
