import type { Decision } from '@entente/event-sourcing';

import type { AgreementFact } from './events.js';
import type { AgreementRefusalCode } from './refusals.js';

export type AgreementDecision = Decision<AgreementFact, AgreementRefusalCode>;

/** Closes a switch over a union: a member without a case does not compile; a stored stranger changes nothing. */
export function otherwise<Result>(_never: never, result: Result): Result {
  return result;
}
