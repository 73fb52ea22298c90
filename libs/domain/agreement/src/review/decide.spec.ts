import { commands, letterIn } from '../../../../../test/support/agreement-builders.js';

const review = letterIn('review');

describe('the verdict of a review', () => {
  it('passed: the letter stays in review until it is concluded', () => {
    const { summary, state } = review.when(commands.pass);
    expect(summary).toEqual(['VerdictGiven']);
    expect(state).toMatchObject({
      stage: 'review',
      verdict: { outcome: 'passed', report: 'Done as agreed.' },
    });
  });

  it('passed: concluding ends the letter and keeps the verdict', () => {
    const { decision, state } = review.after(commands.pass).when(commands.conclude);
    expect(decision).toMatchObject([
      { type: 'StageEntered', data: { to: 'concluded', conditions: ['verdict-passed@1'] } },
      { type: 'DeadlineMet', data: { deadlineId: 'review-34' } },
    ]);
    expect(state).toMatchObject({ stage: 'concluded', verdict: { outcome: 'passed' }, turn: { who: [] } });
  });

  it('is needed to conclude', () => {
    expect(review.when(commands.conclude).decision).toEqual({
      refused: { code: 'conditions-not-met', facts: { missing: ['verdict-passed@1'] } },
    });
  });

  it('revision requested: joint research resumes by itself, and the next review starts without a verdict', () => {
    const { decision, state } = review.when(commands.requestRevision);
    expect(decision).toMatchObject([
      { type: 'VerdictGiven' },
      { type: 'StageEntered', data: { from: 'review', to: 'joint-research', transition: 'revise' } },
      { type: 'DeadlineMet', data: { deadlineId: 'review-34' } },
    ]);
    expect(state).not.toHaveProperty('verdict');
    const again = review.after(commands.requestRevision).after(commands.submitForReview);
    expect(again.state).not.toHaveProperty('verdict');
    expect(again.state.deadlines.filter(({ status }) => status === 'open')).toMatchObject([
      { subject: 'signed-copy' },
      { subject: 'review' },
    ]);
    expect(again.when(commands.conclude).summary).toBe('conditions-not-met');
  });

  it('failed: the letter is terminated by itself', () => {
    const { summary, state } = review.when(commands.fail);
    expect(summary).toEqual(['VerdictGiven', 'StageEntered', 'DeadlineMet']);
    expect(state).toMatchObject({ stage: 'terminated', verdict: { outcome: 'failed' } });
  });

  it('again is a repeat; another one is refused', () => {
    const passed = review.after(commands.pass);
    expect(passed.when(commands.pass).summary).toEqual([]);
    expect(passed.when(commands.fail).decision).toEqual({
      refused: { code: 'verdict-already-given', facts: { outcome: 'passed' } },
    });
  });

  it('has a report of 5,000 characters at most', () => {
    expect(review.when({ ...commands.pass, report: 'x'.repeat(5001) }).summary).toBe('text-too-long');
    expect(review.when({ ...commands.pass, report: '字'.repeat(5000) }).summary).toEqual(['VerdictGiven']);
  });

  it('is given in review only', () => {
    expect(letterIn('joint-research').when(commands.pass).summary).toBe('wrong-stage');
  });
});
