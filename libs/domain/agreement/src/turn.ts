import { signingNow } from './signing/order.js';
import type { ProposedAgreement, Turn } from './state.js';
import type { ActivityName } from './workflow/definition.js';

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
  if (state.ended) return [];
  const opens = (...names: readonly ActivityName[]): boolean =>
    names.some((name) => state.activities.includes(name));
  if (opens('signing@1')) {
    if (parties.some(({ declined }) => declined)) return COORDINATOR;
    return idsOf(signingNow(state));
  }
  if (opens('parties@1', 'text@1')) {
    if (parties.length < 2) return COORDINATOR;
    return idsOf(
      parties.filter(
        ({ approvedHash, signatory }) => !signatory || textHash === null || approvedHash !== textHash,
      ),
    );
  }
  return opens('research@1') ? idsOf(parties.filter(({ partyId }) => owesWork(state, partyId))) : COORDINATOR;
}

function owesWork({ milestones }: ProposedAgreement, partyId: string): boolean {
  return milestones.some(({ completedOn, confirmedBy, ownerPartyId }) =>
    completedOn === undefined ? ownerPartyId === partyId : !confirmedBy.includes(partyId),
  );
}
