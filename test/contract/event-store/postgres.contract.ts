import { afterAll, beforeAll } from '@jest/globals';
import { eventStoreMigrationSet, PostgresEventStore } from '@entente/event-store';
import { Database, runMigrations } from '@entente/platform';

import { SeverableProxy } from '../../support/severable-proxy.js';
import { eventStoreContract } from './event-store.contract.js';
import { eventStoreOutageContract } from './outage.contract.js';
import { freshSpace } from './store-under-test.js';

/** An empty database that nobody else uses. */
export interface EmptyDatabase {
  readonly connectionString: string;
  drop(): Promise<void>;
}

/** A database with an empty log, for what a spec tests besides; call it once per file or block. */
export function logDatabase(create: () => Promise<EmptyDatabase>) {
  let server: EmptyDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await create();
    database = new Database({ url: server.connectionString });
    await runMigrations(database, [eventStoreMigrationSet]);
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await server.drop();
  });
  return {
    url: () => server.connectionString,
    database: () => database,
    empty: async (): Promise<void> => {
      await database.pool.query('TRUNCATE log.event');
    },
  };
}

/** The contracts of every store, on a PostgreSQL of whatever version. */
export function postgresContract(title: string, log: ReturnType<typeof logDatabase>): void {
  eventStoreContract(`the event store on ${title}`, async () => {
    await log.empty();
    const store = new PostgresEventStore(log.database().pool);
    return { store, space: freshSpace(), close: () => store.close() };
  });

  eventStoreOutageContract(`the event store on ${title}, over a wire that is cut,`, async () => {
    await log.empty();
    const url = new URL(log.url());
    const wire = await SeverableProxy.to(url.hostname, Number(url.port));
    url.host = `127.0.0.1:${wire.port}`;
    const wired = new Database({ url: url.href });
    const store = new PostgresEventStore(wired.pool);
    const close = async (): Promise<void> => {
      await store.close();
      await wired.close();
    };
    return { store, space: freshSpace(), wire, close };
  });
}
