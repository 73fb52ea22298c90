import { given } from '@entente/event-sourcing';

import { formatNumber, numberIn, registerDecider, type AssignReferenceNumber } from './register.js';

const assign: AssignReferenceNumber = {
  type: 'AssignReferenceNumber',
  agreementId: 'first',
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
    expect(register.when({ ...assign, agreementId: 'third' }, {}).decision).toEqual([
      assigned('third', 'LOI-2026-0003'),
    ]);
    expect(numberIn(register.state, 'first')).toBe('LOI-2026-0001');
    expect(numberIn(register.state, 'nobody')).toBeUndefined();
  });

  it('gives an agreement one number only', () => {
    expect(
      given(registerDecider, { facts: [assigned('first', 'LOI-2026-0001')] }).when(assign, {}).decision,
    ).toEqual([]);
  });

  it('fills the pattern in', () => {
    expect(formatNumber('LOI-{year}-{number:4}', 2026, 12345)).toBe('LOI-2026-12345');
    expect(formatNumber('{number}/{year}', 2026, 7)).toBe('7/2026');
    expect(formatNumber('fixed', 2026, 7)).toBe('fixed');
  });
});
