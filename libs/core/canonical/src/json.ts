/** The restricted JSON of the log: no fractions, so its text can be recovered exactly from every store. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export interface JsonFault {
  /** JSON Pointer (RFC 6901) to the offending value; '' is the root. */
  readonly pointer: string;
  readonly problem: 'ill-formed-string' | 'unsafe-number' | 'index-like-key' | 'too-deep' | 'not-json';
}

/** Deeper data has no use in an event and overflows recursive readers. */
export const MAX_DEPTH = 64;

/** An engine moves keys that look like array indices to the front of an object, which would reorder stored JSON. */
const INDEX_LIKE = /^(0|[1-9]\d*)$/;

/** The first thing in `value` that restricted JSON does not allow, or undefined when all of it is allowed. */
export function findJsonFault(value: unknown, pointer = '', depth = 0): JsonFault | undefined {
  if (depth > MAX_DEPTH) return { pointer, problem: 'too-deep' };
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'string')
    return isWellFormed(value) ? undefined : { pointer, problem: 'ill-formed-string' };
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0)
      ? undefined
      : { pointer, problem: 'unsafe-number' };
  }
  if (Array.isArray(value)) return firstFault(value.entries(), pointer, depth);
  if (isPlainObject(value))
    return findKeyFault(value, pointer) ?? firstFault(Object.entries(value), pointer, depth);
  return { pointer, problem: 'not-json' };
}

/** NUL is valid Unicode but PostgreSQL cannot hold it in text; a lone surrogate has no UTF-8 form. */
export function isWellFormed(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function firstFault(
  entries: Iterable<readonly [string | number, unknown]>,
  pointer: string,
  depth: number,
): JsonFault | undefined {
  for (const [key, value] of entries) {
    const fault = findJsonFault(value, `${pointer}/${escapeToken(String(key))}`, depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

function findKeyFault(value: object, pointer: string): JsonFault | undefined {
  for (const key of Object.keys(value)) {
    if (!isWellFormed(key)) return { pointer, problem: 'ill-formed-string' };
    if (INDEX_LIKE.test(key) || key === '__proto__') {
      return { pointer: `${pointer}/${escapeToken(key)}`, problem: 'index-like-key' };
    }
  }
  return undefined;
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
