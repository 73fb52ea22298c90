import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type { PartyInvited, SignatoryNamed } from '../events.js';
import type { ProposedAgreement } from '../state.js';
import { withParty } from './parties.js';

export function evolveParties(
  state: ProposedAgreement,
  event: Stamped<PartyInvited | SignatoryNamed>,
): ProposedAgreement {
  switch (event.type) {
    case 'PartyInvited': {
      const { partyId, name, role, approvalRoute } = event.data;
      const route = approvalRoute ? { approvalRoute } : {};
      return {
        ...state,
        parties: [...state.parties, { partyId, name, role, ...route, signatures: [], signed: false }],
      };
    }
    case 'SignatoryNamed': {
      const { partyId, positionId, title } = event.data;
      return withParty(state, partyId, (party) => ({ ...party, signatory: { positionId, title } }));
    }
    default:
      return otherwise(event, state);
  }
}
