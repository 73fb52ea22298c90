import { otherwise } from './decision.js';
import { signingNow } from './signing/order.js';
import type { ProposedAgreement, Turn } from './state.js';

const COORDINATOR: Turn['who'] = ['coordinator'];

/** Whose move it is after the event recorded at `recordedAt`; `since` stays while it is the same people's. */
export function withTurn(state: ProposedAgreement, recordedAt: string): ProposedAgreement {
  const who = whoseTurn(state);
  const same =
    who.length === state.turn.who.length && who.every((name, index) => name === state.turn.who[index]);
  return same ? state : { ...state, turn: { who, since: recordedAt } };
}

function whoseTurn(state: ProposedAgreement): Turn['who'] {
  const { parties, textHash } = state;
  const idsOf = (chosen: typeof parties): Turn['who'] =>
    chosen.length > 0 ? chosen.map(({ partyId }) => partyId) : COORDINATOR;
  switch (state.stage) {
    case 'drafting':
      if (parties.length < 2) return COORDINATOR;
      return idsOf(
        parties.filter(
          ({ approvedHash, signatory }) => !signatory || textHash === null || approvedHash !== textHash,
        ),
      );
    case 'signing':
      if (parties.some(({ declined }) => declined)) return COORDINATOR;
      return idsOf(signingNow(state));
    case 'joint-research':
      return idsOf(parties.filter(({ partyId }) => owesWork(state, partyId)));
    case 'review':
      return COORDINATOR;
    case 'concluded':
    case 'terminated':
    case 'withdrawn':
    case 'declined':
      return [];
    default:
      return otherwise(state, []);
  }
}

function owesWork({ milestones }: ProposedAgreement, partyId: string): boolean {
  return milestones.some(({ completedOn, confirmedBy, ownerPartyId }) =>
    completedOn === undefined ? ownerPartyId === partyId : !confirmedBy.includes(partyId),
  );
}
