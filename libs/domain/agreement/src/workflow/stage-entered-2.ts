import type { Upcaster } from '@entente/event-sourcing';

/**
 * By which commands the stages of the definitions there were could be left, when stage changes did not yet say so. It
 * stays as it is, whatever becomes of those definitions.
 */
const MOVES: Readonly<Record<string, readonly string[]>> = {
  drafting: ['SubmitForSigning', 'WithdrawAgreement'],
  signing: ['CloseDeclined', 'ReopenDrafting', 'WithdrawAgreement'],
  'joint-research': ['SubmitForReview'],
  review: ['ConcludeAgreement'],
  'in-force': ['ConcludeAgreement'],
};

export const stageEntered2: Upcaster = (data) => {
  const to = typeof data['to'] === 'string' ? data['to'] : '';
  return { ...data, moves: (Object.hasOwn(MOVES, to) ? MOVES[to] : undefined) ?? [] };
};
