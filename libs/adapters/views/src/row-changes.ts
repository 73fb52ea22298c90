export interface RowChanges<Row> {
  readonly written: readonly Row[];
  readonly gone: readonly Row[];
}

/** From the rows of a stream to those that take their place; `key` tells them apart. */
export function rowChanges<Row extends object>(
  before: readonly Row[],
  after: readonly Row[],
  key: keyof Row,
): RowChanges<Row> {
  const old = new Map(before.map((row) => [row[key], row]));
  const kept = new Set(after.map((row) => row[key]));
  return {
    written: after.filter((row) => !areEqual(row, old.get(row[key]))),
    gone: before.filter((row) => !kept.has(row[key])),
  };
}

function areEqual<Row extends object>(one: Row, other: Row | undefined): boolean {
  const columns = Object.keys(one) as (keyof Row)[];
  return other !== undefined && columns.every((column) => areSame(one[column], other[column]));
}

/** Lists and objects are those of JSON, made by one function: what is the same is written the same. */
function areSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}
