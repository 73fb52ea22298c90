import { refuse, type Refused } from '@entente/event-sourcing';

import type { AgreementRefusalCode } from '../refusals.js';
import type { Party, Signature } from '../state.js';

/** That it has signed, or said that it will not: nothing is left for it to sign. */
export function settledFault({
  declined,
  signatures,
  signed,
}: Party): Refused<AgreementRefusalCode> | undefined {
  if (declined) return refuse('party-declined', { field: 'partyId', facts: declined });
  const last = signatures.at(-1);
  return signed && last ? alreadySigned(last) : undefined;
}

export function alreadySigned({ means, signedOn, place }: Signature): Refused<'already-signed'> {
  const where = place === undefined ? {} : { place };
  return refuse('already-signed', { field: 'partyId', facts: { means, signedOn, ...where } });
}
