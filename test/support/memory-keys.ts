import { DataKeys, KeyDestroyed } from '@entente/application';
import { randomBytes } from 'node:crypto';

/** Keys that end with the test. */
export class MemoryKeys extends DataKeys {
  readonly #keys = new Map<string, Uint8Array | null>();

  override keyFor(id: string): Promise<Uint8Array> {
    if (!this.#keys.has(id)) this.#keys.set(id, randomBytes(32));
    const key = this.#keys.get(id);
    return key ? Promise.resolve(key) : Promise.reject(new KeyDestroyed(id));
  }

  override keysOf(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return Promise.resolve(
      new Map(
        ids.flatMap((id) => {
          const key = this.#keys.get(id);
          return key ? [[id, key] as const] : [];
        }),
      ),
    );
  }

  override destroy(id: string): Promise<boolean> {
    const isThere = this.#keys.get(id) !== null;
    this.#keys.set(id, null);
    return Promise.resolve(isThere);
  }
}
