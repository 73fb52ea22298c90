import { describe, expect, test } from '@jest/globals';

import { expectedAt } from './expected.js';
import { substitutesIn } from './substitutes.js';

const tenure = (personId: string, title: string) => ({
  personId,
  title: { en: title },
  roles: [],
  from: '2026-01-01',
  source: { revision: 1, recordedAt: '2026-01-01T00:00:00.000Z' },
});
const position = (positionId: string, personId: string) => ({
  positionId,
  tenures: [tenure(personId, positionId)],
});
const mandate = (mandateId: string, more: object) => ({
  mandateId,
  fromPositionId: 'chair',
  scope: {},
  from: '2026-01-01',
  grantedBy: 'zhao',
  ...more,
});
type Known = Parameters<typeof substitutesIn>[0];
const house = (...mandates: object[]): Known =>
  ({
    positions: [position('chair', 'zhao'), position('deputy', 'qian'), position('clerk', 'sun')],
    mandates,
    nameOf: { qian: { en: 'Qian' } },
  }) as unknown as Known;

describe('who may come in a signatory’s place', () => {
  const keys = (known: Known) => substitutesIn(known, 'chair', '2026-11-22').map(({ key }) => key);

  test('is first whoever has a mandate that holds on the day, by position or by person', () => {
    expect(keys(house(mandate('m', { toPositionId: 'clerk' })))).toEqual(['m clerk', 'deputy']);
    expect(keys(house(mandate('m', { toPersonId: 'qian', until: '2026-11-22' })))).toEqual([
      'm deputy',
      'clerk',
    ]);
  });

  test.each([
    ['over', { until: '2026-11-21' }],
    ['to come', { from: '2026-11-23' }],
    ['revoked', { revoked: { on: '2026-11-22', reason: null } }],
    ['another’s', { fromPositionId: 'clerk' }],
  ])('is nobody under a mandate that is %s', (_, more) => {
    expect(keys(house(mandate('m', { toPositionId: 'deputy', ...more })))).toEqual(['deputy', 'clerk']);
  });
});

describe('who is expected', () => {
  const party = (change: object = {}) => ({
    partyId: 'district',
    name: { en: 'District' },
    positionId: 'chair',
    substituteFor: null,
    personId: 'zhao',
    ...change,
  });
  const deputy = { organisationId: 'district', positionId: 'deputy', personId: 'qian' };
  const expected = (parties: object[], attendance: object[]) =>
    expectedAt({ letters: [{ parties }, { parties }], attendance } as unknown as Parameters<
      typeof expectedAt
    >[0]);

  test('is each party once, with its signatory, and whoever else is there', () => {
    expect(expected([party()], [deputy])).toMatchObject([
      { organisationId: 'district', signing: [{ positionId: 'chair', personId: 'zhao' }], others: [deputy] },
    ]);
  });

  test('is the signatory still where a substitute comes', () => {
    const instead = { ...deputy, substituteFor: 'chair' };
    const replaced = party({ positionId: 'deputy', substituteFor: 'chair', personId: 'qian' });
    expect(expected([replaced], [instead])).toMatchObject([
      { signing: [{ positionId: 'chair', personId: null, substitute: instead }], others: [] },
    ]);
  });
});
