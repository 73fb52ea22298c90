import { describe, expect, it } from '@jest/globals';
import { isUuid } from '@entente/canonical';

import type { StoreUnderTest } from './store-under-test.js';

export function identity(subject: () => StoreUnderTest): void {
  describe('its identity', () => {
    it('is a UUID and stays', async () => {
      const { store } = subject();
      const [first, second] = await Promise.all([store.identity(), store.identity()]);
      expect(isUuid(first)).toBe(true);
      expect(second).toBe(first);
      expect(await store.identity()).toBe(first);
    });

    it('is no event of the log', async () => {
      const { store } = subject();
      await store.identity();
      expect(await store.head()).toBeUndefined();
    });
  });
}
