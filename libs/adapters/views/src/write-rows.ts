import type { AnyTransaction } from '@entente/platform';
import { sql, type RawBuilder } from 'kysely';

export interface Target {
  readonly schema: string;
  readonly table: string;
}

/**
 * Inserts rows given by column; lists and objects become arrays and jsonb as their columns want. They travel as one
 * JSON text: one parameter, however many rows and columns there are. `conflict` may call the table `old`.
 */
export async function insertRows(
  tx: AnyTransaction,
  { schema, table }: Target,
  rows: readonly object[],
  conflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const target = sql.id(schema, table);
  // By name: what a later migration added is left to its default.
  const columns = sql.join(Object.keys(first).map((column) => sql.id(column)));
  await sql`
    INSERT INTO ${target} AS old (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${target}, ${JSON.stringify(rows)}::json)
    ${conflict}`.execute(tx);
}

/** For `insertRows`: a row that is there already becomes the new one. `key` names the columns of the primary key. */
export function replacing(key: readonly string[], row: object | undefined): RawBuilder<unknown> {
  const set = Object.keys(row ?? {})
    .filter((column) => !key.includes(column))
    .map((column) => sql`${sql.id(column)} = ${sql.id('excluded', column)}`);
  return sql`ON CONFLICT (${sql.join(key.map((column) => sql.id(column)))}) DO UPDATE SET ${sql.join(set)}`;
}

/** Of each row only the columns of `key` are looked at. */
export async function deleteKeys(
  tx: AnyTransaction,
  { schema, table }: Target,
  key: readonly string[],
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const target = sql.id(schema, table);
  const columns = sql.join(key.map((column) => sql.id(column)));
  await sql`
    DELETE FROM ${target} WHERE (${columns}) IN (
      SELECT ${columns} FROM json_populate_recordset(NULL::${target}, ${JSON.stringify(rows, [...key])}::json))`.execute(
    tx,
  );
}

export async function deleteStreams(
  tx: AnyTransaction,
  { schema, table }: Target,
  streams: readonly string[],
): Promise<void> {
  if (streams.length === 0) return;
  await sql`DELETE FROM ${sql.id(schema, table)} WHERE stream = ANY (${streams}::text[])`.execute(tx);
}
