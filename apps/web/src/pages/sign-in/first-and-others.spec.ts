import { describe, expect, test } from '@jest/globals';

import type { PersonRow } from '../../api/types.js';
import { firstAndOthers } from './first-and-others.js';

const person = (personId: string, role: PersonRow['positions'][number]['roles'][number]): PersonRow => ({
  personId,
  name: { en: personId },
  language: 'en',
  positions: [
    {
      positionId: 'x',
      title: { en: 'X' },
      roles: [role],
      organisation: { organisationId: 'o', name: { en: 'O' } },
    },
  ],
});
const ids = (people: readonly PersonRow[]): string[] => people.map(({ personId }) => personId);

describe('who is shown first', () => {
  test('a coordinator, two sides and an auditor, whatever the order they come in', () => {
    const people = [
      person('a', 'auditor'),
      person('r1', 'representative'),
      person('r2', 'representative'),
      person('r3', 'representative'),
      person('c', 'coordinator'),
    ];
    const [first, others] = firstAndOthers(people);
    expect(ids(first)).toEqual(['c', 'r1', 'r2', 'a']);
    expect(ids(others)).toEqual(['r3']);
  });

  test('nobody is lost where a role is missing', () => {
    const [first, others] = firstAndOthers([person('c', 'coordinator'), person('c2', 'coordinator')]);
    expect([...ids(first), ...ids(others)]).toEqual(['c', 'c2']);
  });
});
