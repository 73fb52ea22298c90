import { NO_STREAM } from '@entente/event-sourcing';
import { eventStoreMigrationSet, PostgresEventStore } from '@entente/event-store';
import {
  connectDatabase,
  ConsumerPump,
  ConsumerRuntime,
  platformMigrations,
  runMigrations,
  silentLog,
  type Database,
} from '@entente/platform';
import { jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { append, CountingView, countMigrations, wordEvent } from './support/log-of-words.js';

jest.setTimeout(60_000);

const STREAMS = 8;

let test: TestDatabase;
let database: Database;
let store: PostgresEventStore;

beforeEach(async () => {
  test = await createTestDatabase();
  database = await connectDatabase({ url: test.connectionString });
  await runMigrations(database, [platformMigrations, eventStoreMigrationSet, countMigrations]);
  store = new PostgresEventStore(database.pool);
});

afterEach(async () => {
  await store.close();
  await database.close();
  await test.drop();
});

async function write(each: number): Promise<void> {
  await Promise.all(
    Array.from({ length: STREAMS }, async (_, id) => {
      for (let time = 0; time < each; time += 1) await append(store, { id: String(id) });
    }),
  );
}

/** A transaction that stays open for a while and is then rolled back must not hide what others committed meanwhile. */
async function rollBackSlowly(): Promise<void> {
  const client = await database.pool.connect();
  try {
    const event = wordEvent(NO_STREAM + 1, { id: 'lost' });
    await client.query('BEGIN');
    await client.query('SELECT log.append_events($1, -1, $2, $3)', [
      event.stream,
      [event.id],
      [JSON.stringify(event)],
    ]);
    await sleep(100);
    await client.query('ROLLBACK');
  } finally {
    client.release();
  }
}

async function counted(): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ stream: string; events: number }>(
    'SELECT * FROM words.counted',
  );
  return Object.fromEntries(rows.map(({ stream, events }) => [stream, events]));
}

function expected(each: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: STREAMS }, (_, id) => [`main.agreement-${id}`, each]));
}

describe('consumers on PostgreSQL', () => {
  it('count every event once in two processes, past transactions that are slow and rolled back', async () => {
    const other = await connectDatabase({ url: test.connectionString });
    const otherStore = new PostgresEventStore(other.pool);
    const workers = [
      { database, store },
      { database: other, store: otherStore },
    ].map((ports) => {
      const runtime = new ConsumerRuntime({ ...ports, views: [new CountingView()] });
      return { runtime, pump: new ConsumerPump({ runtime, store: ports.store, log: silentLog }) };
    });
    try {
      await Promise.all(workers.map(({ pump }) => pump.start()));
      await Promise.all([write(100), rollBackSlowly(), sleep(50).then(rollBackSlowly)]);
      const head = (await store.head()) ?? '';
      for (const { runtime } of workers) expect(await runtime.waitFor('counted', head, 10_000)).toBe(true);
      expect(await counted()).toEqual(expected(100));
    } finally {
      await Promise.all(workers.map(({ pump }) => pump.stop()));
      await otherStore.close();
      await other.close();
    }
  });

  it('count every event once when workers are killed in the middle', async () => {
    const runtime = new ConsumerRuntime({ database, store, views: [new CountingView()] });
    await runtime.register();
    const writing = write(150);
    for (let kill = 0; kill < 3; kill += 1) {
      const hooks = path.resolve('test/support/typescript-hooks.js');
      const program = path.resolve('test/platform/programs/count.ts');
      const child = spawn(process.execPath, ['--import', hooks, program, test.connectionString]);
      await once(child.stdout, 'data');
      await sleep(20 + 30 * kill);
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await writing;
    await runtime.catchUp('counted');
    expect(await counted()).toEqual(expected(150));
  });
});
