import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventStoreUnavailable, NO_STREAM } from '@entente/event-sourcing';
import { PostgresEventStore } from '@entente/event-store';
import { Database } from '@entente/platform';
import { setTimeout as sleep } from 'node:timers/promises';

import { createTestDatabase } from '../../support/postgres.js';
import { logDatabase, postgresContract } from './postgres.contract.js';
import { event, events, freshSpace, idsOf, newStream, positionsOf } from './store-under-test.js';

const log = logDatabase(createTestDatabase);
postgresContract('PostgreSQL', log);

describe('on PostgreSQL', () => {
  const space = freshSpace();
  let other: Database;
  beforeAll(() => {
    other = new Database({ url: log.url() });
  });
  afterAll(() => other.close());

  it('positions have no gaps, whatever fails and however many write from how many processes', async () => {
    await log.empty();
    const stores = [new PostgresEventStore(log.database().pool), new PostgresEventStore(other.pool)];
    const contested = newStream(space);
    const work = Array.from({ length: 200 }, async (_, n) => {
      const store = stores[n % 2]!;
      const own = newStream(space);
      await store.append(own, NO_STREAM, events(own, 0, 1 + (n % 3)));
      await store.append(contested, NO_STREAM, [event(contested, 0)]);
      await failingAppend(other, n);
    });
    await Promise.all(work);
    const positions = positionsOf(await Array.fromAsync(stores[0]!.readAll(undefined)));
    expect(positions).toHaveLength(400);
    expect(positions.map(Number)).toEqual(positions.map((_, index) => index + 1));
  });

  it('a subscriber in one process hears of an append in another at once', async () => {
    await log.empty();
    const [reader, writer] = [
      new PostgresEventStore(log.database().pool),
      new PostgresEventStore(other.pool),
    ];
    const name = newStream(space);
    const stop = new AbortController();
    const delays: number[] = [];
    const sentAt: number[] = [];
    const following = (async () => {
      for await (const { event } of reader.subscribe(undefined, { signal: stop.signal })) {
        delays.push(performance.now() - sentAt[event.revision]!);
        if (event.revision === 9) break;
      }
    })();
    await sleep(300);
    for (let revision = 0; revision < 10; revision += 1) {
      sentAt.push(performance.now());
      await writer.append(name, revision - 1, events(name, revision, 1));
      await sleep(10);
    }
    await following;
    // Polling alone would take half a second on average.
    expect(delays.toSorted((a, b) => a - b)[5]).toBeLessThan(250);
    await reader.close();
  });

  it('appends that travel together each have their own outcome', async () => {
    await log.empty();
    const store = new PostgresEventStore(log.database().pool);
    const [full, fresh, moved] = [newStream(space), newStream(space), newStream(space)];
    const [standing] = [events(full, 0, 2)];
    await store.append(full, NO_STREAM, standing);
    const twin = event(fresh, 0);
    // The first leaves alone; the others wait for it and are one batch.
    const outcomes = await Promise.all([
      store.append(moved, NO_STREAM, events(moved, 0, 1)),
      store.append(full, NO_STREAM, standing),
      store.append(full, 0, events(full, 1, 1)),
      store.append(fresh, NO_STREAM, [twin]),
      store.append(fresh, 0, events(fresh, 1, 3)),
      store.append(fresh, NO_STREAM, [twin]),
      store.append(fresh, NO_STREAM, events(fresh, 0, 1)),
      store.append(full, 1, events(full, 2, 1)),
    ]);
    expect(
      outcomes.map(({ outcome, ...more }) => [outcome, 'actual' in more ? more.actual : more.revision]),
    ).toEqual([
      ['appended', 0],
      ['duplicate', 1],
      ['conflict', 1],
      ['appended', 0],
      ['appended', 3],
      ['duplicate', 0],
      ['conflict', 3],
      ['appended', 2],
    ]);
    const recorded = await Array.fromAsync(store.readAll(undefined));
    expect(positionsOf(recorded).map(Number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('one that the table refuses does not fail those it travels with', async () => {
    await log.empty();
    const store = new PostgresEventStore(log.database().pool);
    const [first, bad, good] = [newStream(space), newStream(space), newStream(space)];
    const standing = event(bad, 0);
    await store.append(bad, NO_STREAM, [standing]);
    const [, refused, appended] = await Promise.allSettled([
      store.append(first, NO_STREAM, events(first, 0, 1)),
      store.append(bad, 0, [{ ...standing, revision: 1 }]),
      store.append(good, NO_STREAM, events(good, 0, 1)),
    ]);
    expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(TypeError) });
    expect(appended).toMatchObject({ status: 'fulfilled', value: { outcome: 'appended', revision: 0 } });
  });

  it('an event id stands once in a stream', async () => {
    await log.empty();
    const store = new PostgresEventStore(log.database().pool);
    const name = newStream(space);
    const first = event(name, 0);
    await store.append(name, NO_STREAM, [first]);
    const again = store.append(name, 0, [{ ...first, revision: 1 }]);
    await expect(again).rejects.toBeInstanceOf(TypeError);
    expect(idsOf(await Array.fromAsync(store.read(name)))).toEqual([first.id]);
  });

  it('a server that is not there is unavailable', async () => {
    const away = new Database({ url: 'postgres://nobody@127.0.0.1:1/none' });
    const store = new PostgresEventStore(away.pool);
    const name = newStream(space);
    await expect(store.append(name, NO_STREAM, events(name, 0, 1))).rejects.toBeInstanceOf(
      EventStoreUnavailable,
    );
    await expect(Array.fromAsync(store.read(name))).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(store.head()).rejects.toBeInstanceOf(EventStoreUnavailable);
    const signal = AbortSignal.timeout(200);
    expect(await Array.fromAsync(store.subscribe(undefined, { signal }))).toEqual([]);
    await away.close();
    await expect(store.head()).rejects.toBeInstanceOf(EventStoreUnavailable);
  });

  it('an append under a stricter isolation than READ COMMITTED is refused, not misplaced', async () => {
    const client = await log.database().pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
      const append = client.query("SELECT log.append_one('main.a-1', -1, gen_random_uuid(), '{}')");
      await expect(append).rejects.toThrow('READ COMMITTED');
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('the log has an identity of its own', async () => {
    const { rows } = await log.database().pool.query('SELECT id FROM log.log_identity');
    expect(rows).toEqual([{ id: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
    await expect(log.database().pool.query('INSERT INTO log.log_identity DEFAULT VALUES')).rejects.toThrow(
      'duplicate',
    );
  });
});

/** Fails after it took the lock: half of the time in the statement, half of the time by a rollback. */
async function failingAppend(database: Database, n: number): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    const json = n % 2 === 0 ? '{}' : 'no json';
    await client
      .query('SELECT log.append_one($1, -1, $2, $3)', [newStream('main'), crypto.randomUUID(), json])
      .catch(() => undefined);
    await client.query('ROLLBACK');
  } finally {
    client.release();
  }
}
