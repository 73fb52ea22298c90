import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type { AgreementNumbered, AgreementProposed, AgreementWithdrawn, DeskAssigned } from '../events.js';
import type { ProposedAgreement } from '../state.js';

export function proposed({ data, recordedAt, actor }: Stamped<AgreementProposed>): ProposedAgreement {
  return {
    ...data,
    // Its first stage comes as an event of its own.
    stage: 'proposed',
    stageTitle: { zh: '已提出', en: 'Proposed' },
    activities: [],
    moves: [],
    ended: false,
    proposedAt: recordedAt,
    proposedBy: actor,
    stageSince: recordedAt,
    parties: [],
    sections: [],
    textHash: null,
    milestones: [],
    deadlines: [],
    entries: [],
    retracted: [],
    overrides: [],
    turn: { who: ['coordinator'], since: recordedAt, began: [recordedAt] },
  };
}

export function evolveProposal(
  state: ProposedAgreement,
  event: Stamped<AgreementNumbered | AgreementWithdrawn | DeskAssigned>,
): ProposedAgreement {
  switch (event.type) {
    case 'AgreementNumbered':
      return { ...state, number: event.data.number };
    case 'DeskAssigned':
      return { ...state, deskId: event.data.deskId };
    case 'AgreementWithdrawn':
      // The stage it leads to comes as an event of its own.
      return state;
    default:
      return otherwise(event, state);
  }
}
