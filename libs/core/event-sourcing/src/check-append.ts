import { canonicalText, findJsonFault } from '@entente/canonical';

import { envelopeFault } from './envelope-fault.js';
import type { EventEnvelope } from './envelope.js';
import { EventRefused, MAX_APPEND_BYTES, MAX_EVENT_BYTES } from './event-store.js';
import { parseStreamName } from './stream-name.js';

const utf8 = new TextEncoder();

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
  if (events.length > 1 && new Set(events.map(({ id }) => id)).size < events.length) {
    throw new TypeError('two events of an append have one id');
  }
  const texts = events.map((event, index) =>
    checkEvent(event, { stream, space, revision: expectedRevision + 1 + index }),
  );
  const bytes = bytesBeyond(MAX_APPEND_BYTES, texts);
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
  const fault = findJsonFault(event);
  if (fault) {
    throw new EventRefused(
      `${fault.problem} at "${fault.pointer}" of ${event.type}`,
      'event-malformed',
      fault.pointer,
    );
  }
  const wrong = envelopeFault(event);
  if (wrong !== undefined)
    throw new TypeError(`${wrong} of ${event.type} ${event.id} is not as the envelope has it`);
  const text = canonicalText(event);
  const bytes = bytesBeyond(MAX_EVENT_BYTES, [text]);
  if (bytes > MAX_EVENT_BYTES) {
    throw new EventRefused(
      `${event.type} holds ${bytes} bytes, at most ${MAX_EVENT_BYTES} are allowed; larger content is a file`,
      'event-too-large',
    );
  }
  return text;
}

/** Bytes of UTF-8, or 0 when they cannot be more than `limit`: a unit of UTF-16 takes three at most, and counting costs. */
function bytesBeyond(limit: number, texts: readonly string[]): number {
  const atMost = texts.reduce((sum, text) => sum + 3 * text.length, 0);
  return atMost <= limit ? 0 : texts.reduce((sum, text) => sum + utf8.encode(text).length, 0);
}
