import type { KurrentEventStore } from './kurrent-event-store.js';

/** KurrentDB's client takes a sixth of a start to load, and most installations have their log in PostgreSQL. */
export async function openKurrentEventStore(
  ...args: ConstructorParameters<typeof KurrentEventStore>
): Promise<KurrentEventStore> {
  const { KurrentEventStore: Store } = await import('./kurrent-event-store.js');
  return new Store(...args);
}
