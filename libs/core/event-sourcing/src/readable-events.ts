import type { LogPosition, RecordedEvent } from './envelope.js';
import { UnreadableEvent, type EventStore, type LogFilter } from './event-store.js';

/** The log after a position without what cannot be read: for those who only show what is there, and decide nothing. */
export async function* readableEvents(
  store: Pick<EventStore, 'readAll'>,
  after: LogPosition | undefined,
  filter?: LogFilter,
): AsyncGenerator<RecordedEvent> {
  let from = after;
  for (;;) {
    try {
      yield* store.readAll(from, filter);
      return;
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      from = error.place.position;
    }
  }
}
