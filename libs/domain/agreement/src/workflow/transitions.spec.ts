import { commands, letterIn } from '../../../../../test/support/agreement-builders.js';

describe('the way of a letter', () => {
  it.each([
    'drafting',
    'signing',
    'joint-research',
    'review',
    'concluded',
    'terminated',
    'withdrawn',
    'declined',
  ] as const)('leads to %s', (stage) => {
    expect(letterIn(stage).state.stage).toBe(stage);
  });
  it('x', () => {
    console.log(JSON.stringify(letterIn('concluded').state, null, 1));
    expect(commands).toBeTruthy();
  });
});
