import { given } from '@entente/event-sourcing';

import { organisationDecider } from './organisation.js';
import { holderOn } from './positions.js';

const here = { zone: 'Asia/Shanghai' };
const registered = { type: 'OrganisationRegistered', data: { name: { en: 'Daxing' } } } as const;
const zhao = {
  positionId: 'chair',
  title: { en: 'Chair' },
  roles: ['signatory'],
  personId: 'zhao',
  from: '2025-01-01',
} as const;
const filled = { type: 'PositionFilled', data: zhao } as const;
const withQian = { type: 'PositionFilled', data: { ...zhao, personId: 'qian', from: '2025-07-01' } } as const;
const vacated = { type: 'PositionVacated', data: { positionId: 'chair', on: '2026-01-01' } } as const;

const vacate = { type: 'VacatePosition', positionId: 'chair', on: '2026-03-01' } as const;
const end = { type: 'EndPosition', positionId: 'chair', on: '2026-03-01' } as const;

const chaired = given(organisationDecider, { facts: [registered, filled] }, { facts: [withQian] });
const vacant = given(organisationDecider, { facts: [registered, filled, withQian, vacated] });

function holders(state: typeof chaired.state, days: readonly string[]): (string | undefined)[] {
  if (state.status === 'unknown') throw new Error('it was registered');
  return days.map((day) => holderOn(state, 'chair', day)?.personId);
}

describe('who holds a position', () => {
  it('is known of any day, and by which event', () => {
    const days = ['2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01', '2026-03-02'];
    expect(holders(chaired.state, days)).toEqual([undefined, 'zhao', 'zhao', 'qian', 'qian']);
    expect(chaired.state).toMatchObject({
      history: [
        { tenures: [{ source: { revision: 1 }, ended: { revision: 2 } }, { source: { revision: 2 } }] },
      ],
    });
  });

  it('what is recorded later replaces what it is about, from its day on', () => {
    const earlier = { ...zhao, type: 'FillPosition', personId: 'sun', from: '2025-03-01' } as const;
    const { state } = chaired.when(earlier, here);
    expect(holders(state, ['2025-02-28', '2025-03-01', '2025-08-01'])).toEqual(['zhao', 'sun', 'sun']);
    expect(state.positions).toMatchObject([{ personId: 'sun' }]);
  });
});

describe('vacating a position', () => {
  it('leaves nobody in it from that day on', () => {
    const { decision, state } = chaired.when({ ...vacate, reason: 'Retired' }, here);
    expect(decision).toEqual([
      { type: 'PositionVacated', data: { positionId: 'chair', on: '2026-03-01', reason: 'Retired' } },
    ]);
    expect(state.positions).toEqual([]);
    expect(holders(state, ['2026-02-28', '2026-03-01'])).toEqual(['qian', undefined]);
  });

  it('again is a repeat; then somebody else may fill it', () => {
    expect(vacant.when(vacate, here).summary).toEqual([]);
    const { state } = vacant.when({ ...zhao, type: 'FillPosition', from: '2026-02-01' }, here);
    expect(holders(state, ['2025-12-31', '2026-01-15', '2026-02-01'])).toEqual(['qian', undefined, 'zhao']);
  });

  it('is done by another coordinator where it is one’s own coordinating position', () => {
    const own = given(organisationDecider, {
      facts: [registered, { type: 'PositionFilled', data: { ...zhao, roles: ['coordinator'] } }],
    });
    for (const command of [vacate, end]) {
      expect(own.when(command, here, { actor: 'zhao' }).summary).toBe('own-coordinator-position');
      expect(own.when(command, here, { actor: 'qian' }).summary).toHaveLength(1);
    }
  });

  it.each([
    ['unknown-position', { positionId: 'nothing' }],
    ['invalid-date', { on: '2026-02-30' }],
    ['date-in-future', { on: '9999-12-31' }],
    ['date-in-future', { on: '2026-03-03' }],
    ['text-missing', { reason: ' ' }],
  ] as const)('is refused: %s', (code, change) => {
    expect(chaired.when({ ...vacate, ...change }, here).summary).toBe(code);
  });
});

describe('ending a position', () => {
  it('also of a vacant one, is for good', () => {
    for (const before of [chaired, vacant]) {
      const { state, summary } = before.when(end, here);
      expect(summary).toEqual(['PositionEnded']);
      expect(state).toMatchObject({ positions: [], history: [{ endedOn: '2026-03-01' }] });
    }
    const ended = given(organisationDecider, {
      facts: [registered, filled, { type: 'PositionEnded', data: { positionId: 'chair', on: '2026-03-01' } }],
    });
    expect(ended.when(end, here).summary).toEqual([]);
    expect(ended.when({ ...zhao, type: 'FillPosition' }, here).summary).toBe('position-ended');
  });
});
