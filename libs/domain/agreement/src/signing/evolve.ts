import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type {
  DraftingReopened,
  PartyAcceded,
  PartySigned,
  SignatureRecorded,
  SigningDeclined,
  SigningHandedOver,
  SigningOrdered,
} from '../events.js';
import { withParty } from '../parties/parties.js';
import type { PartyRoute } from '../route/party-route.js';
import type { Party, ProposedAgreement } from '../state.js';

type SigningFact =
  | SignatureRecorded
  | PartySigned
  | PartyAcceded
  | SigningDeclined
  | SigningHandedOver
  | SigningOrdered
  | DraftingReopened;

export function evolveSigning(state: ProposedAgreement, event: Stamped<SigningFact>): ProposedAgreement {
  switch (event.type) {
    case 'SignatureRecorded': {
      const { partyId, textHash: _signed, ...signature } = event.data;
      return withParty(state, partyId, (party) => ({
        ...party,
        signatures: [...party.signatures, signature],
      }));
    }
    case 'PartyAcceded': {
      return { ...state, parties: [...state.parties, acceded(event.data)] };
    }
    case 'PartySigned':
      return withParty(state, event.data.partyId, (party) => ({ ...party, signed: true }));
    case 'SigningDeclined': {
      const { partyId, reason } = event.data;
      return withParty(state, partyId, (party) => ({ ...party, declined: { reason } }));
    }
    case 'SigningHandedOver': {
      const { partyId, ...substitute } = event.data;
      return withParty(state, partyId, (party) => ({ ...party, substitute }));
    }
    case 'SigningOrdered':
      return { ...state, signingOrder: event.data.groups };
    case 'DraftingReopened':
      return reopened(state);
    default:
      return otherwise(event, state);
  }
}

function acceded(data: PartyAcceded['data']): Party {
  const { partyId, name, role, title, signatoryTitle, organisation: _, textHash: __, ...signature } = data;
  const { positionId, substituteFor, mandate, signedOn } = signature;
  const signer = { positionId, title };
  const under = mandate === undefined ? {} : { mandate };
  const by =
    substituteFor === undefined
      ? { signatory: signer }
      : {
          signatory: { positionId: substituteFor, title: signatoryTitle ?? title },
          substitute: { ...signer, ...under },
        };
  return { partyId, name, role, ...by, signatures: [signature], signed: true, accededOn: signedOn };
}

/** Drafting begins anew: nobody has been served with anything, and everybody is asked again. */
function reopened({ served: _, routes, ...state }: ProposedAgreement): ProposedAgreement {
  const parties = state.parties.map(asBeforeSigning);
  return { ...state, parties, ...(routes ? { routes: routes.map(unsaid) } : {}) };
}

const unsaid = (route: PartyRoute): PartyRoute => ({ ...route, words: [] });

function asBeforeSigning({ approvedHash: _, declined: __, ...party }: Party): Party {
  const voided = [...(party.voided ?? []), ...party.signatures];
  return { ...party, signatures: [], signed: false, ...(voided.length > 0 ? { voided } : {}) };
}
