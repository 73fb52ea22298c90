import { refuse } from '@entente/event-sourcing';

import type { OrderSigning } from '../commands.js';
import type { AgreementDecision } from '../decision.js';
import type { Party, ProposedAgreement } from '../state.js';

/** The parties whose turn it is to sign: of the first group that has somebody left, all that have not. */
export function signingNow({
  parties,
  signingOrder,
}: Pick<ProposedAgreement, 'parties' | 'signingOrder'>): readonly Party[] {
  const open = parties.filter(({ signed }) => !signed);
  const group = signingOrder?.find((ids) => open.some(({ partyId }) => ids.includes(partyId)));
  // A party invited after the order was set stands in no group, and waits for nobody.
  return open.filter(({ partyId }) => !group || group.includes(partyId) || !isOrdered(signingOrder, partyId));
}

/** The parties that sign before this one and have not. */
export function waitingFor(state: ProposedAgreement, { partyId }: Party): readonly string[] {
  const now = signingNow(state);
  return now.some((party) => party.partyId === partyId) ? [] : now.map((party) => party.partyId);
}

export function orderSigning({ parties }: ProposedAgreement, { groups }: OrderSigning): AgreementDecision {
  const ids = parties.map(({ partyId }) => partyId);
  const named = groups.flat();
  const right =
    groups.every((group) => group.length > 0) &&
    named.length === ids.length &&
    ids.every((partyId) => named.includes(partyId));
  if (!right) return refuse('invalid-order', { field: 'groups', facts: { parties: ids } });
  return [{ type: 'SigningOrdered', data: { groups } }];
}

function isOrdered(order: ProposedAgreement['signingOrder'], partyId: string): boolean {
  return order?.some((group) => group.includes(partyId)) ?? false;
}
