import {
  BASE,
  commands,
  COORDINATOR,
  letterIn,
  Letter,
  sampleContext,
  TODAY,
} from '../../../../../test/support/agreement-builders.js';
import type { MarkDeadlineMissed } from '../commands.js';
import type { WhenMissed } from './reminder-policy.js';

const TIMER = { actor: 'system:timer' };
/** Drafting is due on 30 March, signing on 16 March. */
const OVER = { now: '2026-03-30T16:00:00.000Z', ...TIMER };

function openOf(letter: Letter, kind = 'stage'): MarkDeadlineMissed {
  const open = letter.state.deadlines.find(
    (deadline) => deadline.status === 'open' && deadline.kind === kind,
  );
  return { type: 'MarkDeadlineMissed', deadlineId: open?.deadlineId ?? 'none' };
}

/** The letter as if its definition said so of the stage. */
function where(letter: Letter, name: string, whenMissed: WhenMissed): Letter {
  const { definition } = letter.context;
  const stages = definition.stages.map((stage) =>
    stage.name === name && stage.deadline ? { ...stage, deadline: { ...stage.deadline, whenMissed } } : stage,
  );
  return new Letter(letter.entries, sampleContext({ definition: { ...definition, stages } }));
}

describe('a deadline whose day is over', () => {
  const letter = letterIn('drafting');
  const missed = letter.after(openOf(letter), OVER);

  it('is marked as missed and stays open: what is due is still to be done', () => {
    expect(letter.when(openOf(letter), OVER).summary).toEqual(['DeadlineMissed']);
    expect(missed.state).toMatchObject({
      stage: 'drafting',
      deadlines: [{ status: 'open', missedAt: OVER.now }],
    });
  });

  it('is missed once', () => {
    expect(missed.when(openOf(letter), OVER).summary).toEqual([]);
  });

  it('is not missed a moment before, whatever the timer says', () => {
    const early = { ...OVER, now: '2026-03-30T15:59:59.999Z' };
    expect(letter.when(openOf(letter), early).decision).toMatchObject({
      refused: { code: 'deadline-not-over', facts: { dueAt: OVER.now } },
    });
  });

  it('that was met or fell away is left alone, and one nobody knows refused', () => {
    const [drafting] = letterIn('signing').state.deadlines;
    const command = { type: 'MarkDeadlineMissed', deadlineId: drafting?.deadlineId ?? '' } as const;
    expect(letterIn('signing').when(command, OVER).summary).toEqual([]);
    const withdrawn = letter.after(commands.withdraw);
    expect(withdrawn.when(openOf(letter), OVER).summary).toEqual([]);
    expect(letter.when({ ...command, deadlineId: 'none' }, OVER).summary).toBe('unknown-deadline');
  });

  it('is no line of history that anybody takes back', () => {
    const retract = { type: 'RetractEntry', commandId: missed.commandId(-1), reason: 'x' } as const;
    expect(missed.when({ ...retract, override: true }, OVER).summary).toBe('not-retractable');
  });

  it('set anew is another one', () => {
    const research = letterIn('joint-research').after(commands.planResearch);
    const due = { now: '2030-01-01T00:00:00.000Z' };
    const late = research.after(openOf(research, 'milestone'), { ...due, ...TIMER });
    const moved = late.after(
      {
        type: 'CorrectEntry',
        commandId: research.commandId(-1),
        field: 'dueOn',
        value: '2030-06-03',
        reason: 'It was meant for June.',
        override: true,
      },
      { ...due, actor: COORDINATOR },
    );
    expect(moved.state.overrides.length).toBe(1);
  });
});

describe('a stage that is not over in time', () => {
  it('lets the agreement expire where its definition says so, and with it what was due', () => {
    const letter = where(letterIn('drafting'), 'drafting', 'expire');
    expect(letter.when(openOf(letter), OVER).summary).toEqual([
      'DeadlineMissed',
      'StageEntered',
      'DeadlineCancelled',
    ]);
    const { state } = letter.after(openOf(letter), OVER);
    expect(state).toMatchObject({ stage: 'expired', ended: true, turn: { who: [] } });
  });

  it('goes the way a transition leads, as one that leaves its duty undone', () => {
    const letter = where(letterIn('signing'), 'signing', { transition: 'reopen-drafting' });
    const { state } = letter.after(openOf(letter), OVER);
    expect(state.stage).toBe('drafting');
    expect(state.deadlines).toMatchObject([{ status: 'met' }, { status: 'cancelled' }, { status: 'open' }]);
  });

  it('ends nothing by itself once a signature was given on paper', () => {
    const signed = where(letterIn('signing').after(commands.signBase), 'signing', 'expire');
    expect(signed.when(openOf(signed), OVER).summary).toEqual(['DeadlineMissed']);
  });

  it('can be taken up again by two when it had expired', () => {
    const letter = where(letterIn('drafting'), 'drafting', 'expire');
    const expired = letter.after(openOf(letter), OVER);
    const asked = expired.after(
      { type: 'RetractEntry', commandId: expired.commandId(-1), reason: 'A week more.', override: true },
      { now: OVER.now },
    );
    const back = asked.after(
      { type: 'ConfirmOverride', overrideId: asked.commandId(-1) },
      { now: OVER.now, actor: 'somebody-else' },
    );
    expect(back.state).toMatchObject({ stage: 'drafting', ended: false, deadlines: [{ status: 'open' }] });
  });
});

describe('what was done in time and recorded late', () => {
  const late = { now: '2026-03-20T01:00:00.000Z' };

  it('meets the deadline of the signing as done in time', () => {
    const signing = letterIn('signing');
    const missed = signing.after(openOf(signing), { now: late.now, ...TIMER });
    const [first, second] = [commands.signBase, commands.signDistrict].map((signature) => ({
      ...signature,
      evidence: 'The protocol of the day.',
    }));
    const signed = missed.after(first!, late).after(second!, late);
    expect(signed.state.deadlines.find(({ subject }) => subject === 'signing')).toMatchObject({
      status: 'met',
      missedAt: late.now,
      lateRecorded: true,
    });
  });

  it('but a day after the due date is late, and a record in time is no late record', () => {
    const signing = letterIn('signing').after(commands.signBase);
    const evening = signing.after({ ...commands.signDistrict, signedOn: '2026-03-18' }, late);
    expect(
      evening.state.deadlines.find(({ subject }) => subject === 'signing')?.lateRecorded,
    ).toBeUndefined();
    const prompt = signing.after(commands.signDistrict);
    expect(prompt.state.deadlines.find(({ subject }) => subject === 'signing')?.lateRecorded).toBeUndefined();
  });

  it('meets a milestone by the day on which it was completed', () => {
    const research = letterIn('joint-research').after(commands.planResearch);
    const { milestoneId = '', dueOn = '' } = research.state.milestones[0] ?? {};
    const complete = { type: 'CompleteMilestone', milestoneId, completedOn: TODAY } as const;
    const after = { now: `${Number(dueOn.slice(0, 4)) + 1}-01-04T01:00:00.000Z` };
    const done = research.after(complete, after);
    expect(done.state.deadlines.find(({ kind }) => kind === 'milestone')).toMatchObject({
      status: 'met',
      lateRecorded: true,
    });
    expect(BASE).toBeTruthy();
  });
});
