import { parseStreamName, type EventStore, type RecordedEvent } from '@entente/event-sourcing';
import type { Consumer, ConsumerTools, Database } from '@entente/platform';

/** Gives a cleared view the log, or no more than its first events, in batches of a chosen size; the consumer runtime's own size hides where they end. */
export async function applyInBatches(
  database: Database,
  store: EventStore,
  view: Consumer,
  size: number,
  atMost = Infinity,
): Promise<void> {
  const events: RecordedEvent[] = [];
  for await (const recorded of store.readAll(undefined)) {
    if (view.categories.includes(parseStreamName(recorded.event.stream).category)) events.push(recorded);
  }
  const tools: ConsumerTools = {
    readStream: async (stream, upTo) =>
      (await Array.fromAsync(store.read(stream))).filter(({ position }) => position <= upTo),
  };
  for (const table of view.tables) await database.pool.query(`DELETE FROM ${view.schema}.${table}`);
  const end = Math.min(events.length, atMost);
  for (let start = 0; start < end; start += size) {
    const batch = events.slice(start, Math.min(start + size, end));
    await database.transaction((tx) => view.apply(batch, tx, tools));
  }
}
