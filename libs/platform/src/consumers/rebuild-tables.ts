import { sql, type RawBuilder } from 'kysely';

import type { AnyTransaction } from '../database/database.js';
import type { Consumer } from './consumer.js';

/** A view's own tables and those of the same shape in which a rebuild writes. */
export interface TablePair {
  readonly name: string;
  readonly live: RawBuilder<unknown>;
  readonly next: RawBuilder<unknown>;
}

export function nextSchema({ schema }: Pick<Consumer, 'schema'>): string {
  return `${schema}_next`;
}

export function tablePairs(view: Pick<Consumer, 'schema' | 'tables'>): TablePair[] {
  return view.tables.map((name) => ({
    name,
    live: sql.id(view.schema, name),
    next: sql.id(nextSchema(view), name),
  }));
}

/**
 * Empty tables beside the live ones, of their shape as it is now and with their keys; what is never looked for needs no
 * further index. Unlogged: a crash of the server empties them, and with them the account of how far they were.
 */
export async function createNextTables(tx: AnyTransaction, view: Consumer): Promise<void> {
  // Two views may share a schema, and IF NOT EXISTS does not keep two sessions apart.
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('entente.rebuild', 0))`.execute(tx);
  await sql`CREATE SCHEMA IF NOT EXISTS ${sql.id(nextSchema(view))}`.execute(tx);
  await dropNextTables(tx, view);
  for (const { live, next, name } of tablePairs(view)) {
    await sql`
      CREATE UNLOGGED TABLE ${next} (LIKE ${live} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED
        INCLUDING IDENTITY INCLUDING STORAGE INCLUDING COMPRESSION)`.execute(tx);
    for (const key of await uniqueKeys(tx, view.schema, name)) {
      await sql`ALTER TABLE ${next} ADD ${sql.raw(key)}`.execute(tx);
    }
  }
}

export async function dropNextTables(tx: AnyTransaction, view: Consumer): Promise<void> {
  for (const { next } of tablePairs(view)) await sql`DROP TABLE IF EXISTS ${next}`.execute(tx);
}

/** False when a migration came between, or the tables are gone: what was written there is then of no use. */
export async function haveOneShape(tx: AnyTransaction, view: Consumer): Promise<boolean> {
  const shapes = await Promise.all(
    [view.schema, nextSchema(view)].map(async (schema) => {
      const { rows } = await sql<{ shape: string }>`
        SELECT concat_ws(' ', relname, attname, format_type(atttypid, atttypmod), attnotnull) AS shape
          FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
         WHERE relnamespace = to_regnamespace(quote_ident(${schema}))::oid AND relname = ANY (${[...view.tables]}::text[])
           AND attnum > 0 AND NOT attisdropped
         ORDER BY relname, attnum`.execute(tx);
      return rows.map(({ shape }) => shape).join('\n');
    }),
  );
  return shapes[0] !== '' && shapes[0] === shapes[1];
}

/** Names of the primary key's columns. */
export async function keyOf(tx: AnyTransaction, schema: string, table: string): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`
    SELECT attname AS column
      FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
     WHERE indrelid = format('%I.%I', ${schema}::text, ${table}::text)::regclass AND indisprimary
     ORDER BY array_position(indkey::int2[], attnum)`.execute(tx);
  if (rows.length === 0) throw new TypeError(`${schema}.${table} has no primary key`);
  return rows.map(({ column }) => column);
}

/** Of the columns a row is written with. */
export async function columnsOf(tx: AnyTransaction, schema: string, table: string): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`
    SELECT attname AS column FROM pg_attribute
     WHERE attrelid = format('%I.%I', ${schema}::text, ${table}::text)::regclass
       AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     ORDER BY attnum`.execute(tx);
  return rows.map(({ column }) => column);
}

async function uniqueKeys(tx: AnyTransaction, schema: string, table: string): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    SELECT pg_get_constraintdef(oid) AS key FROM pg_constraint
     WHERE conrelid = format('%I.%I', ${schema}::text, ${table}::text)::regclass AND contype IN ('p', 'u')
     ORDER BY contype, conname`.execute(tx);
  return rows.map(({ key }) => key);
}
