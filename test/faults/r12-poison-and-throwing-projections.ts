import { eventStoreMigrationSet, PostgresEventStore } from '@entente/event-store';
import { ConsumerRuntime, Database, platformMigrations, runMigrations } from '@entente/platform';

import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

import { OwnPostgres } from '../support/own-postgres.js';
import { ChainedView, chainMigrations, listener, upcastIn, Weather } from './chained-view.js';
import { mustHold, type Fault } from './fault.js';
import { expectedOf, writeLog } from './poisoned-log.js';
import { SeededRandom } from './seeded-random.js';

const WORKERS = 2;
/** Seeds at a time, each on a database of its own: most of what they do is wait. */
const LANES = 5;

export const fault: Fault = {
  id: 'R12',
  title: 'poison events, projections that throw at random, crashes between rows and checkpoint, two workers',
  async run({ short, say }) {
    await using server = await OwnPostgres.start({ settings: { fsync: 'off' } });
    const seeds = short ? 10 : 100;
    const sums: Record<string, number> = {};
    let last = 0;
    const lane = async (): Promise<void> => {
      while (last < seeds) {
        const seed = (last += 1);
        const url = await server.createDatabase(`seed_${seed}`);
        const counts = await storm(url, new Weather(new SeededRandom(seed))).catch((error: unknown) => {
          throw new Error(`seed ${seed} failed`, { cause: error });
        });
        for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
        if (seed % 20 === 0) say(`seed ${seed}`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    for (const must of ['poison met', 'passing failures', 'crashes before the checkpoint', 'parked'])
      mustHold((sums[must] ?? 0) > 0, `nothing of "${must}" happened, so this run proves nothing`);
    return { 'seeds whose views equal a rebuild from zero': `${seeds} of ${seeds}`, ...sums };
  },
};

/** One seed: a log that grows, two workers in foul weather; then it is mended, and what was parked is retried. */
async function storm(url: string, weather: Weather): Promise<Record<string, number>> {
  await using parts = new AsyncDisposableStack();
  const open = (): Database => parts.adopt(new Database({ url }), (opened) => opened.close());
  const ours = open();
  await runMigrations(ours, [platformMigrations, eventStoreMigrationSet, ...chainMigrations]);
  const store = parts.adopt(new PostgresEventStore(ours.pool), (opened) => opened.close());
  const workers = Array.from({ length: WORKERS }, () => new Worker(open(), weather));
  for (const worker of workers) parts.defer(() => worker.close());
  const stop = new AbortController();
  const working = workers.map((worker) => worker.work(stop.signal));
  await writeLog(ours, store, weather.random);
  for (const worker of workers) await worker.once();
  stop.abort();
  await Promise.all(working);
  const [runtime] = workers.map(({ runtime: last }) => last) as [ConsumerRuntime];
  const parked = await runtime.parked();

  weather.isFoul = false;
  weather.isMended = true;
  await workers[0]?.once();
  const retried = await runtime.retry();
  const events = await compare(ours, store, weather, runtime);
  const { verdict } = await runtime.rebuild('chain');
  mustHold(verdict === 'equal', `a rebuild finds the rows ${verdict}`);
  return {
    events,
    'poison met': weather.met.poison,
    'passing failures': weather.met.passing,
    'crashes before the checkpoint': weather.met.crashes,
    'restarts of workers': workers.reduce((sum, { restarts }) => sum + restarts, 0),
    parked: parked.length,
    'healed by the last retry': retried.filter(({ cause }) => cause === undefined).length,
    'parked for ever': retried.filter(({ cause }) => cause !== undefined).length,
  };
}

/** Rows, parked streams and what was heard: as a view made from zero has them, and as the log says. */
async function compare(
  ours: Database,
  store: PostgresEventStore,
  weather: Weather,
  stormed: ConsumerRuntime,
): Promise<number> {
  const view = new ChainedView('calm', 'calm', weather);
  const calm = new ConsumerRuntime({ database: ours, store, views: [view], upcast: upcastIn(weather) });
  await calm.register();
  await calm.catchUp('calm');
  const expected = await expectedOf(store);
  const left = async (runtime: ConsumerRuntime, consumer: string): Promise<string[]> =>
    (await runtime.parked({ consumer }))
      .map(({ stream, fromPosition }) => `${stream} ${fromPosition}`)
      .sort();
  const places = await left(calm, 'calm');
  mustHold(equal(await rows(ours, 'storm.chain'), await rows(ours, 'calm.chain')), 'rows differ from zero');
  mustHold(equal(await rows(ours, 'calm.chain'), expected.chains), 'rows differ from what the log says');
  for (const consumer of ['chain', 'when-said-then-heard'])
    mustHold(equal(await left(stormed, consumer), places), `${consumer} has parked something else`);
  const heard = await ours.pool.query<{ one: string }>(
    "SELECT stream || '@' || revision AS one FROM storm.heard ORDER BY stream, nth",
  );
  mustHold(
    equal(
      heard.rows.map(({ one }) => one),
      expected.heard,
    ),
    'not all was heard once and in order',
  );
  return expected.events;
}

async function rows({ pool }: Database, table: string): Promise<readonly object[]> {
  return (await pool.query<object>(`SELECT stream, events, digest FROM ${table} ORDER BY stream`)).rows;
}

function equal(one: readonly unknown[], other: readonly unknown[]): boolean {
  return isDeepStrictEqual(one, other);
}

/** A worker that is stopped and started anew at random, as a process would be. */
class Worker {
  runtime: ConsumerRuntime;
  restarts = 0;
  readonly #store: PostgresEventStore;

  constructor(
    private readonly database: Database,
    private readonly weather: Weather,
  ) {
    this.#store = new PostgresEventStore(database.pool);
    this.runtime = this.#start();
  }

  async work(signal: AbortSignal): Promise<void> {
    const { random } = this.weather;
    await this.runtime.register();
    while (!signal.aborted) {
      const patience = AbortSignal.timeout(20 + random.below(100));
      await this.#run(AbortSignal.any([signal, patience]));
      await sleep(random.below(60));
      if (random.chance(0.03)) await this.runtime.retry({}, signal).catch(() => undefined);
      if (!random.chance(0.3)) continue;
      this.restarts += 1;
      this.runtime = this.#start();
    }
  }

  /** Until everything that the log holds has taken effect, or is parked. */
  async once(): Promise<void> {
    while (!(await this.#run(undefined)));
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  /** False when something went wrong that will pass. */
  async #run(signal: AbortSignal | undefined): Promise<boolean> {
    const results = await Promise.allSettled(
      [...this.runtime.names, ...this.runtime.reactorNames].map((name) =>
        this.runtime.catchUp(name, signal ? { signal } : {}),
      ),
    );
    return results.every(({ status }) => status === 'fulfilled');
  }

  #start(): ConsumerRuntime {
    const { database, weather } = this;
    const views = [new ChainedView('chain', 'storm', weather)];
    const reactors = [listener(database, weather)];
    const upcast = upcastIn(weather);
    return new ConsumerRuntime({ database, store: this.#store, views, reactors, upcast });
  }
}
