import {
  BASE,
  cancel,
  commands,
  complete,
  confirm,
  DISTRICT,
  letterIn,
  milestoneId,
  TODAY,
} from '../../../../../test/support/agreement-builders.js';

const research = letterIn('joint-research');
const planned = research.after(commands.planResearch);
const completed = planned.after(complete(planned));

describe('planning a milestone', () => {
  it('takes the command’s id and sets its own deadline, at the end of the local day', () => {
    const { decision } = research.when(commands.planResearch, { commandId: 'the-command' });
    expect(decision).toMatchObject([
      {
        type: 'MilestonePlanned',
        data: { milestoneId: 'the-command', kind: 'research', ownerPartyId: BASE, dueOn: '2026-06-30' },
      },
      {
        type: 'DeadlineSet',
        data: {
          deadlineId: 'milestone-the-command',
          kind: 'milestone',
          subject: 'the-command',
          rule: 'on 2026-06-30',
          localDate: '2026-06-30',
          dueAt: '2026-06-30T16:00:00.000Z',
          provisional: false,
        },
      },
    ]);
  });

  it('a day off stays the day agreed, and the task moves to the next working day', () => {
    expect(research.when({ ...commands.planResearch, dueOn: '2026-05-02' }).decision).toMatchObject([
      { data: { dueOn: '2026-05-02' } },
      { data: { rule: 'on 2026-05-02', localDate: '2026-05-06', dueAt: '2026-05-06T16:00:00.000Z' } },
    ]);
  });

  it('a day beyond the published calendar is provisional', () => {
    expect(research.when({ ...commands.planResearch, dueOn: '2031-03-03' }).decision).toMatchObject([
      {},
      { data: { provisional: true } },
    ]);
  });

  it('may fall due today', () => {
    expect(research.when({ ...commands.planResearch, dueOn: TODAY }).summary).toEqual([
      'MilestonePlanned',
      'DeadlineSet',
    ]);
  });

  it.each([
    ['invalid-date', { dueOn: 'soon' }],
    ['date-in-past', { dueOn: '2026-03-01' }],
    ['date-too-far', { dueOn: '2076-03-03' }],
    ['date-too-far', { dueOn: '9999-12-31' }],
    ['text-missing', { title: {} }],
    ['text-too-long', { title: { en: 'x'.repeat(201) } }],
    ['unknown-party', { ownerPartyId: 'nobody' }],
  ])('is refused: %s', (code, change) => {
    expect(research.when({ ...commands.planResearch, ...change }).summary).toBe(code);
  });

  it('two milestones may be alike', () => {
    expect(planned.when(commands.planResearch).summary).toEqual(['MilestonePlanned', 'DeadlineSet']);
  });

  it('is possible in joint research only', () => {
    expect(letterIn('signing').when(commands.planResearch).summary).toBe('wrong-stage');
    expect(letterIn('review').when(commands.planResearch).summary).toBe('wrong-stage');
  });
});

describe('completing a milestone', () => {
  it('counts as its owner’s confirmation and meets its deadline', () => {
    const { decision, state } = planned.when(complete(planned));
    expect(decision).toEqual([
      {
        type: 'MilestoneCompleted',
        data: { milestoneId: milestoneId(planned), completedOn: TODAY },
        effectiveOn: TODAY,
      },
      { type: 'DeadlineMet', data: { deadlineId: `milestone-${milestoneId(planned)}` } },
    ]);
    expect(state).toMatchObject({ milestones: [{ completedOn: TODAY, confirmedBy: [BASE] }] });
  });

  it('again is a repeat; on another day it is refused', () => {
    expect(completed.when(complete(completed)).summary).toEqual([]);
    const earlier = {
      type: 'CompleteMilestone',
      milestoneId: milestoneId(completed),
      completedOn: '2026-03-01',
    } as const;
    expect(completed.when(earlier).decision).toEqual({
      refused: { code: 'already-completed', field: 'completedOn', facts: { completedOn: TODAY } },
    });
  });

  it.each([
    ['invalid-date', '2026-13-01'],
    ['date-in-future', '2026-03-03'],
    ['completed-before-plan', '2026-03-01'],
  ])('is of a day that can be: %s', (code, completedOn) => {
    const command = { type: 'CompleteMilestone', milestoneId: milestoneId(planned), completedOn } as const;
    expect(planned.when(command).summary).toBe(code);
  });

  it('may be reported after it was due, of the day it happened', () => {
    const { summary } = planned.when(complete(planned), { now: '2026-08-01T01:00:00.000Z' });
    expect(summary).toEqual(['MilestoneCompleted', 'DeadlineMet']);
  });

  it('takes a milestone of the agreement, in joint research', () => {
    const unknown = { type: 'CompleteMilestone', milestoneId: 'nothing', completedOn: TODAY } as const;
    expect(planned.when(unknown).summary).toBe('unknown-milestone');
    expect(letterIn('review').when(unknown).summary).toBe('wrong-stage');
  });
});

describe('confirming a milestone', () => {
  it('adds the other party’s word', () => {
    const { summary, state } = completed.when(confirm(completed, DISTRICT));
    expect(summary).toEqual(['MilestoneConfirmed']);
    expect(state).toMatchObject({
      milestones: [{ confirmedBy: [BASE, DISTRICT] }],
      turn: { who: ['coordinator'] },
    });
  });

  it('again, or by the owner who reported it, is a repeat', () => {
    const confirmed = completed.after(confirm(completed, DISTRICT));
    expect(confirmed.when(confirm(confirmed, DISTRICT)).summary).toEqual([]);
    expect(completed.when(confirm(completed, BASE)).summary).toEqual([]);
  });

  it('before it is completed is refused', () => {
    expect(planned.when(confirm(planned, DISTRICT)).summary).toBe('milestone-not-completed');
  });

  it('takes a milestone and a party of the agreement', () => {
    expect(
      completed.when({ type: 'ConfirmMilestone', milestoneId: 'nothing', partyId: DISTRICT }).summary,
    ).toBe('unknown-milestone');
    expect(completed.when(confirm(completed, 'nobody')).summary).toBe('unknown-party');
  });
});

describe('cancelling a milestone', () => {
  const cancelled = planned.after(cancel(planned));
  const again = cancelled.after(commands.planResearch);

  it('ends its deadline, with the reason', () => {
    const { decision, state } = planned.when(cancel(planned));
    expect(decision).toEqual([
      {
        type: 'MilestoneCancelled',
        data: { milestoneId: milestoneId(planned), reason: 'The site was sold.' },
      },
      { type: 'DeadlineCancelled', data: { deadlineId: `milestone-${milestoneId(planned)}` } },
    ]);
    expect(state).toMatchObject({
      milestones: [{ cancelled: { reason: 'The site was sold.' } }],
      turn: { who: ['coordinator'] },
    });
  });

  it('again is a repeat; with another reason it is refused', () => {
    expect(cancelled.when(cancel(cancelled)).summary).toEqual([]);
    const otherwise = cancel(cancelled, { reason: 'Others paid for the study.' });
    expect(cancelled.when(otherwise).summary).toBe('milestone-cancelled');
  });

  it('leaves nothing to complete or to confirm', () => {
    expect(cancelled.when(complete(cancelled)).summary).toBe('milestone-cancelled');
    expect(cancelled.when(confirm(cancelled, DISTRICT)).summary).toBe('milestone-not-completed');
  });

  it('comes too late for one that was reported as completed', () => {
    expect(completed.when(cancel(completed)).decision).toEqual({
      refused: { code: 'already-completed', field: 'milestoneId', facts: { completedOn: TODAY } },
    });
  });

  it('takes a reason and a milestone of the agreement, in joint research', () => {
    const unknown = { type: 'CancelMilestone', milestoneId: 'nothing', reason: 'x' } as const;
    expect(planned.when(cancel(planned, { reason: ' ' })).summary).toBe('text-missing');
    expect(planned.when(unknown).summary).toBe('unknown-milestone');
    expect(letterIn('review').when(unknown).summary).toBe('wrong-stage');
  });

  it('no longer stands against the review, as long as another one was done', () => {
    expect(cancelled.when(commands.submitForReview).summary).toBe('conditions-not-met');
    const done = again.after(complete(again, 1));
    const confirmed = done.after(confirm(done, DISTRICT, 1));
    expect(confirmed.when(commands.submitForReview).state.stage).toBe('review');
  });
});
