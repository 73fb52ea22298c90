import { canonicalText, findJsonFault } from '@entente/canonical';

import type { EventEnvelope } from './envelope.js';
import { EventRefused, MAX_APPEND_BYTES, MAX_EVENT_BYTES } from './event-store.js';
import { parseStreamName } from './stream-name.js';

/**
 * The port's own rules, the same in front of every store. Answers each event's canonical text.
 * Throws EventRefused for the event's content and TypeError for a caller who broke the port's protocol.
 */
export function checkAppend(stream: string, expectedRevision: number, events: readonly EventEnvelope[]): string[] {
  parseStreamName(stream);
  if (!Number.isSafeInteger(expectedRevision) || expectedRevision < -1) {
    throw new TypeError(`expected revision ${String(expectedRevision)} is neither a revision nor NO_STREAM`);
  }
  if (events.length === 0) throw new TypeError('an append holds at least one event');
  const texts = events.map((event, index) => checkEvent(event, stream, expectedRevision + 1 + index));
  const bytes = texts.reduce((sum, text) => sum + utf8Bytes(text), 0);
  if (bytes > MAX_APPEND_BYTES) {
    throw new EventRefused(
      `the append holds ${String(bytes)} bytes, at most ${String(MAX_APPEND_BYTES)} are allowed`,
      'append-too-large',
    );
  }
  return texts;
}

function checkEvent(event: EventEnvelope, stream: string, revision: number): string {
  if (event.stream !== stream || event.revision !== revision) {
    throw new TypeError(`event ${event.id} is for ${event.stream}@${String(event.revision)}, not ${stream}@${String(revision)}`);
  }
  const fault = findJsonFault(event);
  if (fault) {
    throw new EventRefused(`${fault.problem} at "${fault.pointer}" of ${event.type}`, 'event-malformed', fault.pointer);
  }
  const text = canonicalText(event);
  const bytes = utf8Bytes(text);
  if (bytes > MAX_EVENT_BYTES) {
    throw new EventRefused(
      `${event.type} holds ${String(bytes)} bytes, at most ${String(MAX_EVENT_BYTES)} are allowed; larger content is a file`,
      'event-too-large',
    );
  }
  return text;
}

function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
