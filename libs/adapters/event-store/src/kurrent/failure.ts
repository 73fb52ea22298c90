import { EventStoreUnavailable } from '@entente/event-sourcing';
import { ErrorType, isCommandError } from '@kurrent/kurrentdb-client';

const CANNOT_NOW: ReadonlySet<string> = new Set([
  ErrorType.UNAVAILABLE,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.TIMEOUT,
  ErrorType.CANCELLED,
  ErrorType.NOT_LEADER,
]);

/** gRPC's own codes, of errors the client passes on as they are: CANCELLED, DEADLINE_EXCEEDED, UNAVAILABLE. */
const CANNOT_NOW_CODES: ReadonlySet<unknown> = new Set([1, 4, 14]);

/** What a server says that is starting, stopping or electing; the client has no name for it, or only its code. */
const CANNOT_NOW_MESSAGES = /^Failed to discover|Server Is (Not Ready|Too Busy)/iu;

/** What the port says about an error of the client: EventStoreUnavailable when a later try may succeed. */
export function asPortError(error: unknown): unknown {
  if (!Error.isError(error) || error instanceof EventStoreUnavailable) return error;
  const cannotNow =
    CANNOT_NOW_MESSAGES.test(error.message) ||
    (isCommandError(error)
      ? CANNOT_NOW.has(error.type)
      : CANNOT_NOW_CODES.has((error as { code?: unknown }).code));
  if (!cannotNow) return error;
  const why = error.message === '' ? 'no answer in time' : error.message;
  return new EventStoreUnavailable(`the log does not answer: ${why}`, { cause: error });
}
