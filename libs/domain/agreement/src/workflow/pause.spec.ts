import { commands, letterIn, type Letter } from '../../../../../test/support/agreement-builders.js';
import type { Deadline } from '../state.js';

const suspend = { type: 'SuspendDeadlines', reason: 'The harvest first.' } as const;
const resume = { type: 'ResumeDeadlines' } as const;
/** Ten working days from Monday 2 March: due on 16 March. */
const signing = letterIn('signing');
const deadlineId = signing.state.deadlines.at(-1)?.deadlineId ?? '';
const on = (day: string) => ({ now: `${day}T01:00:00.000Z` });
const due = (letter: Letter): Partial<Deadline> | undefined =>
  letter.state.deadlines.find((one) => one.deadlineId === deadlineId);

describe('deadlines of a letter that is suspended', () => {
  const stopped = signing.after(suspend, on('2026-03-03'));

  it('stop where the definition lets them, with the reason', () => {
    expect(signing.when(suspend).decision).toEqual([
      { type: 'DeadlinesSuspended', data: { deadlineIds: [deadlineId], reason: suspend.reason } },
    ]);
    expect(due(stopped)).toMatchObject({ status: 'open', suspendedAt: '2026-03-03T01:00:00.000Z' });
    expect(signing.when({ ...suspend, reason: ' ' }).summary).toBe('text-missing');
  });

  it('stop once, and not when they are over', () => {
    expect(stopped.when(suspend, on('2026-03-04')).decision).toEqual([]);
    expect(signing.when(suspend, on('2026-03-17')).summary).toBe('nothing-to-suspend');
    expect(letterIn('withdrawn').when(suspend).summary).toBe('nothing-to-suspend');
  });

  it('run on as many working days later as they stood still', () => {
    const { decision } = stopped.when(resume, on('2026-03-10'));
    expect(decision).toMatchObject([
      {
        type: 'DeadlinesResumed',
        data: { deadlines: [{ deadlineId, from: '2026-03-16', to: '2026-03-23' }] },
      },
      { type: 'DeadlineSet', data: { deadlineId, localDate: '2026-03-23', rule: 'P10D working' } },
    ]);
    const running = due(stopped.after(resume, on('2026-03-10')));
    expect(running).toMatchObject({ localDate: '2026-03-23', status: 'open' });
    expect(running).not.toHaveProperty('suspendedAt');
  });

  it('are due no earlier than the day on which they run on, however long they stood still', () => {
    const late = signing.after(suspend, on('2026-03-16'));
    expect(due(late.after(resume, on('2026-05-06')))).toMatchObject({ localDate: '2026-05-06' });
    // A Saturday: the day it was due had not begun to count.
    expect(due(late.after(resume, on('2026-04-11')))).toMatchObject({ localDate: '2026-04-13' });
  });

  it.each(['2026-03-02', '2026-03-07', '2026-03-13', '2026-03-16'])(
    'are as they were when they run on at once, on %s',
    (day) => {
      const { state } = signing.after(suspend, on(day)).after(resume, { now: `${day}T09:00:00.000Z` });
      expect(state.deadlines).toEqual(signing.state.deadlines);
    },
  );

  it('run on once, or not at all', () => {
    expect(signing.when(resume).decision).toEqual([]);
    const running = stopped.after(resume, on('2026-03-10'));
    expect(running.when(resume, on('2026-03-11')).decision).toEqual([]);
  });

  it('are not missed, but met and cancelled as ever', () => {
    const missed = { type: 'MarkDeadlineMissed', deadlineId } as const;
    expect(stopped.when(missed, on('2026-03-17')).decision).toEqual([]);
    const signed = [commands.signBase, commands.signDistrict].reduce(
      (letter, one) => letter.after(one),
      stopped,
    );
    expect(due(signed)).toMatchObject({ status: 'met' });
    expect(due(stopped.after(commands.withdraw))).toMatchObject({ status: 'cancelled' });
  });

  it('run on when what stopped them is taken back, but not before what let them run on', () => {
    const commandId = stopped.commandId(-1);
    const back = { type: 'RetractEntry', commandId, reason: 'Another letter was meant.' } as const;
    expect(due(stopped.after(back))).not.toHaveProperty('suspendedAt');
    const running = stopped.after(resume, on('2026-03-03'));
    expect(running.when(back).summary).toBe('later-entries-depend');
  });

  it('stay where they are for a milestone planned meanwhile, and for the signed copy', () => {
    const research = letterIn('joint-research').after(commands.planResearch);
    const { decision } = research.when(suspend);
    const milestone = research.state.deadlines.find(({ kind }) => kind === 'milestone');
    expect(decision).toMatchObject([{ data: { deadlineIds: [milestone?.deadlineId] } }]);
  });
});
