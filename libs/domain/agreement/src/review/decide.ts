import { refuse } from '@entente/event-sourcing';

import { textFault } from '../checks.js';
import type { GiveVerdict } from '../commands.js';
import type { AgreementDecision } from '../decision.js';
import type { ProposedAgreement } from '../state.js';

export const MAX_REPORT = 5_000;

export function isVerdictRepeat(state: ProposedAgreement, { outcome, report }: GiveVerdict): boolean {
  return state.verdict?.outcome === outcome && state.verdict.report === report;
}

export function decideReview(state: ProposedAgreement, { outcome, report }: GiveVerdict): AgreementDecision {
  if (state.verdict) {
    return refuse('verdict-already-given', { facts: { outcome: state.verdict.outcome } });
  }
  const fault = textFault('report', report, { limit: MAX_REPORT, lines: true });
  return fault ?? [{ type: 'VerdictGiven', data: { outcome, report } }];
}
