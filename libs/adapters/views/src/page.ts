import type { Freshness } from '@entente/application';
import type { Database } from '@entente/platform';
import type { Transaction } from 'kysely';

import type { ViewsTables } from './tables.js';

const MAX_LIMIT = 100;

export function pageSize({ limit }: { readonly limit: number }): number {
  return Math.min(Math.max(Math.trunc(limit) || 1, 1), MAX_LIMIT);
}

/** `rows` hold one more than the page when there is a next one. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  size: number,
  item: (row: Row) => Item,
  cursorAfter: (row: Row) => string,
): { readonly items: readonly Item[]; readonly nextCursor: string | null } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { items: shown.map(item), nextCursor: last && rows.length > size ? cursorAfter(last) : null };
}

/** What is read of two views is as old as the older of them. */
export function olderOf(one: Freshness, other: Freshness): Freshness {
  return (one.position ?? '') < (other.position ?? '') ? one : other;
}

/** All that is read in `work` is of one moment, so that counts agree with rows. */
export function atOneMoment<Result>(
  database: Database,
  work: (tables: Transaction<ViewsTables>) => Promise<Result>,
): Promise<Result> {
  return database
    .tables<ViewsTables>()
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(work);
}
