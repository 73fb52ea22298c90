import type { DataKeys } from '@entente/application';
import { canonicalText, type Json } from '@entente/canonical';
import { ERASED, sealedWithin, withoutSeals, type Sealed, type SealPort } from '@entente/event-sourcing';

import { decrypt, encrypt } from './cipher.js';

/** Seals with keys of a table. Each value's canonical text is sealed, bound to its key's id. */
export class StoredSeals implements SealPort {
  constructor(private readonly keys: DataKeys) {}

  async seal(key: string, values: readonly Json[]): Promise<readonly Sealed[]> {
    const dataKey = await this.keys.keyFor(key);
    return values.map((value) => ({
      key,
      sealed: encrypt(dataKey, Buffer.from(canonicalText(value)), key).toString('base64url'),
    }));
  }

  async read<Value>(value: Value): Promise<Value> {
    const found = sealedWithin(value);
    if (found.length === 0) return value;
    const keys = await this.keys.keysOf(found.map(({ key }) => key));
    return withoutSeals(value, ({ key, sealed }) => {
      const dataKey = keys.get(key);
      if (!dataKey) return ERASED;
      return JSON.parse(decrypt(dataKey, Buffer.from(sealed, 'base64url'), key).toString('utf8')) as unknown;
    });
  }
}
