import { signingNow } from './signing/order.js';
import type { ProposedAgreement, Turn } from './state.js';
import type { ActivityName } from './workflow/definition.js';

const COORDINATOR: Turn['who'] = ['coordinator'];

/** Whose move it is after the event recorded at `recordedAt`; for each it began when it last came to be theirs. */
export function withTurn(state: ProposedAgreement, recordedAt: string): ProposedAgreement {
  const who = whoseTurn(state);
  const served = servedTurn(state);
  const began = who.map((name) => {
    const before = state.turn.began[state.turn.who.indexOf(name)];
    return (served?.to.includes(name) ? served.at : before) ?? recordedAt;
  });
  // UTC ISO text of one width sorts like time.
  const since = began.toSorted()[0] ?? (state.turn.who.length === 0 ? state.turn.since : recordedAt);
  const { turn } = state;
  const same =
    since === turn.since &&
    who.length === turn.who.length &&
    who.every((name, index) => name === turn.who[index] && began[index] === turn.began[index]);
  return same ? state : { ...state, turn: { who, since, began } };
}

function whoseTurn(state: ProposedAgreement): Turn['who'] {
  const { parties } = state;
  const idsOf = (chosen: typeof parties): Turn['who'] =>
    chosen.length > 0 ? chosen.map(({ partyId }) => partyId) : COORDINATOR;
  if (state.ended) return [];
  if (opens(state, 'signing@1')) {
    if (parties.some(({ declined }) => declined)) return COORDINATOR;
    return idsOf(signingNow(state));
  }
  if (isDrafting(state)) {
    if (parties.length < 2) return COORDINATOR;
    const owing = parties.filter((party) => owesDraft(state, party));
    const served = owing.filter(({ partyId }) => state.served?.to.includes(partyId));
    return idsOf(served.length > 0 ? served : owing);
  }
  return opens(state, 'research@1')
    ? idsOf(parties.filter(({ partyId }) => owesWork(state, partyId)))
    : COORDINATOR;
}

/** By which the turn went to those served, while the text is drafted. */
function servedTurn(state: ProposedAgreement): ProposedAgreement['served'] {
  return !state.ended && !opens(state, 'signing@1') && isDrafting(state) ? state.served : undefined;
}

function opens({ activities }: ProposedAgreement, ...names: readonly ActivityName[]): boolean {
  return names.some((name) => activities.includes(name));
}

function isDrafting(state: ProposedAgreement): boolean {
  return opens(state, 'parties@1', 'text@1');
}

function owesDraft(
  { textHash }: ProposedAgreement,
  { approvedHash, signatory }: ProposedAgreement['parties'][number],
): boolean {
  return !signatory || textHash === null || approvedHash !== textHash;
}

function owesWork({ milestones }: ProposedAgreement, partyId: string): boolean {
  return milestones
    .filter(({ cancelled }) => !cancelled)
    .some(({ completedOn, confirmedBy, ownerPartyId }) =>
      completedOn === undefined ? ownerPartyId === partyId : !confirmedBy.includes(partyId),
    );
}
