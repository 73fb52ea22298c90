import { given } from '@entente/event-sourcing';

import { deskDecider } from './desk.js';
import { deskHolderOn, type Desk } from './desk-state.js';

// The test kit's moment is 2 March 2026.
const lin = {
  personId: 'lin',
  positionId: 'desk-officer',
  organisationId: 'department',
  organisation: 'organisation-department@3',
  from: '2025-01-01',
} as const;
const wang = { ...lin, personId: 'wang', positionId: 'second-officer', from: '2026-03-09' } as const;
const opened = { type: 'DeskOpened', data: { ...lin, name: { zh: '一席', en: 'First desk' } } } as const;
const offered = { type: 'DeskOffered', data: wang } as const;
const changed = { type: 'DeskHolderChanged', data: wang } as const;

const held = (personId?: string, coordinates = true) =>
  ({
    zone: 'Asia/Shanghai',
    position: { revision: 3, coordinates, ...(personId === undefined ? {} : { personId }) },
    holderIsPresent: true,
  }) as const;
const alone = { zone: 'Asia/Shanghai', holderIsPresent: false } as const;

const open = {
  type: 'OpenDesk',
  name: { zh: '一席', en: 'First desk' },
  organisationId: 'department',
  positionId: 'desk-officer',
  from: '2025-01-01',
} as const;
const offer = {
  type: 'OfferDesk',
  organisationId: 'department',
  positionId: 'second-officer',
  from: '2026-03-09',
} as const;
const handOver = {
  type: 'HandOverDesk',
  organisationId: 'department',
  positionId: 'second-officer',
  reason: 'Retired.',
} as const;

const nothing = given(deskDecider);
const withLin = given(deskDecider, { facts: [opened] });
const whenOffered = given(deskDecider, { facts: [opened] }, { facts: [offered], at: { actor: 'lin' } });

function holders(state: Desk, days: readonly string[]): (string | undefined)[] {
  if (state.status === 'none') throw new Error('it was opened');
  return days.map((day) => deskHolderOn(state, day)?.personId);
}

describe('a desk', () => {
  it('is opened for whoever holds a coordinating position, and names where that was read', () => {
    expect(nothing.when(open, held('lin')).decision).toEqual([opened]);
  });

  it.each([
    ['unknown-position', open, alone],
    ['position-vacant', open, held()],
    ['not-a-coordinator', open, held('lin', false)],
    ['date-in-future', { ...open, from: '2026-03-03' }, held('lin')],
    ['invalid-date', { ...open, from: '2026-02-30' }, held('lin')],
    ['text-missing', { ...open, name: {} }, held('lin')],
    ['invalid-id', { ...open, positionId: 'no id' }, held('lin')],
  ])('is refused with %s', (code, command, context) => {
    expect(nothing.when(command, context).decision).toMatchObject({ refused: { code } });
  });

  it('is not opened twice, and none of its commands is for one that never was', () => {
    expect(withLin.when(open, held('lin')).decision).toMatchObject({
      refused: { code: 'already-registered' },
    });
    for (const command of [offer, { type: 'AcceptDesk' }, { type: 'WithdrawOffer' }, handOver] as const)
      expect(nothing.when(command, held('wang')).decision).toMatchObject({
        refused: { code: 'unknown-desk' },
      });
  });
});

describe('offering a desk', () => {
  it('changes nothing before it is accepted', () => {
    const { decision, state } = withLin.when(offer, held('wang'));
    expect(decision).toEqual([offered]);
    expect(holders(state, ['2026-03-02', '2026-03-09'])).toEqual(['lin', 'lin']);
  });

  it('again, or to whoever sits there, is a repeat; on another day it replaces the offer', () => {
    expect(whenOffered.when(offer, held('wang')).summary).toEqual([]);
    expect(withLin.when({ ...offer, positionId: 'desk-officer' }, held('lin')).summary).toEqual([]);
    const later = whenOffered.when({ ...offer, from: '2026-03-16' }, held('wang')).state;
    expect(later).toMatchObject({ offer: { personId: 'wang', from: '2026-03-16' } });
  });

  it.each([
    ['date-in-past', { from: '2026-03-01' }],
    ['date-too-far', { from: '2028-03-01' }],
    ['date-too-far', { from: '9999-12-31' }],
    ['invalid-date', { from: 'tomorrow' }],
  ])('on a wrong day is refused with %s', (code, change) => {
    expect(withLin.when({ ...offer, ...change }, held('wang')).decision).toMatchObject({
      refused: { code, field: 'from' },
    });
  });

  it('is withdrawn once', () => {
    const { decision, state } = whenOffered.when({ type: 'WithdrawOffer' }, held());
    expect(decision).toEqual([{ type: 'DeskOfferWithdrawn', data: { personId: 'wang' } }]);
    expect(state).not.toHaveProperty('offer');
    expect(withLin.when({ type: 'WithdrawOffer' }, held()).summary).toEqual([]);
  });
});

describe('accepting a desk', () => {
  const accept = { type: 'AcceptDesk' } as const;

  it('hands all of it over from the agreed day, and is known of any day with the events behind it', () => {
    const { decision, state } = whenOffered.when(accept, held());
    expect(decision).toEqual([changed]);
    const days = ['2024-12-31', '2025-01-01', '2026-03-08', '2026-03-09'];
    expect(holders(state, days)).toEqual([undefined, 'lin', 'lin', 'wang']);
    expect(state).toMatchObject({
      tenures: [
        { until: '2026-03-09', granted: { revision: 0 } },
        { granted: { revision: 1, actor: 'lin' }, accepted: { revision: 2 } },
      ],
    });
    expect(state).not.toHaveProperty('offer');
  });

  it('late begins on the day it is accepted', () => {
    const late = { now: '2026-04-01T01:00:00.000Z' };
    expect(whenOffered.when(accept, held(), late).decision).toMatchObject([{ data: { from: '2026-04-01' } }]);
  });

  it('needs an offer; again, by whoever sits there, is a repeat', () => {
    expect(withLin.when(accept, held()).decision).toMatchObject({ refused: { code: 'no-offer' } });
    expect(withLin.when(accept, held(), { actor: 'lin' }).summary).toEqual([]);
  });
});

describe('handing a desk over', () => {
  it('is for when its holder is gone; then nobody is asked, and the reason is told', () => {
    expect(withLin.when(handOver, held('wang')).decision).toMatchObject({
      refused: { code: 'holder-present' },
    });
    const gone = { ...held('wang'), holderIsPresent: false };
    const { decision, state } = whenOffered.when(handOver, gone);
    expect(decision).toEqual([
      { type: 'DeskHolderChanged', data: { ...wang, from: '2026-03-02', reason: 'Retired.' } },
    ]);
    expect(state).toMatchObject({ tenures: [{ until: '2026-03-02' }, { granted: { revision: 2 } }] });
    expect(state).not.toHaveProperty('offer');
    expect(withLin.when({ ...handOver, reason: ' ' }, gone).decision).toMatchObject({
      refused: { code: 'text-missing', field: 'reason' },
    });
  });

  it('to whoever has it from that position already is a repeat', () => {
    const own = { ...handOver, positionId: 'desk-officer' };
    expect(withLin.when(own, { ...held('lin'), holderIsPresent: false }).summary).toEqual([]);
  });
});
