import { refuse } from '@entente/event-sourcing';

import type { AgreementDecision } from '../decision.js';
import type { ProposedAgreement } from '../state.js';
import { cancelled } from './deadlines.js';

/** The duty stays, its day falls away. */
export function waiverOf(
  { deadlines }: ProposedAgreement,
  deadlineId: string,
  reason: string | null,
): AgreementDecision {
  const deadline = deadlines.find((known) => known.deadlineId === deadlineId);
  if (deadline?.status === 'cancelled') return [];
  if (deadline?.status !== 'open') return refuse('unknown-deadline', { field: 'deadlineId' });
  return [{ type: 'DeadlineWaived', data: { deadlineId, reason } }, cancelled(deadline)];
}
