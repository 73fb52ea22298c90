import { canonicalText, findJsonFault, isUuid } from '@entente/canonical';

import type { EventEnvelope } from './envelope.js';
import { EventRefused, MAX_APPEND_BYTES, MAX_EVENT_BYTES } from './event-store.js';
import { parseStreamName } from './stream-name.js';

/**
 * The port's own rules, the same in front of every store. Answers each event's canonical text.
 * Throws EventRefused for the event's content and TypeError for a caller who broke the port's protocol.
 */
export function checkAppend(
  stream: string,
  expectedRevision: number,
  events: readonly EventEnvelope[],
): string[] {
  const { space } = parseStreamName(stream);
  if (!Number.isSafeInteger(expectedRevision) || expectedRevision < -1) {
    throw new TypeError(`expected revision ${expectedRevision} is neither a revision nor NO_STREAM`);
  }
  if (events.length === 0) throw new TypeError('an append holds at least one event');
  if (new Set(events.map(({ id }) => id)).size < events.length) {
    throw new TypeError('two events of an append have one id');
  }
  const texts = events.map((event, index) =>
    checkEvent(event, { stream, space, revision: expectedRevision + 1 + index }),
  );
  const bytes = texts.reduce((sum, text) => sum + utf8Bytes(text), 0);
  if (bytes > MAX_APPEND_BYTES) {
    throw new EventRefused(
      `the append holds ${bytes} bytes, at most ${MAX_APPEND_BYTES} are allowed`,
      'append-too-large',
    );
  }
  return texts;
}

function checkEvent(
  event: EventEnvelope,
  place: Pick<EventEnvelope, 'space' | 'stream' | 'revision'>,
): string {
  const { space, stream, revision } = place;
  if (event.space !== space || event.stream !== stream || event.revision !== revision) {
    throw new TypeError(
      `event ${event.id} is for ${event.space} ${event.stream}@${event.revision}, not ${space} ${stream}@${revision}`,
    );
  }
  // Stores tell a repeat by the ids and keep them as UUIDs.
  if (!isUuid(event.id)) throw new TypeError(`"${event.id}" of ${event.type} is no UUID`);
  const fault = findJsonFault(event);
  if (fault) {
    throw new EventRefused(
      `${fault.problem} at "${fault.pointer}" of ${event.type}`,
      'event-malformed',
      fault.pointer,
    );
  }
  const text = canonicalText(event);
  const bytes = utf8Bytes(text);
  if (bytes > MAX_EVENT_BYTES) {
    throw new EventRefused(
      `${event.type} holds ${bytes} bytes, at most ${MAX_EVENT_BYTES} are allowed; larger content is a file`,
      'event-too-large',
    );
  }
  return text;
}

function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
