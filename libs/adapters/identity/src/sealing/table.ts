import type { MigrationSet } from '@entente/platform';
import { sql, type Kysely } from 'kysely';

export interface DataKeyTable {
  id: string;
  /** Nonce, ciphertext and tag under the sealing key; null: destroyed. */
  wrapped: Buffer | null;
  made_at: Date;
  destroyed_at: Date | null;
}

export interface SealingTables {
  'sealing.data_key': DataKeyTable;
}

/** Back it up apart from the log: a copy of both, with the sealing key, reads what has been erased since. */
export const sealingMigrations: MigrationSet = {
  name: 'sealing',
  schema: 'sealing',
  migrations: { '0001-data-keys': { up: createDataKeys } },
};

async function createDataKeys(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE sealing.data_key (
      id text COLLATE "C" PRIMARY KEY,
      wrapped bytea,
      made_at timestamptz NOT NULL DEFAULT now(),
      destroyed_at timestamptz,
      CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
    )`.execute(database);
}
