import {
  UnreadableEvent,
  type EventEnvelope,
  type EventStore,
  type LogPosition,
  type ReadAllOptions,
  type RecordedEvent,
} from '@entente/event-sourcing';

/** The event as this code reads it. Throws for a type or a version that nobody here knows. */
export type Upcast = (event: EventEnvelope) => EventEnvelope;

/** What stands in the log and cannot be read here: damaged, of a strange type, or of a newer program's version. */
export interface UnreadEntry {
  readonly stream: string;
  readonly revision: number;
  readonly position: LogPosition;
  /** Undefined when not even that can be read. */
  readonly type: string | undefined;
  /** Undefined when not even that can be read. */
  readonly commandId: string | undefined;
  readonly error: unknown;
}

export type LogEntry = RecordedEvent | UnreadEntry;

export interface LogSource {
  readonly store: EventStore;
  readonly upcast: Upcast;
}

export function isRead(entry: LogEntry): entry is RecordedEvent {
  return 'event' in entry;
}

export function streamOf(entry: LogEntry): string {
  return isRead(entry) ? entry.event.stream : entry.stream;
}

/** Whether one command appended both: together they are one entry of the history that people see. */
export function areOfOneCommand(one: LogEntry, other: LogEntry): boolean {
  const commandId = commandIdOf(one);
  return commandId !== undefined && commandId === commandIdOf(other) && streamOf(one) === streamOf(other);
}

function commandIdOf(entry: LogEntry): string | undefined {
  return isRead(entry) ? entry.event.commandId : entry.commandId;
}

/** The log after a position, in today's shapes; nothing is left out, what cannot be read is named. */
export async function* readEntries(
  { store, upcast }: LogSource,
  after: LogPosition | undefined,
  filter: ReadAllOptions,
): AsyncGenerator<LogEntry> {
  let from = after;
  for (;;) {
    try {
      for await (const recorded of store.readAll(from, filter)) yield entryOf(recorded, upcast);
      return;
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      yield damaged(error);
      from = error.place.position;
    }
  }
}

/** A stream from a revision on, up to a place in the log. It ends at the first entry that cannot be read. */
export async function readStreamEntries(
  { store, upcast }: LogSource,
  stream: string,
  { from = 0, upTo }: { readonly from?: number; readonly upTo: LogPosition },
): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  try {
    for await (const recorded of store.read(stream, { from })) {
      if (recorded.position > upTo) break;
      const entry = entryOf(recorded, upcast);
      entries.push(entry);
      if (!isRead(entry)) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
    if (error.place.position <= upTo) entries.push(damaged(error));
  }
  return entries;
}

export function entryOf(recorded: RecordedEvent, upcast: Upcast): LogEntry {
  const { event, position } = recorded;
  try {
    const read = upcast(event);
    return read === event ? recorded : { event: read, position };
  } catch (error) {
    const { stream, revision, type, commandId } = event;
    return { stream, revision, position, type, commandId, error };
  }
}

function damaged(error: UnreadableEvent): UnreadEntry {
  return { ...error.place, type: undefined, commandId: undefined, error };
}
