import { eventStoreMigrationSet, PostgresEventStore } from '@entente/event-store';
import { Database, runMigrations } from '@entente/platform';
import { setTimeout as sleep } from 'node:timers/promises';

import { OwnPostgres } from '../support/own-postgres.js';
import { mustHold, type Fault } from './fault.js';
import { Writers } from './writers.js';

const STORES = 2;
const WRITERS_EACH = 32;
const ENOUGH_EVENTS = 1_000_000;

export const fault: Fault = {
  id: 'R1',
  title: 'PostgreSQL is killed during 64-way appends',
  async run({ short, say }) {
    const kills = short ? 5 : 50;
    await using server = await OwnPostgres.start();
    await using parts = new AsyncDisposableStack();
    const stores = await openStores(await server.createDatabase('log'), parts);
    const writers = new Writers(stores, 'main', WRITERS_EACH);
    for (let kill = 1; kill <= kills; kill += 1) {
      await Promise.race([sleep((short ? 400 : 1_000) + Math.random() * 1_000), writers.failure()]);
      await server.kill();
      await server.start();
      if (kill % 10 === 0) say(`${kill} kills, ${writers.told.events} events acknowledged`);
    }
    const deadline = performance.now() + 10 * 60_000;
    while (!short && writers.told.events < ENOUGH_EVENTS && performance.now() < deadline)
      await Promise.race([sleep(1_000), writers.failure()]);
    const told = await writers.stop();
    say('reading the whole log');
    await writers.verify();
    mustHold(told.seenInPart === 0, `${told.seenInPart} appends were seen in part`);
    return {
      kills,
      'appends acknowledged': told.appends,
      'events acknowledged': told.events,
      lost: 0,
      'batches in part': told.seenInPart,
      'appends in doubt, each landed once': told.inDoubt,
      '… of which stood already': told.stoodAlready,
    };
  },
};

/** As two processes would have them: each coalesces its own appends, and the server's lock orders both. */
async function openStores(url: string, parts: AsyncDisposableStack): Promise<PostgresEventStore[]> {
  const stores: PostgresEventStore[] = [];
  for (let number = 0; number < STORES; number += 1) {
    const database = parts.adopt(new Database({ url }), (opened) => opened.close());
    if (number === 0) await runMigrations(database, [eventStoreMigrationSet]);
    stores.push(parts.adopt(new PostgresEventStore(database.pool), (opened) => opened.close()));
  }
  return stores;
}
