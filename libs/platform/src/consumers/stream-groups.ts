import { UnreadableEvent, type LogPosition } from '@entente/event-sourcing';

import { entryOf, readStreamEntries, type LogEntry, type LogSource } from './log-entries.js';

export interface GroupOptions {
  readonly streamPrefixes: readonly string[];
  /** The last stream that is not wanted any more. */
  readonly after?: string;
}

/**
 * Whole streams up to a place in the log, so many of them together that they have `size` events or more. The next group
 * is read while the current one is worked on. What cannot be read is named and ends its stream, as everywhere.
 */
export async function* streamGroups(
  source: LogSource,
  upTo: LogPosition,
  { streamPrefixes, after }: GroupOptions,
  size: number,
): AsyncGenerator<readonly LogEntry[]> {
  const groups = largeEnough(
    streams(source, upTo, { streamPrefixes, ...(after === undefined ? {} : { after }) }),
    size,
  );
  let next = groups.next();
  try {
    for (;;) {
      const group = await next;
      if (group.done === true) return;
      next = groups.next();
      // Its failure is seen when it is awaited, which may be later.
      next.catch(() => undefined);
      yield group.value;
    }
  } finally {
    // Whoever stops early must not leave a read under way behind.
    await next.catch(() => undefined);
    await groups.return(undefined);
  }
}

async function* largeEnough(
  groups: AsyncIterable<readonly LogEntry[]>,
  size: number,
): AsyncGenerator<readonly LogEntry[]> {
  let collected: LogEntry[] = [];
  for await (const group of groups) {
    for (const entry of group) collected.push(entry);
    if (collected.length < size) continue;
    yield collected;
    collected = [];
  }
  if (collected.length > 0) yield collected;
}

async function* streams(
  source: LogSource,
  upTo: LogPosition,
  options: GroupOptions,
): AsyncGenerator<readonly LogEntry[]> {
  const { store, upcast } = source;
  let { after } = options;
  for (;;) {
    try {
      const place = after === undefined ? options : { ...options, after };
      for await (const group of store.readByStream?.(upTo, place) ?? []) {
        yield group.map((recorded) => entryOf(recorded, upcast));
      }
      return;
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      after = error.place.stream;
      yield await readStreamEntries(source, after, { upTo });
    }
  }
}
