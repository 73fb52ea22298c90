import {
  connectDatabase,
  platformMigrations,
  runMigrations,
  silentLog,
  SpaceClocks,
  type Database,
} from '@entente/platform';
import { jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';

import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

const DAY_MS = 86_400_000;

jest.setTimeout(30_000);

let test: TestDatabase;
let database: Database;
const running: SpaceClocks[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  database = await connectDatabase({ url: test.connectionString });
  await runMigrations(database, [platformMigrations]);
}, 60_000);

afterEach(async () => {
  for (const clocks of running.splice(0)) clocks.stop();
  await database.pool.query('DELETE FROM platform.space_clock');
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

async function start(refreshMs = 60_000): Promise<SpaceClocks> {
  const clocks = await SpaceClocks.start(database, { log: silentLog, refreshMs });
  running.push(clocks);
  return clocks;
}

async function databaseNow(space: string): Promise<string> {
  const { rows } = await database.pool.query<{ now: string }>('SELECT platform.entente_now($1) AS now', [
    space,
  ]);
  return rows[0]!.now;
}

function expectNear(one: string, other: string, toleranceMs = 250): void {
  expect(Math.abs(Date.parse(one) - Date.parse(other))).toBeLessThan(toleranceMs);
}

describe("the spaces' clocks", () => {
  it('show UTC with exactly three digits, in the database too', async () => {
    const clocks = await start();
    const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;
    expect(clocks.now('main')).toMatch(form);
    expect(await databaseNow('main')).toMatch(form);
    expectNear(clocks.now('main'), await databaseNow('main'));
    expectNear(clocks.now('demo'), await databaseNow('demo'));
  });

  it("follow the database's time, not this machine's", async () => {
    const clocks = await start();
    const systemNow = Date.now;
    Date.now = () => systemNow() + 3_600_000;
    try {
      expectNear(clocks.now('main'), await databaseNow('main'));
    } finally {
      Date.now = systemNow;
    }
  });

  it('never go back', async () => {
    const clocks = await start(1);
    let last = clocks.now('main');
    for (let round = 0; round < 100; round += 1) {
      await sleep(1);
      const now = clocks.now('main');
      expect(now >= last).toBe(true);
      last = now;
    }
  });

  it('can be moved in the demo, from where they run on, and back', async () => {
    const clocks = await start();
    await clocks.setDemoClock('2031-05-04T03:02:01Z');
    expectNear(clocks.now('demo'), '2031-05-04T03:02:01.000Z', 2_000);
    expectNear(clocks.now('demo'), await databaseNow('demo'));
    expectNear(clocks.now('main'), new Date().toISOString(), DAY_MS);
    const before = clocks.now('demo');
    await sleep(20);
    expect(clocks.now('demo') > before).toBe(true);
    await clocks.setDemoClock(null);
    expectNear(clocks.now('demo'), clocks.now('main'));
  });

  it('show a move by another process soon', async () => {
    const [here, elsewhere] = [await start(), await start(20)];
    await here.setDemoClock('2031-05-04T03:02:01Z');
    const deadline = Date.now() + 5_000;
    while (!elsewhere.now('demo').startsWith('2031') && Date.now() < deadline) await sleep(10);
    expectNear(elsewhere.now('demo'), here.now('demo'));
  });

  it('refuse what is no instant of these centuries', async () => {
    const clocks = await start();
    await expect(clocks.setDemoClock('soon')).rejects.toThrow('Temporal');
    await expect(clocks.setDemoClock('1066-10-14T00:00:00Z')).rejects.toThrow('not between 2000 and 2999');
  });

  it('cannot be moved where people work, not even in SQL', async () => {
    await expect(
      database.pool.query("INSERT INTO platform.space_clock (space, offset_ms) VALUES ('main', 1)"),
    ).rejects.toMatchObject({ code: '23514' });
  });
});
