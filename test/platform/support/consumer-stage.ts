import { InMemoryEventStore } from '@entente/event-sourcing';
import {
  connectDatabase,
  ConsumerPump,
  ConsumerRuntime,
  platformMigrations,
  runMigrations,
  silentLog,
  type Consumer,
  type ConsumerRuntimeOptions,
  type Database,
  type Reactor,
} from '@entente/platform';
import { setTimeout as sleep } from 'node:timers/promises';

import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { append, countMigrations } from './log-of-words.js';

/**
 * A database with the counting view's table, and a log in memory, for the tests of a file: opened before the first,
 * both emptied before each, closed after the last.
 */
export class ConsumerStage {
  store = new InMemoryEventStore();
  database!: Database;
  readonly #pumps: ConsumerPump[] = [];
  #server!: TestDatabase;

  constructor() {
    beforeAll(() => this.#open());
    beforeEach(() => this.begin());
    afterEach(() => this.#end());
    afterAll(() => this.#close());
  }

  async #open(): Promise<void> {
    this.#server = await createTestDatabase();
    this.database = await connectDatabase({ url: this.#server.connectionString });
    await runMigrations(this.database, [platformMigrations, countMigrations]);
  }

  async begin(): Promise<void> {
    this.store = new InMemoryEventStore();
    await this.database.pool.query(
      `DELETE FROM platform.checkpoint; DELETE FROM platform.parked; DELETE FROM platform.followed_log;
       DELETE FROM platform.rebuild; DELETE FROM words.counted`,
    );
  }

  async #end(): Promise<void> {
    await Promise.all(this.#pumps.splice(0).map((pump) => pump.stop()));
  }

  async #close(): Promise<void> {
    await this.database.close();
    await this.#server.drop();
  }

  async runtimeOf(
    views: readonly Consumer[],
    reactors: readonly Reactor[] = [],
    options: Pick<ConsumerRuntimeOptions, 'upcast'> = {},
  ): Promise<ConsumerRuntime> {
    const { database, store } = this;
    const runtime = new ConsumerRuntime({ ...options, database, store, views, reactors });
    await runtime.register();
    return runtime;
  }

  async startPump(runtime: ConsumerRuntime): Promise<ConsumerPump> {
    // So rare a poll cannot hide a lost wake-up.
    const pump = new ConsumerPump({ runtime, store: this.store, log: silentLog, pollMs: 600_000 });
    this.#pumps.push(pump);
    await pump.start();
    return pump;
  }

  /** Appends to one agreement; answers the last position. */
  async say(times: number, id = '1'): Promise<string> {
    let position = '';
    for (let time = 0; time < times; time += 1) position = await append(this.store, { id });
    return position;
  }

  async counted(): Promise<Record<string, number>> {
    const { rows } = await this.database.pool.query<{ stream: string; events: number }>(
      'SELECT * FROM words.counted',
    );
    return Object.fromEntries(rows.map(({ stream, events }) => [stream, events]));
  }
}

export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not become so');
    await sleep(5);
  }
}
