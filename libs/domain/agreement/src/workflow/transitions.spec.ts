import {
  approve,
  BASE,
  commands,
  COORDINATOR,
  DISTRICT,
  DISTRICT_PERSON,
  Letter,
  letterIn,
  readyForReview,
  readyToSign,
} from '../../../../../test/support/agreement-builders.js';
import type { AgreementCommand } from '../commands.js';

const STAGES = [
  'drafting',
  'signing',
  'joint-research',
  'review',
  'concluded',
  'terminated',
  'withdrawn',
  'declined',
] as const;
const FINAL = ['concluded', 'terminated', 'withdrawn', 'declined'] as const;

describe('the way of a letter', () => {
  it.each(STAGES)('leads to %s', (stage) => {
    expect(letterIn(stage).state.stage).toBe(stage);
  });

  it('a stage begins when it is entered', () => {
    const letter = readyToSign();
    expect(letter.after(commands.submitForSigning).state.stageSince).toBe(letter.now);
  });

  it('leaving drafting meets its deadline and sets the one of signing, ten working days on', () => {
    const { summary, decision } = readyToSign().when(commands.submitForSigning);
    expect(summary).toEqual(['StageEntered', 'DeadlineMet', 'DeadlineSet']);
    expect(decision).toMatchObject([
      {
        data: {
          from: 'drafting',
          to: 'signing',
          transition: 'submit-for-signing',
          conditions: [
            'two-parties-at-least@1',
            'text-present@1',
            'every-party-named-signatory@1',
            'every-party-approved@1',
          ],
        },
      },
      { data: { deadlineId: 'drafting-1' } },
      {
        data: {
          deadlineId: 'signing-19',
          kind: 'stage',
          subject: 'signing',
          rule: 'P10D working',
          calendar: 'cn@1',
          zone: 'Asia/Shanghai',
          tzdb: '2026a',
          localDate: '2026-03-16',
          dueAt: '2026-03-16T16:00:00.000Z',
          provisional: false,
          remind: { workingDaysBefore: [5, 2], onTheDay: true },
        },
      },
    ]);
  });

  it('a letter cannot be submitted while conditions are missing, and all of them are named', () => {
    const { decision } = new Letter()
      .after({ ...commands.propose, parties: [] })
      .when(commands.submitForSigning);
    expect(decision).toEqual({
      refused: { code: 'conditions-not-met', facts: { missing: ['two-parties-at-least@1'] } },
    });
    expect(letterIn('drafting').when(commands.submitForSigning).decision).toEqual({
      refused: {
        code: 'conditions-not-met',
        facts: { missing: ['every-party-named-signatory@1', 'every-party-approved@1'] },
      },
    });
  });

  it('an approval of an earlier text does not count', () => {
    const ready = readyToSign();
    const purpose = ready.state.sections[0]!;
    const revised = ready.after({
      type: 'ReviseSection',
      sectionId: purpose.sectionId,
      rendition: 'en',
      heading: 'Purpose',
      body: 'Another one.',
      baseHash: purpose.renditions.en!.hash,
    });
    expect(revised.when(commands.submitForSigning).summary).toBe('conditions-not-met');
    const again = revised.after(approve(revised, BASE));
    expect(again.after(approve(again, DISTRICT)).when(commands.submitForSigning).summary).toContain(
      'StageEntered',
    );
  });

  it.each([
    ['signing', commands.submitForSigning],
    ['review', commands.submitForReview],
    ['concluded', commands.conclude],
    ['declined', commands.closeDeclined],
    ['withdrawn', commands.withdraw],
  ] as const)('in %s, what led there is a repeat', (stage, command) => {
    expect(letterIn(stage).when(command).summary).toEqual([]);
  });

  it('a letter without a milestone cannot be reviewed', () => {
    expect(letterIn('joint-research').when(commands.submitForReview).decision).toEqual({
      refused: { code: 'conditions-not-met', facts: { missing: ['every-milestone-confirmed@1'] } },
    });
  });

  it('a milestone that one party has not confirmed keeps a letter from review', () => {
    const letter = readyForReview().after(commands.planResearch);
    expect(letter.when(commands.submitForReview).summary).toBe('conditions-not-met');
  });

  it('review runs for fifteen working days', () => {
    expect(readyForReview().when(commands.submitForReview).decision).toMatchObject([
      { type: 'StageEntered', data: { from: 'joint-research', to: 'review' } },
      { type: 'DeadlineSet', data: { subject: 'review', rule: 'P15D working', localDate: '2026-03-23' } },
    ]);
  });

  it('a letter that nobody declined cannot be closed as declined', () => {
    expect(letterIn('signing').when(commands.closeDeclined).decision).toEqual({
      refused: { code: 'conditions-not-met', facts: { missing: ['a-party-declined@1'] } },
    });
  });

  it('closing a declined letter cancels what is still due', () => {
    const { decision } = letterIn('signing').after(commands.declineDistrict).when(commands.closeDeclined);
    expect(decision).toMatchObject([
      { type: 'StageEntered', data: { to: 'declined', conditions: ['a-party-declined@1'] } },
      { type: 'DeadlineCancelled', data: { deadlineId: 'signing-19' } },
    ]);
  });
});

describe('withdrawing', () => {
  it.each(['drafting', 'signing'] as const)('ends a letter in %s and cancels what is due', (stage) => {
    const { summary, state } = letterIn(stage).when(commands.withdraw);
    expect(summary).toEqual(['AgreementWithdrawn', 'StageEntered', 'DeadlineCancelled']);
    expect(state).toMatchObject({ stage: 'withdrawn', turn: { who: [] } });
  });

  it('a signed letter cannot be withdrawn', () => {
    expect(letterIn('joint-research').when(commands.withdraw).decision).toEqual({
      refused: { code: 'wrong-stage', facts: { stage: 'joint-research', open: ['drafting', 'signing'] } },
    });
  });

  it('takes a reason', () => {
    expect(letterIn('drafting').when({ ...commands.withdraw, reason: ' ' }).summary).toBe('text-missing');
    expect(letterIn('drafting').when({ ...commands.withdraw, reason: 'x'.repeat(2001) }).summary).toBe(
      'text-too-long',
    );
  });
});

describe('stages', () => {
  const other: readonly AgreementCommand[] = [
    { type: 'InviteParty', partyId: 'another', role: 'think-tank-base' },
    { type: 'NameSignatory', partyId: BASE, positionId: 'another' },
    { type: 'ReviseSection', sectionId: 'purpose', rendition: 'en', heading: 'h', body: 'b', baseHash: null },
    { type: 'ApproveText', partyId: BASE, textHash: 'another' },
    { type: 'RecordSignature', partyId: BASE, means: 'in-app', signedOn: '2026-03-01' },
    { type: 'DeclineSigning', partyId: BASE, reason: 'another' },
    commands.planResearch,
    { type: 'CompleteMilestone', milestoneId: 'another', completedOn: '2026-03-02' },
    { type: 'ConfirmMilestone', milestoneId: 'another', partyId: DISTRICT },
    { type: 'GiveVerdict', outcome: 'failed', report: 'another' },
  ];

  it.each(FINAL)('%s takes nothing but numbers and retractions', (stage) => {
    for (const command of other)
      expect([command.type, letterIn(stage).when(command).summary]).toEqual([command.type, 'wrong-stage']);
    expect(letterIn(stage).when(commands.number).summary).toEqual(['AgreementNumbered']);
  });

  it('a refusal names the stages in which the command is open', () => {
    expect(letterIn('drafting').when(commands.signBase).decision).toEqual({
      refused: { code: 'wrong-stage', facts: { stage: 'drafting', open: ['signing'] } },
    });
  });

  it('nothing can be done to an agreement nobody proposed', () => {
    for (const command of [...other, commands.number, commands.withdraw]) {
      expect(new Letter().when(command).summary).toBe('unknown-agreement');
    }
  });
});

describe('whose turn it is', () => {
  it('is the coordinators’ while there are fewer than two parties', () => {
    expect(new Letter().after({ ...commands.propose, parties: [] }).state.turn.who).toEqual(['coordinator']);
  });

  it('is in drafting with each party that has not named its signatory and approved the text', () => {
    const letter = letterIn('drafting');
    expect(letter.state.turn.who).toEqual([BASE, DISTRICT]);
    const named = letter.after(commands.nameBaseSignatory);
    expect(named.state.turn.who).toEqual([BASE, DISTRICT]);
    expect(named.after(approve(named, BASE)).state.turn.who).toEqual([DISTRICT]);
    expect(readyToSign().state.turn.who).toEqual(['coordinator']);
  });

  it('is in signing with each party that has not signed, and with the coordinators after a decline', () => {
    const letter = letterIn('signing');
    expect(letter.state.turn.who).toEqual([BASE, DISTRICT]);
    expect(letter.after(commands.signBase).state.turn.who).toEqual([DISTRICT]);
    expect(letter.after(commands.declineDistrict).state.turn.who).toEqual(['coordinator']);
  });

  it('is in research with owners and with parties that have to confirm', () => {
    expect(letterIn('joint-research').state.turn.who).toEqual(['coordinator']);
    const planned = letterIn('joint-research').after(commands.planResearch);
    expect(planned.state.turn.who).toEqual([BASE]);
    const completed = planned.after({
      type: 'CompleteMilestone',
      milestoneId: planned.state.milestones[0]!.milestoneId,
      completedOn: '2026-03-02',
    });
    expect(completed.state.turn.who).toEqual([DISTRICT]);
    expect(readyForReview().state.turn.who).toEqual(['coordinator']);
  });

  it('is the coordinators’ in review and nobody’s at the end', () => {
    expect(letterIn('review').state.turn.who).toEqual(['coordinator']);
    for (const stage of FINAL) expect(letterIn(stage).state.turn.who).toEqual([]);
  });

  it('has lasted since it came to them, whatever has happened to it since', () => {
    const letter = letterIn('drafting');
    const { since } = letter.state.turn;
    const named = letter.after(commands.nameBaseSignatory, { actor: COORDINATOR });
    expect(named.state.turn.since).toBe(since);
    const approved = named.after(approve(named, BASE), { actor: DISTRICT_PERSON });
    expect(approved.state.turn.since).toBe(since);
  });
});
