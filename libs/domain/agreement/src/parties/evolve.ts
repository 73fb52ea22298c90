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
      const { partyId, name, role } = event.data;
      return {
        ...state,
        parties: [...state.parties, { partyId, name, role, signatures: [], signed: false }],
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
