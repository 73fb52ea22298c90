import { readableEvents, type EventStore } from '@entente/event-sourcing';

import type { Checkpoint } from './checkpoints.js';
import type { ConsumerStatus } from './consumer.js';
import { streamPrefixes } from './view-runner.js';

export interface LagPorts {
  readonly store: EventStore;
  readonly now?: (space: string) => string;
}

export type Lag = Pick<ConsumerStatus, 'lagMs' | 'lagEvents'>;

const NONE: Lag = { lagMs: 0, lagEvents: 0 };

/** How old the oldest event is that is not yet taken into account, and how many there may be. */
export async function lagOf(
  { store, now = systemTime }: LagPorts,
  spaces: readonly string[],
  { categories }: { readonly categories: readonly string[] },
  checkpoint: Checkpoint | undefined,
): Promise<Lag> {
  const head = await store.head();
  const from = checkpoint?.position;
  if (head === undefined || (from !== undefined && from >= head)) return NONE;
  const filter = { streamPrefixes: streamPrefixes(spaces, categories) };
  for await (const { event, position } of readableEvents(store, from, filter)) {
    const age = Date.parse(now(event.space)) - Date.parse(event.recordedAt);
    // A moved clock makes an event look older than it is; the time since the checkpoint moved limits that.
    const sinceMoved = Date.now() - (checkpoint?.movedAtMs ?? 0);
    const lagMs = Math.max(0, Math.min(age, sinceMoved));
    // The event may be newer than the head that was asked for before.
    const after = store.eventsBetween?.(position, position > head ? position : head);
    return after === undefined ? { lagMs } : { lagMs, lagEvents: after + 1 };
  }
  return NONE;
}

function systemTime(): string {
  return new Date().toISOString();
}
