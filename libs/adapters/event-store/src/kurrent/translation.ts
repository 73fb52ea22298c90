import type { EventEnvelope, RecordedEvent } from '@entente/event-sourcing';
import { jsonEvent, type EventData, type ResolvedEvent } from '@kurrent/kurrentdb-client';

import { readEnvelope, type Place } from '../read-envelope.js';
import { positionOf } from './position.js';

// As bytes the client takes the metadata as they are; an object it would write itself and carry as base64.
const utf8 = new TextEncoder();

/**
 * The event as KurrentDB's own tools show it: its type, its data, and the rest of the envelope as metadata. The
 * client writes the JSON in the order of the members; taken from the canonical text, they stand in its order.
 *
 * The client gives every event an id of KurrentDB's own; ours is in the metadata. Under our id the server would
 * answer a repeat as if it had appended it now, even when what it holds under that id is something else. So it says
 * that the stream is further on, and the store compares the ids of what stands there.
 */
export function toKurrent(canonicalText: string): EventData {
  const { type, data, ...metadata } = JSON.parse(canonicalText) as EventEnvelope;
  return jsonEvent({ type, data, metadata: utf8.encode(JSON.stringify(metadata)) });
}

/** Throws UnreadableEvent. */
export function fromKurrent(resolved: ResolvedEvent): RecordedEvent {
  const place = placeOf(resolved);
  const { type, data, metadata } = resolved.event ?? {};
  return {
    event: readEnvelope({ ...(metadata as object | undefined), type, data }, place),
    position: place.position,
  };
}

/** Throws Error for a server that is not what it should be. */
export function placeOf({ event, link }: ResolvedEvent): Place {
  if (!event) throw new Error(`${link?.streamId ?? 'an entry'} of the log is a link`);
  const { streamId, revision, position } = event;
  if (!position) throw new Error(`${streamId}@${revision} came without its position: KurrentDB is too old`);
  return { stream: streamId, revision: Number(revision), position: positionOf(position) };
}
