import { readableEvents, type EventStore } from '@entente/event-sourcing';

import type { Checkpoint } from './checkpoints.js';
import { streamPrefixes } from './view-runner.js';

export interface LagPorts {
  readonly store: EventStore;
  readonly now?: (space: string) => string;
}

/** Age of the oldest event not yet taken into account, in milliseconds. */
export async function lagMs(
  { store, now = systemTime }: LagPorts,
  spaces: readonly string[],
  { categories }: { readonly categories: readonly string[] },
  checkpoint: Checkpoint | undefined,
): Promise<number> {
  const head = await store.head();
  const position = checkpoint?.position;
  if (head === undefined || (position !== undefined && position >= head)) return 0;
  const filter = { streamPrefixes: streamPrefixes(spaces, categories) };
  for await (const { event } of readableEvents(store, position, filter)) {
    const age = Date.parse(now(event.space)) - Date.parse(event.recordedAt);
    // A moved clock makes an event look older than it is; the time since the checkpoint moved limits that.
    const sinceMoved = Date.now() - (checkpoint?.movedAtMs ?? 0);
    return Math.max(0, Math.min(age, sinceMoved));
  }
  return 0;
}

function systemTime(): string {
  return new Date().toISOString();
}
