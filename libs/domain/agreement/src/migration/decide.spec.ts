import {
  definitions,
  type AgreementCommand,
  type StageDefinition,
  type WorkflowDefinition,
} from '@entente/agreement';

import {
  approve,
  BASE,
  commands,
  DISTRICT,
  HEAD,
  Letter,
  letterIn,
  readyToSign,
  sampleContext,
} from '../../../../../test/support/agreement-builders.js';

const letterOfIntent1 = definitions()[0]!;
const TO = 'our-letter@3';
const move = { type: 'MigrateDefinition', to: TO } as const;

/** The house's own letter: the same stages but for what a test changes. */
function ours(
  change: (stage: StageDefinition) => StageDefinition = (stage) => stage,
  rest: Partial<WorkflowDefinition> = {},
): WorkflowDefinition {
  return {
    ...letterOfIntent1,
    name: 'our-letter',
    version: 3,
    stages: letterOfIntent1.stages.map(change),
    ...rest,
  };
}

/** The letter, where this is the definition it is to go by. */
function facing(letter: Letter, target: WorkflowDefinition): Letter {
  return new Letter(letter.entries, { ...letter.context, target });
}

/** The letter after it was moved, going by the definition. */
function moved(letter: Letter, target: WorkflowDefinition, stages?: Record<string, string>): Letter {
  const after = facing(letter, target).after(stages ? { ...move, stages } : move);
  return new Letter(after.entries, { ...after.context, definition: target });
}

const renamed = (from: string, name: string) => (stage: StageDefinition) => ({
  ...stage,
  ...(stage.name === from ? { name } : {}),
  transitions: stage.transitions.map((exit) => (exit.to === from ? { ...exit, to: name } : exit)),
});
const lasting = (name: string, duration?: string) => (stage: StageDefinition) => {
  const { deadline, ...rest } = stage;
  if (stage.name !== name || !deadline) return stage;
  return duration === undefined ? rest : { ...rest, deadline: { ...deadline, duration } };
};
/** Of the command, or what it appends instead. */
const refusal = (letter: Letter, command: AgreementCommand) => {
  const { decision } = letter.when(command);
  return 'refused' in decision ? decision.refused : decision;
};
const typesOf = (letter: Letter) => letter.entries.at(-1)?.facts.map(({ type }) => type);

describe('moving an agreement to another definition', () => {
  it('goes on where it stands, by what the other one says of the stage', () => {
    const target = ours((stage) =>
      stage.name === 'signing' ? { ...stage, title: { en: 'To sign' } } : stage,
    );
    const letter = letterIn('signing').after(commands.signBase);
    const after = moved(letter, target);
    expect(typesOf(after)).toEqual(['DefinitionMigrated']);
    expect(after.state).toMatchObject({
      definition: TO,
      stage: 'signing',
      stageTitle: { en: 'To sign' },
      stageSince: letter.state.stageSince,
      parties: letter.state.parties,
      deadlines: letter.state.deadlines,
    });
    expect(after.after(commands.signDistrict).state.stage).toBe('joint-research');
  });

  it('is nothing when it goes by it already', () => {
    const once = moved(letterIn('drafting'), ours());
    expect(once.when(move).decision).toEqual([]);
  });

  it('finds its stage under another name when it is told', () => {
    const target = ours(renamed('drafting', 'writing'), { initial: 'writing' });
    const letter = facing(letterIn('drafting'), target);
    expect(refusal(letter, move)).toMatchObject({
      code: 'stage-not-there',
      field: 'stages',
      facts: { stage: 'drafting', stages: ['writing'] },
    });
    const after = moved(letter, target, { drafting: 'writing' });
    expect(after.state.stage).toBe('writing');
    // The day stays, under the stage's new name.
    expect(typesOf(after)).toEqual(['DefinitionMigrated', 'DeadlineCancelled', 'DeadlineSet']);
    expect(after.state.deadlines.map(({ subject, status }) => [subject, status])).toEqual([
      ['drafting', 'cancelled'],
      ['writing', 'open'],
    ]);
    expect(after.state.deadlines[1]?.dueAt).toBe(letter.state.deadlines[0]?.dueAt);
  });

  it('is refused into a stage that would open the text again, skip the signing or be an end', () => {
    for (const signing of ['drafting', 'joint-research', 'withdrawn', 'nowhere']) {
      expect(refusal(facing(letterIn('signing'), ours()), { ...move, stages: { signing } })).toMatchObject({
        code: 'stage-not-there',
        facts: { stage: 'signing', stages: ['signing'] },
      });
    }
  });

  it('is refused once the agreement has come to its end', () => {
    for (const stage of ['concluded', 'withdrawn', 'declined', 'voided'] as const)
      expect(refusal(facing(letterIn(stage), ours()), move)).toMatchObject({
        code: 'agreement-ended',
        facts: { stage },
      });
  });

  it('is refused for another kind, and for a definition that is not there', () => {
    expect(
      refusal(facing(letterIn('drafting'), ours(undefined, { kind: 'memorandum' })), move),
    ).toMatchObject({ code: 'other-kind', facts: { kind: 'letter-of-intent' } });
    expect(refusal(facing(letterIn('drafting'), ours(undefined, { version: 4 })), move)).toMatchObject({
      code: 'unknown-definition',
    });
  });

  it('is refused where the other definition knows a party’s role no more, or has it only once', () => {
    const [base] = letterOfIntent1.partyRoles;
    expect(
      refusal(facing(letterIn('drafting'), ours(undefined, { partyRoles: [base!] })), move),
    ).toMatchObject({ code: 'unknown-role', facts: { roles: ['think-tank-base'] } });
    const shared = ours(undefined, { partyRoles: [{ ...base!, several: true }] });
    const parties = [BASE, DISTRICT].map((partyId) => ({ partyId, role: 'think-tank-base' }));
    const two = new Letter([], sampleContext({ definition: shared })).after({ ...commands.propose, parties });
    expect(
      refusal(facing(two, ours(undefined, { partyRoles: [base!], version: 4 })), {
        ...move,
        to: 'our-letter@4',
      }),
    ).toMatchObject({ code: 'role-taken', facts: { partyId: DISTRICT } });
  });

  it('is refused where a value that is filled in is not valid, and where one is missing', () => {
    const budget = (rule: object, required: readonly string[] = []) =>
      ours(undefined, {
        attributes: {
          type: 'object',
          properties: {
            budget: { type: 'integer', titles: { en: 'Budget' }, ...rule },
            topic: { type: 'string', titles: { en: 'Topic' } },
          },
          required,
          additionalProperties: false,
        },
      });
    const filled = new Letter([], sampleContext({ definition: { ...budget({}), version: 2 } })).after({
      ...commands.propose,
      attributes: { budget: 500 },
    });
    expect(refusal(facing(filled, budget({ maximum: 100 })), move)).toMatchObject({
      code: 'wrong-attribute',
      field: 'attributes.budget',
    });
    expect(refusal(facing(filled, budget({}, ['topic'])), move)).toMatchObject({
      code: 'attribute-required',
    });
    expect(refusal(facing(filled, ours()), move)).toMatchObject({ code: 'unknown-attribute' });
    expect(moved(filled, budget({ maximum: 500 })).state.attributes).toEqual({ budget: 500 });
  });

  describe('the deadline of the stage', () => {
    const letter = letterIn('drafting');
    const [before] = letter.state.deadlines;

    it('is counted anew from the beginning of the stage where the rule is another', () => {
      const [after, ...others] = moved(letter, ours(lasting('drafting', 'P30D'))).state.deadlines;
      expect(others).toEqual([]);
      expect(after).toMatchObject({ deadlineId: before?.deadlineId, rule: 'P30D working', status: 'open' });
      expect(after?.localDate).toBe('2026-04-14');
    });

    it('falls away where the other definition has none, and begins where this one had none', () => {
      const without = moved(letter, ours(lasting('drafting')));
      expect(without.state.deadlines).toMatchObject([{ status: 'cancelled' }]);
      const research = letterIn('joint-research');
      const target = ours((stage) =>
        stage.name === 'joint-research'
          ? { ...stage, deadline: { duration: 'P9D', remind: { workingDaysBefore: [1], onTheDay: true } } }
          : stage,
      );
      const open = moved(research, target).state.deadlines.filter(({ status }) => status === 'open');
      expect(open.map(({ kind }) => kind)).toEqual(['signed-copy', 'stage']);
    });

    it('makes nobody late who was in time', () => {
      const target = ours(lasting('drafting', 'P2D'));
      const facingIt = facing(letter, target);
      const soon = facingIt.after(move, { now: '2026-03-20T01:00:00.000Z' }).state.deadlines[0];
      expect(soon?.localDate).toBe('2026-03-24');
      const late = facingIt.after(move, { now: '2026-05-20T01:00:00.000Z' }).state.deadlines[0];
      expect(late?.localDate).toBe('2026-03-04');
    });

    it('stays away once it was waived', () => {
      const asked = letter.after({
        type: 'WaiveDeadline',
        deadlineId: before?.deadlineId ?? '',
        reason: 'Agreed by both.',
      });
      const waived = asked.after(
        { type: 'ConfirmOverride', overrideId: asked.commandId(-1) },
        { actor: HEAD },
      );
      const after = moved(waived, ours(lasting('drafting', 'P30D')));
      expect(after.state.deadlines).toMatchObject([{ status: 'cancelled' }]);
    });
  });

  it('moves on at once where the other definition asks for no more', () => {
    const target = ours((stage) => ({
      ...stage,
      transitions: stage.transitions.map((exit) =>
        exit.name === 'all-signed'
          ? { ...exit, conditions: [{ name: 'quorum-signed@1' as const, count: 1 }] }
          : exit,
      ),
    }));
    const after = moved(letterIn('signing').after(commands.signBase), target);
    expect(typesOf(after)).toContain('StageEntered');
    expect(after.state).toMatchObject({ stage: 'joint-research', definition: TO });
  });

  it('can be taken back while nothing was done under the other definition', () => {
    const after = moved(letterIn('drafting'), ours());
    const take = {
      type: 'RetractEntry',
      commandId: after.commandId(-1),
      reason: 'The wrong version.',
    } as const;
    expect(after.after(take).state).toMatchObject({ definition: 'letter-of-intent@1', stage: 'drafting' });
    expect(refusal(after.after(commands.nameBaseSignatory), take)).toMatchObject({
      code: 'later-entries-depend',
    });
    // What was done before it stays: it was asked whether it fits.
    const ready = readyToSign();
    const approval = moved(ready, ours());
    expect(approval.state.parties.every(({ approvedHash }) => approvedHash === ready.state.textHash)).toBe(
      true,
    );
    expect(approval.when(approve(approval, BASE)).decision).toEqual([]);
  });
});
