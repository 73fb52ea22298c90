import { EventStoreUnavailable } from '@entente/event-sourcing';
import { isDatabaseUnavailable } from '@entente/platform';

// Out of disk, memory or connections; cancelled for its time; read-only, as a standby is until it takes over; I/O error.
const CANNOT_NOW = /^(53...|57014|25006|58030)$/u;

/** What the port says about an error of pg: EventStoreUnavailable when a later try may succeed. */
export function asPortError(error: unknown): unknown {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  if (constraint === 'event_id_once') {
    return new TypeError('an event id of this append stands elsewhere in its stream', { cause: error });
  }
  const cannotNow = typeof code === 'string' && CANNOT_NOW.test(code);
  if (!cannotNow && !isDatabaseUnavailable(error) && !isPoolEnded(error)) return error;
  return new EventStoreUnavailable(`the log does not answer: ${(error as Error).message}`, { cause: error });
}

/** Requests that arrive while the process shuts down. */
function isPoolEnded(error: unknown): boolean {
  return Error.isError(error) && error.message === 'Cannot use a pool after calling end on the pool';
}
