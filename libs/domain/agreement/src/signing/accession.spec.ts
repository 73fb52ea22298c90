import {
  BASE_HEAD,
  DISTRICT,
  DISTRICT_CHAIR,
  Letter,
  letterIn,
  sampleContext,
  TODAY,
} from '../../../../../test/support/agreement-builders.js';
import { COLLEGE, DEAN, inForce, signing } from '../../../../../test/support/framework-letters.js';
import type { AgreementCommand, RecordAccession } from '../commands.js';

const accede: RecordAccession = {
  type: 'RecordAccession',
  partyId: COLLEGE,
  role: 'member',
  positionId: DEAN,
  means: 'ink',
  signedOn: TODAY,
  evidence: 'The sheet it signed.',
};
const acceded = inForce.after(accede);
const refusal = (letter: Letter, command: AgreementCommand): unknown => {
  const { decision } = letter.when(command);
  return 'refused' in decision ? decision.refused : 'accepted';
};

describe('an accession to an agreement in force', () => {
  it('says who joined, as what, by whose signature, and to which text', () => {
    expect(inForce.when(accede).decision).toEqual([
      {
        type: 'PartyAcceded',
        effectiveOn: TODAY,
        data: {
          partyId: COLLEGE,
          organisation: `organisation-${COLLEGE}@4`,
          name: { zh: '农学院', en: 'Agricultural College' },
          role: 'member',
          positionId: DEAN,
          title: { zh: '院长', en: 'Dean' },
          means: 'ink',
          signedOn: TODAY,
          evidence: 'The sheet it signed.',
          textHash: inForce.state.textHash,
        },
      },
    ]);
  });

  it('makes it a party that has signed, bound from that day; the text stays as it was', () => {
    expect(acceded.state.parties[2]).toMatchObject({
      partyId: COLLEGE,
      signatory: { positionId: DEAN },
      signed: true,
      accededOn: TODAY,
      signatures: [{ positionId: DEAN, means: 'ink', signedOn: TODAY }],
    });
    expect(acceded.state.textHash).toBe(inForce.state.textHash);
    expect(acceded.state.stage).toBe('in-force');
    expect(acceded.state.turn).toEqual(inForce.state.turn);
  });

  it.each<[string, Letter, Partial<RecordAccession>, object]>([
    ['before it is in force', signing, {}, { code: 'wrong-stage', facts: { open: ['in-force'] } }],
    ['where the definition knows none', letterIn('joint-research'), {}, { code: 'wrong-stage' }],
    [
      'of a party',
      inForce,
      { partyId: DISTRICT, positionId: DISTRICT_CHAIR },
      { code: 'party-already-invited' },
    ],
    ['in a role that is taken', inForce, { role: 'convener' }, { code: 'role-taken' }],
    ['in no role', inForce, { role: 'guest' }, { code: 'unknown-role' }],
    ['of no organisation', inForce, { partyId: 'nobody' }, { code: 'unknown-organisation' }],
    ['by a position that is not its own', inForce, { positionId: BASE_HEAD }, { code: 'unknown-position' }],
    ['on a day to come', inForce, { signedOn: '2026-03-03' }, { code: 'date-in-future' }],
    [
      'on a day before it was in force',
      inForce,
      { signedOn: '2026-03-01' },
      { code: 'acceded-before-force', field: 'signedOn', facts: { inForceFrom: TODAY } },
    ],
    ['on no day', inForce, { signedOn: '2026-02-30' }, { code: 'invalid-date' }],
  ])('is refused %s', (_, letter, change, expected) => {
    expect(refusal(letter, { ...accede, ...change })).toMatchObject(expected);
  });

  describe('by a substitute', () => {
    const VICE = '20000000-0000-4000-8000-0000000000d1';
    const withVice = new Letter(
      inForce.entries,
      sampleContext({
        ...inForce.context,
        organisations: inForce.context.organisations.map((one) =>
          one.organisationId === COLLEGE
            ? {
                ...one,
                positions: [...one.positions, { positionId: VICE, title: { en: 'Vice' }, personId: 'v' }],
              }
            : one,
        ),
      }),
    );
    const instead = { ...accede, positionId: VICE, substituteFor: DEAN, mandate: '2026-7' };

    it('says in whose place, and under which mandate', () => {
      expect(withVice.when(instead).decision).toMatchObject([
        {
          data: { positionId: VICE, substituteFor: DEAN, signatoryTitle: { en: 'Dean' }, mandate: '2026-7' },
        },
      ]);
      expect(withVice.after(instead).state.parties[2]).toMatchObject({
        signatory: { positionId: DEAN, title: { en: 'Dean' } },
        substitute: { positionId: VICE, title: { en: 'Vice' }, mandate: '2026-7' },
        signatures: [{ positionId: VICE, substituteFor: DEAN, mandate: '2026-7' }],
      });
    });

    it.each<[string, Partial<RecordAccession>, string]>([
      ['of nobody', { substituteFor: 'nobody' }, 'unknown-position'],
      ['of themselves', { substituteFor: VICE }, 'unknown-position'],
      ['under an empty mandate', { mandate: ' ' }, 'text-missing'],
    ])('is refused in the place %s', (_, change, code) => {
      expect(refusal(withVice, { ...instead, ...change })).toMatchObject({ code });
    });

    it('is refused without a mandate, and a mandate without a signatory', () => {
      const { mandate, ...without } = instead;
      expect(refusal(withVice, without)).toMatchObject({
        code: 'signatory-without-mandate',
        field: 'mandate',
      });
      expect(refusal(withVice, { ...accede, mandate })).toMatchObject({ code: 'unknown-position' });
    });
  });

  it('recorded again changes nothing, and of another day is refused', () => {
    expect(acceded.when(accede).decision).toEqual([]);
    expect(refusal(acceded, { ...accede, means: 'seal' })).toMatchObject({ code: 'party-already-invited' });
  });

  it('taken back was none', () => {
    const commandId = acceded.commandId(-1);
    const taken = acceded.after({ type: 'RetractEntry', commandId, reason: 'Another framework.' });
    expect(taken.state.parties).toHaveLength(2);
  });
});
