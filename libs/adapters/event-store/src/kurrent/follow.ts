import { once } from 'node:events';

import { EventStoreUnavailable, type LogPosition, type RecordedEvent } from '@entente/event-sourcing';
import type { KurrentDBClient, ReadPosition } from '@kurrent/kurrentdb-client';

import { Patience } from '../patience.js';
import { asPortError } from './failure.js';
import { parsePosition } from './position.js';
import { filterOf } from './reader.js';
import { fromKurrent } from './translation.js';

/** Events of these streams after a position, and then as they come, until the abort; a lost connection is made anew. */
export async function* follow(
  client: KurrentDBClient,
  after: LogPosition | undefined,
  prefixes: readonly string[],
  signal: AbortSignal,
): AsyncIterable<RecordedEvent> {
  // To the server, no prefixes would mean every stream.
  if (prefixes.length === 0 && !signal.aborted) await once(signal, 'abort');
  const patience = new Patience();
  let last = after;
  while (!signal.aborted) {
    try {
      for await (const recorded of subscription(client, last, prefixes, signal)) {
        yield recorded;
        last = recorded.position;
        patience.succeeded();
      }
    } catch (error) {
      // The abort ends the subscription under way, which it takes for an error.
      if (isAborted(signal)) return;
      if (!(error instanceof EventStoreUnavailable)) throw error;
    }
    // An end without an error, too, is the server's: it is going down.
    await patience.wait(signal);
  }
}

async function* subscription(
  client: KurrentDBClient,
  after: LogPosition | undefined,
  prefixes: readonly string[],
  signal: AbortSignal,
): AsyncIterable<RecordedEvent> {
  const fromPosition: ReadPosition = after === undefined ? 'start' : parsePosition(after);
  const events = client.subscribeToAll({ fromPosition, filter: filterOf(prefixes) });
  // It may still report its end after nobody reads it any more; without a listener that would end the process.
  events.on('error', () => undefined);
  const stop = (): void => {
    events.unsubscribe().catch(() => undefined);
    events.destroy();
  };
  signal.addEventListener('abort', stop);
  try {
    for await (const resolved of events) {
      if (isAborted(signal)) return;
      yield fromKurrent(resolved);
    }
  } catch (error) {
    throw asPortError(error);
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** A function, because the compiler takes the property for constant between two awaits. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
