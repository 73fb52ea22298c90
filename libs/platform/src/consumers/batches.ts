import { areOfOneCommand, type LogEntry } from './log-entries.js';

/**
 * In groups of `size`, and what the last one's command appended besides: nobody sees half an entry of a history. The
 * next group is read while the current one is worked on.
 */
export async function* inBatches<Entry extends LogEntry>(
  entries: AsyncIterable<Entry>,
  size: number,
): AsyncGenerator<readonly Entry[]> {
  const iterator = entries[Symbol.asyncIterator]();
  const take = taker(iterator, size);
  let next: Promise<readonly Entry[]> = readAhead(take);
  try {
    for (;;) {
      const batch = await next;
      if (batch.length === 0) return;
      next = batch.length < size ? Promise.resolve([]) : readAhead(take);
      yield batch;
    }
  } finally {
    // Whoever stops early must not leave a read under way behind.
    await next.catch(() => undefined);
    await iterator.return?.();
  }
}

function readAhead<Entry>(take: () => Promise<readonly Entry[]>): Promise<readonly Entry[]> {
  const batch = take();
  // Its failure is seen when it is awaited, which may be later.
  batch.catch(() => undefined);
  return batch;
}

function taker<Entry extends LogEntry>(
  iterator: AsyncIterator<Entry>,
  size: number,
): () => Promise<readonly Entry[]> {
  let following: Entry | undefined;
  return async () => {
    const batch: Entry[] = following ? [following] : [];
    following = undefined;
    for (;;) {
      const step = await iterator.next();
      if (step.done === true) return batch;
      const last = batch.at(-1);
      if (last && batch.length >= size && !areOfOneCommand(last, step.value)) {
        following = step.value;
        return batch;
      }
      batch.push(step.value);
    }
  };
}
