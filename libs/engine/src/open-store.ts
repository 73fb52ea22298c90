import { openKurrentEventStore, PostgresEventStore } from '@entente/event-store';
import { EventStoreUnavailable, type EventStore } from '@entente/event-sourcing';
import { StartRefused, urlWithoutSecrets, type Configuration, type Database } from '@entente/platform';

import { SPACES } from './spaces.js';

export type OpenedStore = EventStore & { close(): Promise<void> };

/** The log where the configuration says it is: KurrentDB, or the database. */
export async function openStore({ eventStoreUrl }: Configuration, database: Database): Promise<OpenedStore> {
  if (eventStoreUrl === undefined) return new PostgresEventStore(database.pool);
  return openKurrentEventStore(eventStoreUrl, { streamPrefixes: SPACES.map((space) => `${space}.`) });
}

/** Throws StartRefused when the log cannot be reached: an Entente without its log can do nothing. */
export async function reach(store: EventStore, { eventStoreUrl }: Configuration): Promise<void> {
  try {
    await store.head();
    // KurrentDB is read over one connection and written over another, and only one of them may come about.
    await store.identity();
  } catch (error) {
    if (!(error instanceof EventStoreUnavailable) || eventStoreUrl === undefined) throw error;
    throw new StartRefused(
      `EVENT_STORE_URL (${urlWithoutSecrets(eventStoreUrl)}): no event store answers there (${error.message}).`,
      { cause: error },
    );
  }
}
