import { it } from '@jest/globals';
import { KurrentEventStore } from '@entente/event-store';

import { describeIf } from '../../support/describe-if.js';
import { found, needs } from '../../support/needs.js';
import { SeverableProxy } from '../../support/severable-proxy.js';
import { eventStoreContract } from './event-store.contract.js';
import { eventStoreOutageContract } from './outage.contract.js';
import { freshSpace } from './store-under-test.js';

describeIf(needs.kurrentdb, 'KurrentDB', () => {
  eventStoreContract('the event store on KurrentDB', () => {
    const space = freshSpace();
    const store = new KurrentEventStore(found(needs.kurrentdb), { streamPrefixes: [`${space}.`] });
    return Promise.resolve({ store, space, close: () => store.close() });
  });

  if (!canBeWired(needs.kurrentdb.find())) {
    it.todo('over a wire that is cut: needs an EVENT_STORE_URL of one node with tls=false');
    return;
  }
  eventStoreOutageContract('the event store on KurrentDB, over a wire that is cut,', async () => {
    const space = freshSpace();
    const url = new URL(found(needs.kurrentdb));
    const wire = await SeverableProxy.to(url.hostname, Number(url.port));
    url.host = `127.0.0.1:${wire.port}`;
    const store = new KurrentEventStore(url.href, { streamPrefixes: [`${space}.`] });
    return { store, space, wire, close: () => store.close() };
  });
});

/** A wire of ours is not the host a certificate names, and discovery goes past it. */
function canBeWired(url: string | undefined): boolean {
  return url === undefined || /^[a-z]+:\/\/[^,]*[?&]tls=false/i.test(url);
}
