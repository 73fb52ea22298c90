import { InvalidCursor } from '@entente/application';
import { isWellFormed } from '@entente/canonical';

type Part = 'string' | 'number';
type Key<Parts extends readonly Part[]> = {
  -readonly [Index in keyof Parts]: Parts[Index] extends 'number' ? number : string;
};

/** Where the next page of one list begins, in a form that callers hand back unread. */
export interface Cursor<Parts extends readonly Part[]> {
  write(...key: Key<Parts>): string;
  /** Throws InvalidCursor for what `write` has not written. */
  read(cursor: string): Key<Parts>;
}

/** `list` keeps the cursor of one list from being taken for that of another. */
export function cursorOf<const Parts extends readonly Part[]>(list: string, ...parts: Parts): Cursor<Parts> {
  const write = (...key: Key<Parts>): string =>
    Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
  return {
    write,
    read(cursor) {
      const [name, ...key] = parse(cursor);
      const fits =
        name === list &&
        key.length === parts.length &&
        parts.every((part, index) => isPart(part, key[index]));
      // Written again, so that there is one cursor for a place and no other text stands for it.
      if (!fits || write(...(key as Key<Parts>)) !== cursor) throw new InvalidCursor();
      return key as Key<Parts>;
    },
  };
}

function isPart(part: Part, value: unknown): boolean {
  return part === 'number' ? Number.isSafeInteger(value) : typeof value === 'string' && isWellFormed(value);
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
