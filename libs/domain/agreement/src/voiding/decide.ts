import { refuse } from '@entente/event-sourcing';

import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { OverriddenAction, StageEntered } from '../events.js';
import type { ProposedAgreement } from '../state.js';
import { cancelled } from '../workflow/deadlines.js';
import { VOIDED } from '../workflow/definitions.js';

/** Says that this never was an agreement. It keeps its number, so that no number is ever missing. */
export function voidingOf(
  state: ProposedAgreement,
  { as, of }: Extract<OverriddenAction, { type: 'VoidAgreement' }>,
  reason: string | null,
  { duplicated }: Situation,
): AgreementDecision {
  if (state.voided) return [];
  if ((as === 'duplicate') !== (of !== undefined) || of !== duplicated?.agreementId) {
    return refuse('unknown-duplicate', { field: 'of' });
  }
  const pinned = duplicated && `agreement-${duplicated.agreementId}@${duplicated.revision}`;
  return [
    { type: 'AgreementVoided', data: { as, ...(pinned === undefined ? {} : { of: pinned }), reason } },
    entered(state),
    ...state.deadlines.filter(({ status }) => status === 'open').map(cancelled),
  ];
}

function entered({ stage: from }: ProposedAgreement): StageEntered {
  const { name: to, title } = VOIDED;
  return {
    type: 'StageEntered',
    data: { from, to, transition: 'void', conditions: [], title, activities: [], moves: [], final: true },
  };
}
