import { describe, expect, test } from '@jest/globals';

import type { WorkflowDefinition } from '../../api/types.js';
import { countAsked, newestVersions, partiesIn } from './definition-facts.js';

const definition = (name: string, version: number): WorkflowDefinition => ({
  name,
  version,
  kind: name,
  title: {},
  numberPattern: '',
  partyRoles: [
    { role: 'host', title: {} },
    { role: 'guest', title: {}, several: true },
  ],
  milestoneReminders: { workingDaysBefore: [], onTheDay: true },
  template: [],
  initial: 'one',
  stages: [
    {
      name: 'one',
      title: {},
      activities: [],
      transitions: [
        {
          name: 'go',
          to: 'two',
          command: null,
          conditions: ['text-present@1', { name: 'quorum-signed@1', count: 2 }],
        },
      ],
    },
  ],
});

describe('what the page of a new letter takes from definitions', () => {
  test('is the newest version of each', () => {
    const listed = [definition('a', 1), definition('b', 2), definition('a', 3), definition('b', 1)];
    expect(newestVersions(listed).map(({ name, version }) => `${name}@${version}`)).toEqual(['a@3', 'b@2']);
  });

  test('is the number its conditions ask for, where there is one', () => {
    expect(countAsked(definition('a', 1), 'quorum-signed@1')).toBe(2);
    expect(countAsked(definition('a', 1), 'parties-at-least@1')).toBeUndefined();
  });

  test('is every organisation under its role, with the place where it was chosen', () => {
    expect(partiesIn(definition('a', 1), { host: ['x'], guest: ['y', undefined, 'z'] })).toEqual([
      { partyId: 'x', role: 'host', place: ['parties', 'host', 0] },
      { partyId: 'y', role: 'guest', place: ['parties', 'guest', 0] },
      { partyId: 'z', role: 'guest', place: ['parties', 'guest', 2] },
    ]);
  });
});
