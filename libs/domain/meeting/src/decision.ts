import type { Decision } from '@entente/event-sourcing';

import type { MeetingFact } from './events.js';
import type { MeetingRefusalCode } from './refusals.js';

export type MeetingDecision = Decision<MeetingFact, MeetingRefusalCode>;

/** Closes a switch over a union: a member without a case does not compile; a stored stranger changes nothing. */
export function otherwise<Result>(_never: never, result: Result): Result {
  return result;
}
