import { streamName, type EventEnvelope } from '@entente/event-sourcing';
import { randomBytes, randomUUID } from 'node:crypto';

/** The same appends for every contender: one event of about a kilobyte, to one of many streams, in their order. */
export interface Lane {
  readonly stream: string;
  /** Of the stream's last event. */
  revision: number;
}

const EVENTS_PER_STREAM = 50;
const actor = randomUUID();
const text =
  'Both parties agree to exchange results each quarter, and to name one person who answers for each. '.repeat(
    3,
  );

/** Writers' streams, one after the other; each holds 50 events when the next one begins. */
export class Lanes {
  readonly #lanes: Lane[] = [];

  constructor(private readonly space: string) {}

  /** The stream this writer appends to now; no two writers share one. */
  of(writer: number): Lane {
    const lane = this.#lanes[writer];
    if (lane && lane.revision < EVENTS_PER_STREAM - 1) return lane;
    const next = { stream: streamName(this.space, 'agreement', randomUUID()), revision: -1 };
    this.#lanes[writer] = next;
    return next;
  }
}

export function sampleEvent(stream: string, revision: number): EventEnvelope {
  const commandId = randomUUID();
  return {
    id: randomUUID(),
    space: stream.slice(0, stream.indexOf('.')),
    stream,
    revision,
    type: 'SectionRevised',
    schemaVersion: 1,
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor,
    actingAs: actor,
    commandId,
    bodyMac: 'ab'.repeat(32),
    causationId: commandId,
    correlationId: commandId,
    salt: randomBytes(16).toString('hex'),
    data: { sectionId: 'purpose', language: 'en', number: revision, text },
  };
}
