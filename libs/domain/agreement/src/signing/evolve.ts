import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type { PartySigned, SignatureRecorded, SigningDeclined } from '../events.js';
import { withParty } from '../parties/parties.js';
import type { ProposedAgreement } from '../state.js';

export function evolveSigning(
  state: ProposedAgreement,
  event: Stamped<SignatureRecorded | PartySigned | SigningDeclined>,
): ProposedAgreement {
  switch (event.type) {
    case 'SignatureRecorded': {
      const { partyId, means, signedOn, place } = event.data;
      const signature = { means, signedOn, ...(place === undefined ? {} : { place }) };
      return withParty(state, partyId, (party) => ({ ...party, signature }));
    }
    case 'PartySigned':
      return withParty(state, event.data.partyId, (party) => ({ ...party, signed: true }));
    case 'SigningDeclined': {
      const { partyId, reason } = event.data;
      return withParty(state, partyId, (party) => ({ ...party, declined: { reason } }));
    }
    default:
      return otherwise(event, state);
  }
}
