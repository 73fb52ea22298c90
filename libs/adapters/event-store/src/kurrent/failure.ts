import { EventStoreUnavailable } from '@entente/event-sourcing';
import { ErrorType, isCommandError } from '@kurrent/kurrentdb-client';

/** An answer did not come in time: whether the work happened is in doubt, and so is the connection. */
export class EventStoreSilent extends EventStoreUnavailable {}

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

/** What is said where nobody took the request. */
const NEVER_SENT_MESSAGES =
  /No connection established|ECONNREFUSED|Failed to discover|Server Is (Not Ready|Too Busy)|not let this user in/iu;

/** gRPC's PERMISSION_DENIED and UNAUTHENTICATED. */
const NOT_LET_IN_CODES: ReadonlySet<unknown> = new Set([7, 16]);

/** What the port says about an error of the client: EventStoreUnavailable when a later try may succeed. */
export function asPortError(error: unknown): unknown {
  if (!Error.isError(error) || error instanceof EventStoreUnavailable) return error;
  const type = isCommandError(error) ? error.type : undefined;
  const code = (error as { code?: unknown }).code;
  if (type === ErrorType.ACCESS_DENIED || NOT_LET_IN_CODES.has(code)) {
    // Who asked did nothing wrong, and may ask again when the operator has corrected it.
    return new EventStoreUnavailable('the log does not let this user in: correct user and password', {
      cause: error,
    });
  }
  const cannotNow =
    CANNOT_NOW_MESSAGES.test(error.message) ||
    CANNOT_NOW_CODES.has(code) ||
    (type !== undefined && CANNOT_NOW.has(type));
  if (!cannotNow) return error;
  const why = error.message === '' ? 'no answer in time' : error.message;
  return new EventStoreUnavailable(`the log does not answer: ${why}`, { cause: error });
}

/** Whether the server certainly knows nothing of the request. */
export function wasNeverSent(error: EventStoreUnavailable): boolean {
  return NEVER_SENT_MESSAGES.test(error.message);
}

/** Whether nothing more is to be expected of the client that the error came from. */
export function isSilence(error: unknown): boolean {
  if (error instanceof EventStoreSilent) return true;
  const cause = Error.isError(error) ? error.cause : undefined;
  // A client that did not learn in time what its server can do never asks again.
  return Error.isError(cause) && (cause as { code?: unknown }).code === 4;
}
