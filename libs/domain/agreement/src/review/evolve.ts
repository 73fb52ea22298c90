import type { Stamped } from '@entente/event-sourcing';

import type { VerdictGiven } from '../events.js';
import type { ProposedAgreement } from '../state.js';

export function evolveReview(state: ProposedAgreement, { data }: Stamped<VerdictGiven>): ProposedAgreement {
  return { ...state, verdict: data };
}
