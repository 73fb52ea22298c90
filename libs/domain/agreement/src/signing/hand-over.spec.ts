import {
  BASE,
  BASE_HEAD,
  commands,
  DISTRICT,
  DISTRICT_CHAIR,
  DISTRICT_DEPUTY,
  Letter,
  letterIn,
  organisations,
  sampleContext,
} from '../../../../../test/support/agreement-builders.js';
import type { HandOverSigning } from '../commands.js';

const DEPUTY_PERSON = '30000000-0000-4000-8000-000000000009';
/** The same letter, where the deputy's position is filled. */
const signing = new Letter(
  letterIn('signing').entries,
  sampleContext({
    organisations: organisations.map((organisation) => ({
      ...organisation,
      positions: organisation.positions.map((position) =>
        position.positionId === DISTRICT_DEPUTY ? { ...position, personId: DEPUTY_PERSON } : position,
      ),
    })),
  }),
);
const handOver: HandOverSigning = {
  type: 'HandOverSigning',
  partyId: DISTRICT,
  positionId: DISTRICT_DEPUTY,
  mandate: 'Mandate 2026-7',
};
const handedOver = signing.after(handOver);

describe('handing the signing over', () => {
  it('names who signs in the signatory’s place, and the mandate', () => {
    const { positionId, mandate } = handOver;
    expect(signing.when(handOver).decision).toEqual([
      {
        type: 'SigningHandedOver',
        data: {
          partyId: DISTRICT,
          positionId,
          title: { zh: '副主席', en: 'Deputy chair' },
          mandate,
        },
      },
    ]);
    expect(handedOver.state.parties[1]?.substitute).toMatchObject({ positionId, mandate });
  });

  it('again is a repeat; under another mandate it is a fact of its own', () => {
    expect(handedOver.when(handOver).summary).toEqual([]);
    expect(handedOver.when({ ...handOver, mandate: 'another' }).summary).toEqual(['SigningHandedOver']);
  });

  it('goes to a position of the same party that somebody fills', () => {
    expect(signing.when({ ...handOver, positionId: BASE_HEAD }).summary).toBe('unknown-position');
    expect(letterIn('signing').when(handOver).summary).toBe('position-vacant');
    expect(signing.when({ ...handOver, partyId: 'nobody' }).summary).toBe('unknown-party');
  });

  it('is too late once the party has signed or declined, and too early in drafting', () => {
    expect(signing.after(commands.signDistrict).when(handOver).summary).toBe('already-signed');
    expect(signing.after(commands.declineDistrict).when(handOver).summary).toBe('party-declined');
    expect(letterIn('drafting').when(handOver).summary).toBe('wrong-stage');
  });
});

describe('a substitute', () => {
  it('signs in the signatory’s place, when the paper says so or when they act themselves', () => {
    const expected = {
      positionId: DISTRICT_DEPUTY,
      substituteFor: DISTRICT_CHAIR,
      mandate: 'Mandate 2026-7',
    };
    const onPaper = handedOver.when({ ...commands.signDistrict, positionId: DISTRICT_DEPUTY });
    expect(onPaper.decision).toMatchObject([{ data: expected }, { type: 'PartySigned' }]);
    const inPerson = handedOver.when(commands.signDistrict, {
      actor: DEPUTY_PERSON,
      actingAs: DISTRICT_DEPUTY,
    });
    expect(inPerson.decision).toMatchObject([{ data: expected }, { type: 'PartySigned' }]);
  });

  it('does not keep the signatory from signing', () => {
    expect(handedOver.when(commands.signDistrict).decision).toMatchObject([
      { data: { positionId: DISTRICT_CHAIR } },
      { type: 'PartySigned' },
    ]);
  });

  it('that nobody named has no mandate', () => {
    const { decision } = signing.when({ ...commands.signDistrict, positionId: DISTRICT_DEPUTY });
    expect(decision).toEqual({
      refused: {
        code: 'signatory-without-mandate',
        field: 'positionId',
        facts: { positions: [DISTRICT_CHAIR] },
      },
    });
  });
});

describe('the order of signing', () => {
  const order = { type: 'OrderSigning', groups: [[DISTRICT], [BASE]] } as const;
  const ordered = signing.after(order);

  it('lets the first group sign first, and says whose turn it is', () => {
    expect(signing.state.turn.who).toEqual([BASE, DISTRICT]);
    expect(ordered.state.turn.who).toEqual([DISTRICT]);
    expect(ordered.when(commands.signBase).decision).toEqual({
      refused: { code: 'not-their-turn', field: 'partyId', facts: { parties: [DISTRICT] } },
    });
    const first = ordered.after(commands.signDistrict);
    expect(first.state.turn.who).toEqual([BASE]);
    expect(first.when(commands.signBase).summary).toContain('StageEntered');
  });

  it('again is a repeat; all in one group takes it away', () => {
    expect(ordered.when(order).summary).toEqual([]);
    const together = ordered.after({ ...order, groups: [[BASE, DISTRICT]] });
    expect(together.state.turn.who).toEqual([BASE, DISTRICT]);
  });

  it.each([
    ['nobody', []],
    ['an empty group', [[DISTRICT, BASE], []]],
    ['somebody twice', [[DISTRICT, BASE], [BASE]]],
    ['a stranger', [[DISTRICT], ['nobody']]],
    ['one party only', [[DISTRICT]]],
  ])('that names %s is refused', (_, groups) => {
    expect(signing.when({ ...order, groups }).summary).toBe('invalid-order');
  });
});
