/** In groups of `size`; the next group is read while the current one is worked on. */
export async function* inBatches<Entry>(
  entries: AsyncIterable<Entry>,
  size: number,
): AsyncGenerator<readonly Entry[]> {
  const iterator = entries[Symbol.asyncIterator]();
  let next: Promise<readonly Entry[]> = readAhead(iterator, size);
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

function readAhead<Entry>(iterator: AsyncIterator<Entry>, size: number): Promise<readonly Entry[]> {
  const batch = take(iterator, size);
  // Its failure is seen when it is awaited, which may be later.
  batch.catch(() => undefined);
  return batch;
}

async function take<Entry>(iterator: AsyncIterator<Entry>, size: number): Promise<readonly Entry[]> {
  const batch: Entry[] = [];
  while (batch.length < size) {
    const step = await iterator.next();
    if (step.done === true) break;
    batch.push(step.value);
  }
  return batch;
}
