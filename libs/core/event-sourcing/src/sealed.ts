/** A value that nobody reads without its key; it stands in an event's data, in states and rows in the value's place. */
export interface Sealed {
  /** Id of the key. */
  readonly key: string;
  /** Nonce, ciphertext and tag, base64url. */
  readonly sealed: string;
}

/** What is read in the place of a value whose key was destroyed. */
export const ERASED = null;

export function isSealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null) return false;
  const { key, sealed, ...others } = value as Readonly<Record<string, unknown>>;
  return typeof key === 'string' && typeof sealed === 'string' && Object.keys(others).length === 0;
}

/** Every sealed value within a value, at whatever depth. */
export function sealedWithin(value: unknown): Sealed[] {
  const found: Sealed[] = [];
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (isSealed(next)) found.push(next);
    else if (typeof next === 'object' && next !== null)
      for (const member of Object.values(next)) open.push(member);
  }
  return found;
}

/** The same value with others in the place of its sealed ones; what holds none stays the very object it is. */
export function withoutSeals<Value>(value: Value, open: (sealed: Sealed) => unknown): Value {
  return replaced(value, open) as Value;
}

function replaced(value: unknown, open: (sealed: Sealed) => unknown): unknown {
  if (isSealed(value)) return open(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => replaced(item, open));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const members = Object.entries(value).map(([name, member]) => [name, replaced(member, open)] as const);
  const before = value as Readonly<Record<string, unknown>>;
  return members.every(([name, member]) => member === before[name]) ? value : Object.fromEntries(members);
}
