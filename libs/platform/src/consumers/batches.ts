import type { RecordedEvent } from '@entente/event-sourcing';

/** In groups of `size`; the next group is read while the current one is worked on. */
export async function* inBatches(
  events: AsyncIterable<RecordedEvent>,
  size: number,
): AsyncGenerator<readonly RecordedEvent[]> {
  const iterator = events[Symbol.asyncIterator]();
  let next = readAhead(iterator, size);
  try {
    for (;;) {
      const batch = await next;
      if (batch.length === 0) return;
      next = batch.length < size ? Promise.resolve([]) : readAhead(iterator, size);
      yield batch;
    }
  } finally {
    // Whoever stops early must not leave a read under way behind.
    await next.catch(() => undefined);
    await iterator.return?.();
  }
}

function readAhead(iterator: AsyncIterator<RecordedEvent>, size: number): Promise<readonly RecordedEvent[]> {
  const batch = take(iterator, size);
  // Its failure is seen when it is awaited, which may be later.
  batch.catch(() => undefined);
  return batch;
}

async function take(iterator: AsyncIterator<RecordedEvent>, size: number): Promise<readonly RecordedEvent[]> {
  const batch: RecordedEvent[] = [];
  while (batch.length < size) {
    const step = await iterator.next();
    if (step.done === true) break;
    batch.push(step.value);
  }
  return batch;
}
