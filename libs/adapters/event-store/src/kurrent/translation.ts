import type { EventEnvelope, RecordedEvent } from '@entente/event-sourcing';
import { jsonEvent, type EventData, type ResolvedEvent } from '@kurrent/kurrentdb-client';

import { readEnvelope, UnreadableEvent } from '../read-envelope.js';
import { positionOf } from './position.js';

/**
 * The event as KurrentDB's own tools show it: its type, its data, and the rest of the envelope as metadata. The
 * client writes the JSON in the order of the members; taken from the canonical text, they stand in its order.
 *
 * The client gives every attempt an id of KurrentDB's own; ours is in the metadata. Under our id the server would
 * answer a repeat as if it had appended it now, even when what it holds under that id is something else. So it says
 * that the stream is further on, and the store compares the ids of what stands there.
 */
export function toKurrent(canonicalText: string): EventData {
  const { type, data, ...metadata } = JSON.parse(canonicalText) as EventEnvelope;
  return jsonEvent({ type, data, metadata });
}

/** Throws UnreadableEvent. */
export function fromKurrent({ event, link }: ResolvedEvent): RecordedEvent {
  if (!event) throw new UnreadableEvent(`${link?.streamId ?? 'an entry'} of the log is a link`);
  const { streamId, revision, type, data, metadata, position } = event;
  const where = `${streamId}@${revision}`;
  if (!position) throw new UnreadableEvent(`${where} came without its position: KurrentDB is too old`);
  const envelope = readEnvelope({ ...(metadata as object | undefined), type, data }, where);
  if (envelope.stream !== streamId || BigInt(envelope.revision) !== revision) {
    throw new UnreadableEvent(`${where} says of itself to be ${envelope.stream}@${envelope.revision}`);
  }
  return { event: envelope, position: positionOf(position) };
}
