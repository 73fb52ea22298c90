import type { LogPosition, RecordedEvent } from './envelope.js';
import { UnreadableEvent, type EventStore, type LogFilter } from './event-store.js';
import { UnknownEvent } from './upcasting.js';

/** Whether it says that something in the log cannot be read here; then another try will not do either. */
export function isUnreadable(error: unknown): error is UnknownEvent | UnreadableEvent {
  return error instanceof UnknownEvent || error instanceof UnreadableEvent;
}

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
