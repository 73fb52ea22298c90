import type { Json } from '@entente/canonical';
import { streamName, type EventEnvelope, type EventStore, type RecordedEvent } from '@entente/event-sourcing';
import { randomBytes, randomUUID } from 'node:crypto';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** The store's whole log is this space's, and it is empty: servers keep what earlier runs wrote. */
  readonly space: string;
  close(): Promise<void>;
}

export type MakeStore = () => Promise<StoreUnderTest>;

export function freshSpace(): string {
  return `t${randomBytes(8).toString('hex')}`;
}

export function newStream(space: string, category = 'agreement'): string {
  return streamName(space, category, randomUUID());
}

/** One event as a writer makes it; `more` replaces members of it. */
export function event(stream: string, revision: number, more: Partial<EventEnvelope> = {}): EventEnvelope {
  return {
    id: randomUUID(),
    space: stream.slice(0, stream.indexOf('.')),
    stream,
    revision,
    type: 'SomethingHappened',
    schemaVersion: 1,
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor: 'person-1',
    commandId: 'command-1',
    bodyMac: '0'.repeat(64),
    causationId: 'command-1',
    correlationId: 'correlation-1',
    salt: randomBytes(16).toString('hex'),
    data: { number: revision },
    ...more,
  };
}

export function events(stream: string, first: number, count: number): EventEnvelope[] {
  return Array.from({ length: count }, (_, index) => event(stream, first + index));
}

export function holding(stream: string, revision: number, data: Record<string, Json>): EventEnvelope {
  return event(stream, revision, { data });
}

export const eventsOf = (recorded: readonly RecordedEvent[]): EventEnvelope[] =>
  recorded.map((entry) => entry.event);

export const positionsOf = (recorded: readonly RecordedEvent[]): string[] =>
  recorded.map((entry) => entry.position);

export const idsOf = (recorded: readonly RecordedEvent[]): string[] =>
  recorded.map((entry) => entry.event.id);
