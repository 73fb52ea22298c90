import { retractedCommands, type RecordedEvent } from '@entente/event-sourcing';

import type { ConsumerTools } from './consumer.js';

/** How a view whose every row belongs to one stream treats that stream. */
export interface StreamProjection {
  /** New events of a stream, none of which takes an earlier entry back. */
  advance(stream: string, events: readonly RecordedEvent[]): Promise<void>;
  /** Replaces the stream's rows by those its effective history gives. */
  anew(stream: string, history: readonly RecordedEvent[]): Promise<void>;
}

/**
 * Sorts a batch by stream. A stream in which an entry was retracted is projected anew from its effective history,
 * because an event cannot be taken back from rows that later events have changed.
 */
export async function projectPerStream(
  batch: readonly RecordedEvent[],
  tools: ConsumerTools,
  projection: StreamProjection,
): Promise<void> {
  const streams = Map.groupBy(batch, ({ event }) => event.stream);
  for (const [stream, events] of streams) {
    const last = events.at(-1);
    if (last && events.some(({ event }) => event.type === 'EntryRetracted')) {
      await projection.anew(stream, effectiveHistory(await tools.readStream(stream, last.position)));
    } else {
      await projection.advance(stream, events);
    }
  }
}

/** `effective` of the core, for events that carry their position. */
export function effectiveHistory(history: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const retracted = retractedCommands(history.map(({ event }) => event));
  return retracted.size === 0 ? history : history.filter(({ event }) => !retracted.has(event.commandId));
}
