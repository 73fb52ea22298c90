/** The restricted JSON of the log: no fractions, so its text can be recovered exactly from every store. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export interface JsonFault {
  /** JSON Pointer (RFC 6901) to the offending value; '' is the root. */
  readonly pointer: string;
  readonly problem:
    'ill-formed-string' | 'unsafe-number' | 'index-like-key' | 'escaped-key' | 'too-deep' | 'not-json';
}

/** Deeper data has no use in an event and overflows recursive readers. */
export const MAX_DEPTH = 64;

/** An engine moves keys that look like array indices to the front of an object, which would reorder stored JSON. */
const INDEX_LIKE = /^(0|[1-9]\d*)$/;

/**
 * Names that JSON writes with an escape. V8 14.6 reads some of them as another name, a backslash at its end, when it has
 * seen an object with a member named by a lone backslash before. What is in the log must be the same to every reader.
 */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const ESCAPED = /["\\\u0001-\u001f]/;

/** The first thing in `value` that restricted JSON does not allow, or undefined when all of it is allowed. */
export function findJsonFault(value: unknown): JsonFault | undefined {
  return faultIn(value, 0);
}

/** The pointer is put together on the way back: every append is checked, and few have a fault. */
function faultIn(value: unknown, depth: number): JsonFault | undefined {
  if (depth > MAX_DEPTH) return { pointer: '', problem: 'too-deep' };
  if (typeof value === 'string')
    return isWellFormed(value) ? undefined : { pointer: '', problem: 'ill-formed-string' };
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0)
      ? undefined
      : { pointer: '', problem: 'unsafe-number' };
  }
  if (Array.isArray(value)) return faultInArray(value, depth);
  return isPlainObject(value) ? faultInObject(value, depth) : { pointer: '', problem: 'not-json' };
}

/** NUL is valid Unicode but PostgreSQL cannot hold it in text; a lone surrogate has no UTF-8 form. */
export function isWellFormed(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function faultInArray(list: readonly unknown[], depth: number): JsonFault | undefined {
  // By index, so that a hole is found too.
  for (let index = 0; index < list.length; index += 1) {
    const fault = faultIn(list[index], depth + 1);
    if (fault) return within(String(index), fault);
  }
  return undefined;
}

function faultInObject(value: Readonly<Record<string, unknown>>, depth: number): JsonFault | undefined {
  for (const key of Object.keys(value)) {
    if (!isWellFormed(key)) return { pointer: '', problem: 'ill-formed-string' };
    if (ESCAPED.test(key)) return within(key, { pointer: '', problem: 'escaped-key' });
    if (INDEX_LIKE.test(key) || key === '__proto__')
      return within(key, { pointer: '', problem: 'index-like-key' });
    const fault = faultIn(value[key], depth + 1);
    if (fault) return within(key, fault);
  }
  return undefined;
}

function within(key: string, { pointer, problem }: JsonFault): JsonFault {
  return { pointer: `/${escapeToken(key)}${pointer}`, problem };
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
