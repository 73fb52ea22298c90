import { DataKeys, KeyDestroyed } from '@entente/application';
import { StartRefused, type Database } from '@entente/platform';
import { sql, type Kysely } from 'kysely';
import { randomBytes } from 'node:crypto';

import { decrypt, encrypt, KEY_BYTES } from './cipher.js';
import type { SealingTables } from './table.js';

/**
 * In a table, each wrapped by the installation's sealing key. Nothing is remembered: a key that was destroyed anywhere
 * is gone everywhere with the next look.
 */
export class StoredDataKeys extends DataKeys {
  readonly #tables: Kysely<SealingTables>;

  private constructor(
    database: Database,
    private readonly sealingKey: Uint8Array,
  ) {
    super();
    this.#tables = database.tables<SealingTables>();
  }

  /** Throws StartRefused when the keys there were wrapped by another sealing key. */
  static async open(database: Database, sealingKey: Uint8Array): Promise<StoredDataKeys> {
    const keys = new StoredDataKeys(database, sealingKey);
    const any = await keys.#tables
      .selectFrom('sealing.data_key')
      .select(['id', 'wrapped'])
      .where('wrapped', 'is not', null)
      .limit(1)
      .executeTakeFirst();
    try {
      if (any?.wrapped) decrypt(sealingKey, any.wrapped, any.id);
    } catch (error) {
      throw new StartRefused(
        'SEALING_KEY is not the one this database was sealed with: set the one that belongs to it, or restore it from your backup.',
        { cause: error },
      );
    }
    return keys;
  }

  override async keyFor(id: string): Promise<Uint8Array> {
    const wrapped = encrypt(this.sealingKey, randomBytes(KEY_BYTES), id);
    await this.#tables
      .insertInto('sealing.data_key')
      .values({ id, wrapped, made_at: sql`now()`, destroyed_at: null })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    const key = (await this.keysOf([id])).get(id);
    if (!key) throw new KeyDestroyed(id);
    return key;
  }

  override async keysOf(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#tables
      .selectFrom('sealing.data_key')
      .select(['id', 'wrapped'])
      .where('id', '=', sql<string>`ANY(${[...new Set(ids)]}::text[])`)
      .execute();
    return new Map(
      rows.flatMap(({ id, wrapped }) =>
        wrapped ? [[id, decrypt(this.sealingKey, wrapped, id)] as const] : [],
      ),
    );
  }

  override async destroy(id: string): Promise<boolean> {
    const destroyed = { wrapped: null, destroyed_at: sql<Date>`now()` };
    const row = await this.#tables
      .insertInto('sealing.data_key')
      .values({ id, made_at: sql`now()`, ...destroyed })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(destroyed).where('sealing.data_key.wrapped', 'is not', null),
      )
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  }
}
