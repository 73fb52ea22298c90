import { afterEach, beforeEach, describe } from '@jest/globals';

import { appending } from './appending.js';
import { content } from './content.js';
import { following } from './following.js';
import { identity } from './identity.js';
import { reading } from './reading.js';
import type { MakeStore, StoreUnderTest } from './store-under-test.js';

/** What every event store must do, whatever it is made of. `makeStore` gives each test an empty log. */
export function eventStoreContract(title: string, makeStore: MakeStore): void {
  describe(title, () => {
    let subject: StoreUnderTest;
    beforeEach(async () => {
      subject = await makeStore();
    });
    afterEach(async () => {
      await subject.close();
    });

    appending(() => subject);
    reading(() => subject);
    content(() => subject);
    following(() => subject);
    identity(() => subject);
  });
}
