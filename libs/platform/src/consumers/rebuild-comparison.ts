import { sql, type RawBuilder } from 'kysely';

import type { AnyTransaction } from '../database/database.js';
import type { Consumer } from './consumer.js';
import { columnsOf, keyOf, nextSchema, tablePairs, type TablePair } from './rebuild-tables.js';

/** How many rows of a table differ, and some of them by name. */
export interface TableDifferences {
  readonly table: string;
  /** In the new rows only. */
  readonly added: number;
  /** In the old rows only. */
  readonly removed: number;
  readonly changed: number;
  readonly named: readonly RowDifference[];
}

/** Where two rows differ; never what they hold, which may be about people. */
export interface RowDifference {
  readonly key: Readonly<Record<string, string>>;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Of changed rows. */
  readonly columns: readonly string[];
}

/** Rows named for each table; all are counted. */
const NAMED = 20;

/** The sum of a hash of each row, over all tables: the same for the same rows, in whatever order they lie. */
export async function contentHash(
  tx: AnyTransaction,
  schema: string,
  { tables }: Pick<Consumer, 'tables'>,
): Promise<string> {
  const sums = tables.map(
    (name, seed) => sql`
      SELECT sum(hash_record_extended(t, ${sql.lit(seed)})::numeric) AS hash FROM ${sql.id(schema, name)} AS t`,
  );
  const { rows } = await sql<{ hash: string }>`
    SELECT coalesce(sum(hash), 0)::text AS hash FROM (${sql.join(sums, sql` UNION ALL `)}) AS all_tables`.execute(
    tx,
  );
  return BigInt.asUintN(64, BigInt(rows[0]?.hash ?? 0))
    .toString(16)
    .padStart(16, '0');
}

/** Makes the live rows those of the new tables, touching none that is the same; says what differed. */
export async function replaceDiffering(tx: AnyTransaction, view: Consumer): Promise<TableDifferences[]> {
  const all: TableDifferences[] = [];
  for (const pair of tablePairs(view)) {
    const key = await keyOf(tx, view.schema, pair.name);
    const differing = sql.id(`entente_differing_${pair.name}`);
    await findDiffering(tx, pair, key, differing);
    const found = await describe(tx, pair, key, differing);
    all.push(found);
    if (found.added + found.removed + found.changed > 0) {
      await replaceRows(tx, pair, key, await columnsOf(tx, nextSchema(view), pair.name), differing);
    }
  }
  return all;
}

async function findDiffering(
  tx: AnyTransaction,
  { live, next }: TablePair,
  key: readonly string[],
  differing: RawBuilder<unknown>,
): Promise<void> {
  const either = key.map(
    (column) => sql`coalesce(${sql.id('old', column)}, ${sql.id('new', column)}) AS ${sql.id(column)}`,
  );
  const [first = ''] = key;
  await sql`
    CREATE TEMPORARY TABLE ${differing} ON COMMIT DROP AS
    SELECT ${sql.join(either)},
           CASE WHEN ${sql.id('old', first)} IS NULL THEN 'added'
                WHEN ${sql.id('new', first)} IS NULL THEN 'removed' ELSE 'changed' END AS entente_kind
      FROM ${live} AS old FULL JOIN ${next} AS new ON ${sameKey(key, 'old', 'new')}
     WHERE ROW(old.*) IS DISTINCT FROM ROW(new.*)`.execute(tx);
}

async function describe(
  tx: AnyTransaction,
  { name, live, next }: TablePair,
  key: readonly string[],
  differing: RawBuilder<unknown>,
): Promise<TableDifferences> {
  const counted = await sql<{ added: number; removed: number; changed: number }>`
    SELECT count(*) FILTER (WHERE entente_kind = 'added') AS added,
           count(*) FILTER (WHERE entente_kind = 'removed') AS removed,
           count(*) FILTER (WHERE entente_kind = 'changed') AS changed
      FROM ${differing}`.execute(tx);
  const keys = sql.join(key.map((column) => sql.id('differing', column)));
  const { rows } = await sql<Named>`
    SELECT entente_kind AS kind, jsonb_build_object(${sql.join(
      key.map((column) => sql`${sql.lit(column)}, ${sql.id('differing', column)}::text`),
    )}) AS key, to_jsonb(old) AS old, to_jsonb(new) AS new
      FROM (SELECT * FROM ${differing} AS differing ORDER BY ${keys} LIMIT ${sql.lit(NAMED)}) AS differing
      LEFT JOIN ${live} AS old ON ${sameKey(key, 'old', 'differing')}
      LEFT JOIN ${next} AS new ON ${sameKey(key, 'new', 'differing')}
     ORDER BY ${keys}`.execute(tx);
  const { added = 0, removed = 0, changed = 0 } = counted.rows[0] ?? {};
  return { table: name, added, removed, changed, named: rows.map(named) };
}

interface Named {
  readonly kind: RowDifference['kind'];
  readonly key: Record<string, string>;
  readonly old: Record<string, unknown> | null;
  readonly new: Record<string, unknown> | null;
}

function named({ kind, key, old, new: now }: Named): RowDifference {
  const columns = Object.keys(old ?? {}).filter(
    (column) => now && JSON.stringify(old?.[column]) !== JSON.stringify(now[column]),
  );
  return { key, kind, columns };
}

async function replaceRows(
  tx: AnyTransaction,
  { live, next }: TablePair,
  key: readonly string[],
  columns: readonly string[],
  differing: RawBuilder<unknown>,
): Promise<void> {
  await sql`DELETE FROM ${live} AS old USING ${differing} AS differing WHERE ${sameKey(key, 'old', 'differing')}`.execute(
    tx,
  );
  await sql`
    INSERT INTO ${live} (${sql.join(columns.map((column) => sql.id(column)))})
    SELECT ${sql.join(columns.map((column) => sql.id('new', column)))}
      FROM ${next} AS new JOIN ${differing} AS differing ON ${sameKey(key, 'new', 'differing')}`.execute(tx);
}

function sameKey(key: readonly string[], one: string, other: string): RawBuilder<unknown> {
  return sql.join(
    key.map((column) => sql`${sql.id(one, column)} = ${sql.id(other, column)}`),
    sql` AND `,
  );
}
