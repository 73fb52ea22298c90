import { refuse, type Refused } from '@entente/event-sourcing';

import type { Party, ProposedAgreement } from '../state.js';

export function partyOf({ parties }: ProposedAgreement, partyId: string): Party | undefined {
  return parties.find((party) => party.partyId === partyId);
}

export function unknownParty({ parties }: ProposedAgreement, field = 'partyId'): Refused<'unknown-party'> {
  return refuse('unknown-party', { field, facts: { parties: parties.map(({ partyId }) => partyId) } });
}

export function withParty(
  state: ProposedAgreement,
  partyId: string,
  change: (party: Party) => Party,
): ProposedAgreement {
  return {
    ...state,
    parties: state.parties.map((party) => (party.partyId === partyId ? change(party) : party)),
  };
}
