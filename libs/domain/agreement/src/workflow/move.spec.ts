import { commands, letterIn } from '../../../../../test/support/agreement-builders.js';

/** Ten working days from Monday 2 March: due on 16 March. */
const signing = letterIn('signing');
const deadlineId = signing.state.deadlines.at(-1)?.deadlineId ?? '';
const move = (localDate: string) =>
  ({ type: 'MoveDeadline', deadlineId, localDate, reason: 'The hall is taken.' }) as const;

describe('a deadline that is moved', () => {
  it('is set anew on the day that was given, with the reason', () => {
    const { decision } = signing.when(move('2026-03-20'));
    expect(decision).toMatchObject([
      { type: 'DeadlineMoved', data: { deadlineId, from: '2026-03-16', to: '2026-03-20' } },
      {
        type: 'DeadlineSet',
        data: {
          deadlineId,
          localDate: '2026-03-20',
          dueAt: '2026-03-20T16:00:00.000Z',
          rule: 'on 2026-03-20',
        },
      },
    ]);
    expect(signing.after(move('2026-03-20')).state.deadlines.at(-1)).toMatchObject({ status: 'open' });
  });

  it('goes on from a day off to the next working day', () => {
    expect(signing.when(move('2026-03-21')).decision).toMatchObject([
      { data: { to: '2026-03-23' } },
      { data: { localDate: '2026-03-23', rule: 'on 2026-03-21' } },
    ]);
  });

  it('is where it is when it is moved there again', () => {
    expect(signing.when(move('2026-03-16')).decision).toEqual([]);
    // Sunday: it would come back to its Monday.
    expect(signing.when(move('2026-03-15')).decision).toEqual([]);
    expect(signing.after(move('2026-03-20')).when(move('2026-03-20')).decision).toEqual([]);
  });

  it.each([
    ['2026-02-30', 'invalid-date'],
    ['2026-03-01', 'date-in-past'],
    ['2077-03-20', 'date-too-far'],
  ])('cannot be due on %s: %s', (day, code) => {
    expect(signing.when(move(day)).decision).toMatchObject({ refused: { code, field: 'localDate' } });
  });

  it('is one that is open and runs, for a reason', () => {
    expect(signing.when({ ...move('2026-03-20'), deadlineId: 'none' }).summary).toBe('unknown-deadline');
    expect(signing.when({ ...move('2026-03-20'), reason: '' }).summary).toBe('text-missing');
    expect(signing.after(commands.withdraw).when(move('2026-03-20')).summary).toBe('unknown-deadline');
    const stopped = signing.after({ type: 'SuspendDeadlines', reason: 'The harvest first.' });
    expect(stopped.when(move('2026-03-20')).summary).toBe('deadline-suspended');
  });

  it('is missed no more once it has another day', () => {
    const missed = signing.after(
      { type: 'MarkDeadlineMissed', deadlineId },
      { now: '2026-03-17T01:00:00.000Z' },
    );
    expect(missed.state.deadlines.at(-1)).toHaveProperty('missedAt');
    expect(missed.after(move('2026-03-20')).state.deadlines.at(-1)).not.toHaveProperty('missedAt');
  });

  it('is due where it was when that is taken back', () => {
    const moved = signing.after(move('2026-03-20'));
    const back = { type: 'RetractEntry', commandId: moved.commandId(-1), reason: 'A slip.' } as const;
    expect(moved.after(back).state.deadlines).toEqual(signing.state.deadlines);
  });
});
