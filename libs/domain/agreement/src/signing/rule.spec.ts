import {
  BASE_HEAD,
  commands,
  DISTRICT,
  DISTRICT_CHAIR,
  DISTRICT_DEPUTY,
  Letter,
  letterIn,
  organisations,
  sampleContext,
  TODAY,
} from '../../../../../test/support/agreement-builders.js';
import type { RecordSignature } from '../commands.js';
import type { SigningRule } from '../words.js';

/** A letter in signing whose district signs by the rule. */
function under(signingRule: SigningRule): Letter {
  const { definition } = sampleContext();
  const partyRoles = definition.partyRoles.map((known) =>
    known.role === 'district-association' ? { ...known, signingRule } : known,
  );
  const filled = organisations.map((organisation) => ({
    ...organisation,
    positions: organisation.positions.map((position) => ({ ...position, personId: 'somebody' })),
  }));
  const context = sampleContext({ definition: { ...definition, partyRoles }, organisations: filled });
  return new Letter(letterIn('signing').entries, context);
}

const ink: RecordSignature = {
  type: 'RecordSignature',
  partyId: DISTRICT,
  means: 'ink',
  signedOn: TODAY,
};
const seal: RecordSignature = { ...ink, means: 'seal' };

describe('a party that signs with head and seal', () => {
  const letter = under('head-and-seal');

  it.each([
    [ink, seal],
    [seal, ink],
  ])('has signed when both are there, in whatever order', (first, second) => {
    expect(letter.when(first).summary).toEqual(['SignatureRecorded']);
    const once = letter.after(first);
    expect(once.state.turn.who).toContain(DISTRICT);
    expect(once.when(first).summary).toEqual([]);
    expect(once.when(second).summary).toEqual(['SignatureRecorded', 'PartySigned']);
  });

  it('is not asked for the same twice', () => {
    expect(letter.after(ink).when({ ...ink, means: 'in-app' }).summary).toBe('already-signed');
  });
});

describe('a party that any two sign for', () => {
  const letter = under('any-two');

  it('has signed when two positions of it have', () => {
    const once = letter.after(ink);
    expect(once.state.parties[1]).toMatchObject({
      signed: false,
      signatures: [{ positionId: DISTRICT_CHAIR }],
    });
    const { decision } = once.when({ ...ink, positionId: DISTRICT_DEPUTY });
    expect(decision).toMatchObject([{ data: { positionId: DISTRICT_DEPUTY } }, { type: 'PartySigned' }]);
  });

  it('is not signed for twice by one, nor by a stranger', () => {
    expect(letter.after(ink).when(seal).summary).toBe('already-signed');
    expect(letter.when({ ...ink, positionId: BASE_HEAD }).summary).toBe('unknown-position');
  });
});

describe('reopening drafting', () => {
  const reopen = { type: 'ReopenDrafting', reason: 'A wrong name.' } as const;
  const signedOnce = letterIn('signing').after(commands.signBase);

  it('voids signatures and keeps their record, and asks every approval anew', () => {
    const { summary, state } = signedOnce.when(reopen);
    expect(summary).toEqual(['DraftingReopened', 'StageEntered', 'DeadlineCancelled', 'DeadlineSet']);
    expect(state).toMatchObject({
      stage: 'drafting',
      parties: [
        { signatures: [], signed: false, voided: [{ means: 'ink', signedOn: TODAY }] },
        { signed: false },
      ],
    });
    if (state.stage === null) return;
    expect(state.parties.map(({ approvedHash }) => approvedHash)).toEqual([undefined, undefined]);
    expect(signedOnce.after(reopen).when(commands.submitForSigning).decision).toMatchObject({
      refused: { facts: { missing: ['every-party-approved@1'] } },
    });
  });

  it('opens a letter again that a party declined', () => {
    const declined = letterIn('signing').after(commands.declineDistrict);
    expect(declined.after(reopen).state.parties[1]?.declined).toBeUndefined();
  });

  it('again is a repeat; it takes a reason, and a letter in signing', () => {
    expect(signedOnce.after(reopen).when(reopen).summary).toEqual([]);
    expect(signedOnce.when({ ...reopen, reason: ' ' }).summary).toBe('text-missing');
    expect(letterIn('joint-research').when(reopen).summary).toBe('wrong-stage');
  });

  it('taken back, gives the signatures back', () => {
    const reopened = signedOnce.after(reopen);
    const { state } = reopened.when({
      type: 'RetractEntry',
      commandId: reopened.commandId(-1),
      reason: 'The name was right.',
    });
    expect(state).toMatchObject({ stage: 'signing', parties: [{ signed: true }, {}] });
  });
});
