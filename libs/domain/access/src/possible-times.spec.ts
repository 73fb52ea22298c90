import { letterIn } from '../../../../test/support/agreement-builders.js';
import { possibleTimes } from './possible-times.js';

const letter = letterIn('signing');
const { definition } = letter.context;
const NOW = '2026-03-03T01:00:00.000Z';
const [deadlineId] = letter.state.deadlines
  .filter(({ status }) => status === 'open')
  .map((one) => one.deadlineId);

describe('what can be done to the days on which something is due', () => {
  it('is to move each that runs, and to stop those that may', () => {
    expect(possibleTimes(letter.state, definition, NOW)).toEqual([
      { command: 'MoveDeadline', deadlineId },
      { command: 'SuspendDeadlines' },
    ]);
  });

  it('is to let those run on that stand still', () => {
    const stopped = letter.after({ type: 'SuspendDeadlines', reason: 'The harvest first.' });
    expect(possibleTimes(stopped.state, definition, NOW)).toEqual([{ command: 'ResumeDeadlines' }]);
  });

  it('is not to stop what is over, and nothing where nothing is due', () => {
    expect(possibleTimes(letter.state, definition, '2026-04-01T01:00:00.000Z')).toEqual([
      { command: 'MoveDeadline', deadlineId },
    ]);
    expect(possibleTimes(letterIn('withdrawn').state, definition, NOW)).toEqual([]);
  });
});
