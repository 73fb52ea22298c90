/** As JSON holds it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Change {
  /** Names on the way to it; what stands in a list is called by its own name. */
  readonly path: readonly string[];
  readonly how: 'added' | 'removed' | 'changed';
  readonly before?: Json;
  readonly after?: Json;
}

const NAMES = ['name', 'role', 'sectionId', 'post'] as const;

/** What differs between two versions, place by place: what only moved within a list of named things is the same. */
export function changesBetween(before: Json, after: Json, path: readonly string[] = []): readonly Change[] {
  const [old, fresh] = [membersOf(before), membersOf(after)];
  if (!old || !fresh) return isSame(before, after) ? [] : [{ path, how: 'changed', before, after }];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name): readonly Change[] => {
    const here = [...path, name];
    const [one, other] = [old.get(name), fresh.get(name)];
    if (one === undefined) return [{ path: here, how: 'added', after: other ?? null }];
    if (other === undefined) return [{ path: here, how: 'removed', before: one }];
    return changesBetween(one, other, here);
  });
}

/** Its parts by name; undefined where it has none. */
function membersOf(value: Json): ReadonlyMap<string, Json> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!isList(value)) return new Map(Object.entries(value));
  const named = value.map((item) => [nameOf(item), item] as const);
  const names = new Set(named.map(([name]) => name));
  // Without a name of its own for each, a list is one thing.
  if (value.length === 0 || names.has(undefined) || names.size < value.length) return undefined;
  return new Map(named.map(([name = '', item]) => [name, item]));
}

function nameOf(item: Json): string | undefined {
  if (typeof item !== 'object' || item === null || isList(item)) return undefined;
  const own = NAMES.map((key) => item[key]).find((name) => typeof name === 'string');
  return typeof own === 'string' ? own : undefined;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function isSame(one: Json, other: Json): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(sorted);
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key] ?? null)]));
}
