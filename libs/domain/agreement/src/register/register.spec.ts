import { given } from '@entente/event-sourcing';

import { formatNumber, numbersIn, registerDecider, type AssignReferenceNumbers } from './register.js';

const assign: AssignReferenceNumbers = {
  type: 'AssignReferenceNumbers',
  agreementIds: ['first'],
  kind: 'letter-of-intent',
  year: 2026,
  pattern: 'LOI-{year}-{number:4}',
};
const assigned = (agreementId: string, number: string) =>
  ({
    type: 'ReferenceNumberAssigned',
    data: { agreementId, kind: 'letter-of-intent', year: 2026, number },
  }) as const;

describe('a register', () => {
  it('gives the first agreement number one', () => {
    const { decision } = given(registerDecider).when(assign, {});
    expect(decision).toEqual([assigned('first', 'LOI-2026-0001')]);
  });

  it('numbers on from what it holds', () => {
    const register = given(
      registerDecider,
      { facts: [assigned('first', 'LOI-2026-0001')] },
      { facts: [assigned('second', 'LOI-2026-0002')] },
    );
    expect(register.when({ ...assign, agreementIds: ['third'] }, {}).decision).toEqual([
      assigned('third', 'LOI-2026-0003'),
    ]);
    expect(numbersIn(register.state, new Set(['first', 'nobody']))).toEqual(
      new Map([['first', 'LOI-2026-0001']]),
    );
  });

  it('gives an agreement one number only', () => {
    expect(
      given(registerDecider, { facts: [assigned('first', 'LOI-2026-0001')] }).when(assign, {}).decision,
    ).toEqual([]);
  });

  it('numbers several at once in their order, without a gap for those that have one or come twice', () => {
    const register = given(registerDecider, { facts: [assigned('first', 'LOI-2026-0001')] });
    const agreementIds = ['second', 'first', 'second', 'third'];
    expect(register.when({ ...assign, agreementIds }, {}).decision).toEqual([
      assigned('second', 'LOI-2026-0002'),
      assigned('third', 'LOI-2026-0003'),
    ]);
  });

  it('fills the pattern in', () => {
    expect(formatNumber('LOI-{year}-{number:4}', 2026, 12345)).toBe('LOI-2026-12345');
    expect(formatNumber('{number}/{year}', 2026, 7)).toBe('7/2026');
    expect(formatNumber('fixed', 2026, 7)).toBe('fixed');
  });
});
