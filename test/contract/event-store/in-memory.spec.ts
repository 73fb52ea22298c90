import { InMemoryEventStore } from '@entente/event-sourcing';

import { eventStoreContract } from './event-store.contract.js';
import { freshSpace } from './store-under-test.js';

eventStoreContract('the event store in memory', () =>
  Promise.resolve({ store: new InMemoryEventStore(), space: freshSpace(), close: () => Promise.resolve() }),
);
