import type { EventStore, LogPosition } from '@entente/event-sourcing';

import { LogBehind } from './failure.js';

/**
 * Whether a consumer has reached what was the head of the log. Throws LogBehind when it is beyond what the log holds
 * even now: then its place means nothing in this log, and what it has made came from another one.
 */
export async function isAtHead(
  store: EventStore,
  consumer: string,
  position: LogPosition | undefined,
  head: LogPosition | undefined,
): Promise<boolean> {
  if (position === undefined) return head === undefined;
  if (head !== undefined && position <= head) return position === head;
  // Another worker may have moved it to what was appended after the head was asked for.
  const now = await store.head();
  if (now === undefined || position > now) throw new LogBehind(consumer, position, now);
  return true;
}
