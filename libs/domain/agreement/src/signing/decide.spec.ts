import {
  BASE,
  BASE_HEAD,
  commands,
  DISTRICT,
  letterIn,
  readyToSign,
  TODAY,
} from '../../../../../test/support/agreement-builders.js';

const signing = letterIn('signing');

describe('recording a signature', () => {
  it('records who signed which text, when and how, and that the party has signed', () => {
    expect(signing.when(commands.signBase).decision).toEqual([
      {
        type: 'SignatureRecorded',
        data: {
          partyId: BASE,
          positionId: BASE_HEAD,
          means: 'ink',
          signedOn: TODAY,
          place: '北京',
          textHash: signing.state.textHash,
        },
        effectiveOn: TODAY,
      },
      { type: 'PartySigned', data: { partyId: BASE } },
    ]);
  });

  it('the last one opens joint research by itself, in the same append', () => {
    const { decision, state } = signing.after(commands.signBase).when(commands.signDistrict);
    expect(decision).toMatchObject([
      { type: 'SignatureRecorded' },
      { type: 'PartySigned' },
      {
        type: 'StageEntered',
        data: {
          from: 'signing',
          to: 'joint-research',
          transition: 'all-signed',
          conditions: ['every-party-signed@1'],
        },
      },
      { type: 'DeadlineMet', data: { deadlineId: 'signing-19' } },
      { type: 'DeadlineSet', data: { kind: 'signed-copy' } },
    ]);
    expect(state).toMatchObject({ stage: 'joint-research', textHash: signing.state.textHash });
  });

  it('again is a repeat, even when it was the last one', () => {
    expect(signing.after(commands.signBase).when(commands.signBase).summary).toEqual([]);
    expect(letterIn('joint-research').when(commands.signDistrict).summary).toEqual([]);
  });

  it.each([{ means: 'seal' }, { signedOn: '2026-03-01' }, { place: '上海' }] as const)(
    'a second, different one is refused: %j',
    (change) => {
      const { decision } = signing.after(commands.signBase).when({ ...commands.signBase, ...change });
      expect(decision).toEqual({
        refused: {
          code: 'already-signed',
          field: 'partyId',
          facts: { means: 'ink', signedOn: TODAY, place: '北京' },
        },
      });
    },
  );

  it('is for the parties of the agreement', () => {
    expect(signing.when({ ...commands.signBase, partyId: 'nobody' }).summary).toBe('unknown-party');
  });

  it('of a party that declined is refused', () => {
    expect(signing.after(commands.declineDistrict).when(commands.signDistrict).decision).toEqual({
      refused: {
        code: 'party-declined',
        field: 'partyId',
        facts: { reason: 'The budget was not granted.' },
      },
    });
  });

  it.each([
    ['invalid-date', '2026-02-30'],
    ['invalid-date', '2026-3-2'],
    ['invalid-date', '2026-03-02T01:00Z'],
    ['invalid-date', ''],
    ['date-in-future', '2026-03-03'],
    ['signed-before-proposal', '2026-03-01'],
  ])('is of a day that can be: %s', (code, signedOn) => {
    expect(signing.when({ ...commands.signBase, signedOn }).summary).toBe(code);
  });

  it('today is the local day, not the one in London', () => {
    const now = '2026-03-02T16:30:00.000Z';
    expect(signing.when({ ...commands.signBase, signedOn: '2026-03-03' }, { now }).summary).toHaveLength(2);
    expect(signing.when({ ...commands.signBase, signedOn: '2026-03-04' }, { now }).decision).toEqual({
      refused: { code: 'date-in-future', field: 'signedOn', facts: { today: '2026-03-03' } },
    });
  });

  it.each([
    ['2026-03-09T01:00:00.000Z', undefined, ['SignatureRecorded', 'PartySigned']],
    ['2026-03-10T01:00:00.000Z', undefined, 'late-signature-needs-override'],
    ['2026-03-10T01:00:00.000Z', 'The scan of the page.', ['SignatureRecorded', 'PartySigned']],
    ['2026-05-01T01:00:00.000Z', 'The scan of the page.', ['SignatureRecorded', 'PartySigned']],
    ['2026-05-02T01:00:00.000Z', 'The scan of the page.', 'late-signature-needs-override'],
  ])('may come late, with evidence later still: %s, %s', (now, evidence, expected) => {
    const shown = evidence === undefined ? {} : { evidence };
    const { decision, summary } = signing.when({ ...commands.signBase, ...shown }, { now });
    expect(summary).toEqual(expected);
    if (evidence !== undefined && !('refused' in decision))
      expect(decision[0]).toMatchObject({ data: { signedOn: TODAY, evidence }, effectiveOn: TODAY });
  });

  it('from before the text was submitted takes evidence', () => {
    const submittedLater = readyToSign().after(commands.submitForSigning, {
      now: '2026-03-04T01:00:00.000Z',
    });
    const early = submittedLater.when(commands.signBase);
    expect(early.decision).toMatchObject({
      refused: { code: 'late-signature-needs-override', field: 'evidence' },
    });
    const shown = { ...commands.signBase, evidenceFile: 'a'.repeat(64) };
    expect(submittedLater.when(shown).summary).toEqual(['SignatureRecorded', 'PartySigned']);
  });

  it('a place is a line of text', () => {
    expect(signing.when({ ...commands.signBase, place: 'x'.repeat(201) }).summary).toBe('text-too-long');
    expect(signing.when({ ...commands.signBase, place: ' ' }).summary).toBe('text-missing');
  });

  it('is over once the letter is signed', () => {
    expect(letterIn('joint-research').when({ ...commands.signBase, means: 'seal' }).summary).toBe(
      'wrong-stage',
    );
  });
});

describe('declining', () => {
  it('leaves the letter in signing, for the coordinators to close', () => {
    const { decision, state } = signing.when(commands.declineDistrict);
    expect(decision).toEqual([
      { type: 'SigningDeclined', data: { partyId: DISTRICT, reason: 'The budget was not granted.' } },
    ]);
    expect(state).toMatchObject({ stage: 'signing', turn: { who: ['coordinator'] } });
  });

  it('again is a repeat; with another reason it is refused', () => {
    const declined = signing.after(commands.declineDistrict);
    expect(declined.when(commands.declineDistrict).summary).toEqual([]);
    expect(declined.when({ ...commands.declineDistrict, reason: 'Another one.' }).summary).toBe(
      'party-declined',
    );
  });

  it('after having signed is refused', () => {
    expect(signing.after(commands.signDistrict).when(commands.declineDistrict).summary).toBe(
      'already-signed',
    );
  });

  it('takes a reason and a party of the agreement', () => {
    expect(signing.when({ ...commands.declineDistrict, reason: '' }).summary).toBe('text-missing');
    expect(signing.when({ ...commands.declineDistrict, partyId: 'nobody' }).summary).toBe('unknown-party');
  });

  it('is possible in signing only', () => {
    expect(letterIn('drafting').when(commands.declineDistrict).summary).toBe('wrong-stage');
  });
});
