import {
  BASE,
  commands,
  DISTRICT,
  FIRST_DESK,
  Letter,
  letterIn,
  sampleContext,
} from '../../../../../test/support/agreement-builders.js';

const propose = commands.propose;

describe('proposing', () => {
  it('opens drafting with its deadline, the template in both languages and the parties', () => {
    const { summary, state } = new Letter().when(propose);
    expect(summary).toEqual([
      'AgreementProposed',
      'StageEntered',
      'DeadlineSet',
      ...Array.from({ length: 10 }, () => 'SectionRevised'),
      'PartyInvited',
      'PartyInvited',
    ]);
    expect(state).toMatchObject({
      stage: 'drafting',
      definition: 'letter-of-intent@1',
      title: propose.title,
      field: propose.field,
      parties: [
        { partyId: BASE, role: 'think-tank-base', signed: false },
        { partyId: DISTRICT, role: 'district-association', signed: false },
      ],
      deadlines: [
        { deadlineId: 'drafting-1', rule: 'P20D working', localDate: '2026-03-30', status: 'open' },
      ],
    });
    expect(letterIn('drafting').state.sections.map(({ sectionId }) => sectionId)).toEqual([
      'purpose',
      'joint-work',
      'inputs-and-forums',
      'coordination',
      'term',
    ]);
  });

  it('records where the parties’ names were read', () => {
    const invited = letterIn('drafting').history.find(({ type }) => type === 'PartyInvited');
    expect(invited?.data).toMatchObject({
      organisation: `organisation-${BASE}@1`,
      name: { zh: '现代农业智库基地' },
    });
  });

  it('is possible without parties, and once only', () => {
    expect(new Letter().when({ ...propose, parties: [] }).summary).toHaveLength(13);
    expect(letterIn('drafting').when(propose).summary).toBe('already-proposed');
    expect(letterIn('concluded').when(propose).summary).toBe('already-proposed');
  });

  it('of a kind the definition is not for is refused', () => {
    expect(new Letter().when({ ...propose, kind: 'treaty' }).decision).toEqual({
      refused: { code: 'unknown-kind', field: 'kind', facts: { kind: 'letter-of-intent' } },
    });
  });

  it.each([
    ['text-missing', {}],
    ['text-missing', { en: '  ' }],
    ['text-too-long', { zh: '字'.repeat(201) }],
    ['malformed-text', { en: 'two\nlines' }],
    ['malformed-text', { en: 'half \ud83d of an emoji' }],
  ])('a title must be one line in a language: %s', (code, title) => {
    expect(new Letter().when({ ...propose, title }).summary).toBe(code);
    expect(new Letter().when({ ...propose, field: title }).decision).toMatchObject({
      refused: { code, field: 'field' },
    });
  });

  it('two hundred characters are enough for a title, however they are encoded', () => {
    expect(new Letter().when({ ...propose, title: { zh: '𠮷'.repeat(200) } }).summary).toContain(
      'AgreementProposed',
    );
  });

  it('with an organisation nobody registered is refused', () => {
    const letter = new Letter([], sampleContext({ organisations: [] }));
    expect(letter.when(propose).decision).toEqual({
      refused: { code: 'unknown-organisation', field: 'partyId' },
    });
  });

  it('names each party once, in a role of its own', () => {
    const [base] = propose.parties;
    expect(new Letter().when({ ...propose, parties: [base, base] }).state).toMatchObject({
      parties: [{ partyId: BASE }],
    });
    expect(
      new Letter().when({ ...propose, parties: [base, { partyId: BASE, role: 'district-association' }] })
        .summary,
    ).toBe('party-already-invited');
    expect(
      new Letter().when({ ...propose, parties: [base, { partyId: DISTRICT, role: 'think-tank-base' }] })
        .summary,
    ).toBe('role-taken');
    expect(new Letter().when({ ...propose, parties: [{ partyId: BASE, role: 'witness' }] }).summary).toBe(
      'unknown-role',
    );
  });
});

describe('the desk of an agreement', () => {
  const assigned = { type: 'DeskAssigned', data: { deskId: FIRST_DESK, desk: `desk-${FIRST_DESK}@4` } };

  it('is named with the proposal, or later in any stage, as it was looked up', () => {
    const proposed = new Letter().when({ ...propose, deskId: FIRST_DESK });
    expect(proposed.decision).toContainEqual(assigned);
    expect(proposed.state).toMatchObject({ deskId: FIRST_DESK });
    for (const stage of ['drafting', 'joint-research', 'concluded'] as const)
      expect(letterIn(stage).when(commands.assignDesk).decision).toEqual([assigned]);
  });

  it('that has it already is a repeat; one that was never opened is refused', () => {
    const letter = letterIn('drafting').after(commands.assignDesk);
    expect(letter.when(commands.assignDesk).summary).toEqual([]);
    const unknown = { refused: { code: 'unknown-desk', field: 'deskId' } };
    expect(letter.when({ ...commands.assignDesk, deskId: 'other' }).decision).toEqual(unknown);
    expect(new Letter().when({ ...propose, deskId: 'other' }).decision).toEqual(unknown);
  });

  it('is the one before when the entry is taken back', () => {
    const letter = letterIn('drafting').after(commands.assignDesk);
    const back = letter.when({ type: 'RetractEntry', commandId: letter.commandId(-1), reason: 'A slip.' });
    expect(back.summary).toEqual(['EntryRetracted']);
    expect(back.state).not.toHaveProperty('deskId');
  });
});

describe('numbering', () => {
  it('gives the agreement its number in any stage', () => {
    expect(letterIn('drafting').when(commands.number).state).toMatchObject({ number: 'LOI-2026-0001' });
    expect(letterIn('declined').when(commands.number).summary).toEqual(['AgreementNumbered']);
  });

  it('happens once', () => {
    const letter = letterIn('drafting').after(commands.number);
    expect(letter.when(commands.number).summary).toEqual([]);
    expect(letter.when({ ...commands.number, number: 'LOI-2026-0002' }).decision).toEqual({
      refused: { code: 'already-numbered', facts: { number: 'LOI-2026-0001' } },
    });
  });
});
