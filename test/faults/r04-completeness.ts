import { canonicalText } from '@entente/canonical';
import { eventStoreMigrationSet, PostgresEventStore } from '@entente/event-store';
import type { LogPosition } from '@entente/event-sourcing';
import { Database, runMigrations } from '@entente/platform';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { OwnPostgres } from '../support/own-postgres.js';
import { mustHold, type Fault } from './fault.js';
import { NaiveLog } from './naive-log.js';
import { sampleEvents, Writers } from './writers.js';

const STORES = 4;
const WRITERS_EACH = 8;
const SLOW_WRITERS = 4;
const IDLE_SESSIONS = 4;

export const fault: Fault = {
  id: 'R4',
  title: 'consumers meet slow, aborted and concurrent appends and are restarted at random',
  async run({ short, say }) {
    await using server = await OwnPostgres.start();
    await using parts = new AsyncDisposableStack();
    const open = async (): Promise<Database> =>
      parts.adopt(new Database({ url }), (opened) => opened.close());
    const url = await server.createDatabase('log');
    const databases = await Promise.all(Array.from({ length: STORES + 1 }, open));
    const [ours] = databases as [Database];
    await runMigrations(ours, [eventStoreMigrationSet]);
    const naive = await NaiveLog.open(await open());
    const stop = new AbortController();

    const stores = databases.slice(1).map((database) => new PostgresEventStore(database.pool));
    const writers = new Writers(stores, 'main', WRITERS_EACH);
    const disturbances = [
      ...Array.from({ length: SLOW_WRITERS }, () => appendSlowly(ours, stop.signal)),
      ...Array.from({ length: IDLE_SESSIONS }, () => idleInTransaction(ours, stop.signal)),
    ];
    const subscriber = new Reader(ours, followedFor);
    const poller = new Reader(ours, polled);
    const naiveRun = naive.run(stop.signal);
    await Promise.race([sleep(short ? 7_000 : 120_000), writers.failure()]);

    say('writers stop');
    const told = await writers.stop();
    stop.abort();
    const slow = await Promise.all(disturbances);
    const committed = await positions(ours);
    const results = await Promise.all([subscriber.finish(committed), poller.finish(committed)]);
    const control = await naiveRun;
    for (const store of stores) await store.close();

    const missed = results.reduce((sum, result) => sum + result.missed, 0);
    const disorder = results.reduce((sum, result) => sum + result.disorder, 0);
    mustHold(missed === 0, `${missed} events were missed`);
    mustHold(disorder === 0, `${disorder} events came out of order or twice`);
    mustHold(control.missed > 0, 'the naive control missed nothing, so this run proves nothing');
    return {
      'events in the log': committed.length,
      'of these by writers': told.events,
      'appends held open': slow.reduce((sum, count) => sum + count, 0),
      'restarts of readers': results.reduce((sum, result) => sum + result.restarts, 0),
      missed,
      disorder,
      'naive control missed': `${control.missed} of ${control.committed}`,
    };
  },
};

type Read = (store: PostgresEventStore, after: LogPosition | undefined) => AsyncIterable<LogPosition>;

/** A consumer with a checkpoint, which is stopped at random and goes on where it was. */
class Reader {
  readonly #received: LogPosition[] = [];
  readonly #done: Promise<void>;
  #restarts = 0;
  #end: LogPosition | undefined;

  constructor(
    private readonly database: Database,
    private readonly read: Read,
  ) {
    this.#done = this.#run();
  }

  async finish(
    committed: readonly LogPosition[],
  ): Promise<{ missed: number; disorder: number; restarts: number }> {
    this.#end = committed.at(-1) ?? '';
    await this.#done;
    const received = new Set(this.#received);
    return {
      missed: committed.filter((position) => !received.has(position)).length,
      disorder: this.#received.filter((position, index) => position <= (this.#received[index - 1] ?? ''))
        .length,
      restarts: this.#restarts,
    };
  }

  async #run(): Promise<void> {
    while (this.#end === undefined || (this.#received.at(-1) ?? '') < this.#end) {
      // A new process knows nothing but its checkpoint.
      const store = new PostgresEventStore(this.database.pool);
      for await (const position of this.read(store, this.#received.at(-1))) this.#received.push(position);
      await store.close();
      this.#restarts += 1;
    }
  }
}

async function* followedFor(
  store: PostgresEventStore,
  after: LogPosition | undefined,
): AsyncIterable<LogPosition> {
  const signal = AbortSignal.timeout(Math.ceil(Math.random() * 300));
  for await (const { position } of store.subscribe(after, { signal })) yield position;
}

async function* polled(
  store: PostgresEventStore,
  after: LogPosition | undefined,
): AsyncIterable<LogPosition> {
  for await (const { position } of store.readAll(after)) {
    yield position;
    if (Math.random() < 0.002) return;
  }
  await sleep(1);
}

/** Appends that take their time before they commit, or do not; answers how many. */
async function appendSlowly({ pool }: Database, signal: AbortSignal): Promise<number> {
  let count = 0;
  while (!signal.aborted) {
    const client = await pool.connect();
    const stream = `main.agreement-${randomUUID()}`;
    const events = sampleEvents(stream, 0, 2);
    try {
      await client.query('BEGIN');
      await client.query('SELECT log.append_events($1, -1, $2, $3)', [
        stream,
        events.map(({ id }) => id),
        events.map(canonicalText),
      ]);
      await sleep(Math.random() * 30);
      await client.query(Math.random() < 0.5 ? 'COMMIT' : 'ROLLBACK');
    } finally {
      client.release();
    }
    count += 1;
    await sleep(Math.random() * 200);
  }
  return count;
}

/** Sessions that keep a transaction number for a long time; a reader who waits for them stalls. */
async function idleInTransaction({ pool }: Database, signal: AbortSignal): Promise<number> {
  while (!signal.aborted) {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT pg_current_xact_id(), count(*) FROM log.event');
      await sleep(Math.random() * 1_000);
      await client.query(Math.random() < 0.5 ? 'COMMIT' : 'ROLLBACK');
    } finally {
      client.release();
    }
  }
  return 0;
}

async function positions({ pool }: Database): Promise<LogPosition[]> {
  const { rows } = await pool.query<{ position: string }>(
    "SELECT lpad(position::text, 20, '0') AS position FROM log.event ORDER BY log.event.position",
  );
  return rows.map(({ position }) => position);
}
