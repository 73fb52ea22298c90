import { isWellFormed, MAX_DEPTH } from '@entente/canonical';

/** Why a text is not JSON that the log could hold. */
export type JsonFaultCode =
  'malformed-json' | 'duplicate-key' | 'forbidden-key' | 'unsafe-number' | 'ill-formed-text' | 'too-deep';

export class JsonFault extends Error {
  override readonly name = 'JsonFault';

  constructor(
    readonly code: JsonFaultCode,
    /** Path of the value to blame, `parties.0.role`; the empty text is the whole. */
    readonly field: string,
    /** Where in the text, in UTF-16 units from its start. */
    readonly offset: number,
  ) {
    super(`${code} at offset ${String(offset)}`);
  }
}

/**
 * Reads JSON as strictly as the log needs it: what `JSON.parse` silently changes (duplicate keys, rounded numbers)
 * or lets through (lone surrogates, NUL, `__proto__`) is a fault that names its place. Numbers are safe integers.
 * Throws JsonFault and nothing else.
 */
export function readJson(text: string): unknown {
  return new Reader(text).read();
}

const SPACES = ' \t\n\r';
const NUMBER = /-?(?:0|[1-9]\d*)(?<rest>(?:\.\d+)?(?:[eE][+-]?\d+)?)/uy;
/** Everything of a string up to its end or an escape. */
const PLAIN = /[ !#-[\]-\uffff]*/y;
const HEX = /[0-9a-fA-F]{4}/uy;
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Reader {
  #at = 0;
  readonly #path: (string | number)[] = [];

  constructor(private readonly text: string) {}

  read(): unknown {
    this.#space();
    const value = this.#value();
    if (this.#at < this.text.length) throw this.#fault('malformed-json');
    return value;
  }

  /** A value and the space after it. */
  #value(): unknown {
    const value = this.#bareValue();
    this.#space();
    return value;
  }

  #bareValue(): unknown {
    switch (this.text[this.#at]) {
      case '{':
        return this.#object();
      case '[':
        return this.#array();
      case '"':
        return this.#string();
      case 't':
      case 'f':
      case 'n':
        return this.#literal();
      default:
        return this.#number();
    }
  }

  #object(): object {
    this.#enter();
    const object: Record<string, unknown> = {};
    if (this.#takes('}')) return object;
    do {
      const start = this.#at;
      if (this.text[start] !== '"') throw this.#fault('malformed-json');
      const key = this.#string();
      this.#path.push(key);
      if (Object.hasOwn(object, key)) throw this.#fault('duplicate-key', start);
      // Names that every object has already: no field of ours is called so, and libraries stumble over them.
      if (key in Object.prototype) throw this.#fault('forbidden-key', start);
      this.#space();
      if (!this.#takes(':')) throw this.#fault('malformed-json');
      object[key] = this.#value();
      this.#path.pop();
    } while (this.#takes(','));
    if (!this.#takes('}', false)) throw this.#fault('malformed-json');
    return object;
  }

  #array(): unknown[] {
    this.#enter();
    const array: unknown[] = [];
    if (this.#takes(']', false)) return array;
    do {
      this.#path.push(array.length);
      array.push(this.#value());
      this.#path.pop();
    } while (this.#takes(','));
    if (!this.#takes(']', false)) throw this.#fault('malformed-json');
    return array;
  }

  /** Past a bracket, unless it is one too many: the path is as long as the value is deep. */
  #enter(): void {
    if (this.#path.length >= MAX_DEPTH) throw this.#fault('too-deep');
    this.#at += 1;
    this.#space();
  }

  #string(): string {
    const start = this.#at;
    this.#at += 1;
    let value = this.#skip(PLAIN);
    while (this.text[this.#at] === '\\') value += this.#escape() + this.#skip(PLAIN);
    if (this.text[this.#at] !== '"') throw this.#fault('malformed-json');
    this.#at += 1;
    if (!isWellFormed(value)) throw this.#fault('ill-formed-text', start);
    return value;
  }

  #escape(): string {
    const letter = this.text[this.#at + 1] ?? '';
    if (letter === 'u') {
      this.#at += 2;
      const digits = this.#skip(HEX);
      if (digits === '') throw this.#fault('malformed-json');
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const meant = ESCAPES[letter];
    if (meant === undefined) throw this.#fault('malformed-json');
    this.#at += 2;
    return meant;
  }

  #number(): number {
    const start = this.#at;
    NUMBER.lastIndex = start;
    const match = NUMBER.exec(this.text);
    if (!match) throw this.#fault('malformed-json');
    this.#at = NUMBER.lastIndex;
    const value = Number(match[0]);
    // 9007199254740991.4 is rounded to a safe integer, so the text decides, not the value.
    const exact = match.groups?.['rest'] === '' && Number.isSafeInteger(value) && !Object.is(value, -0);
    if (!exact) throw this.#fault('unsafe-number', start);
    return value;
  }

  #literal(): boolean | null {
    for (const [word, value] of LITERALS) {
      if (!this.text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    throw this.#fault('malformed-json');
  }

  #takes(character: string, andSpace = true): boolean {
    if (this.text[this.#at] !== character) return false;
    this.#at += 1;
    if (andSpace) this.#space();
    return true;
  }

  #space(): void {
    while (this.#at < this.text.length && SPACES.includes(this.text.charAt(this.#at))) this.#at += 1;
  }

  /** What the sticky pattern matches here, which may be nothing. */
  #skip(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [matched = ''] = pattern.exec(this.text) ?? [];
    this.#at += matched.length;
    return matched;
  }

  #fault(code: JsonFaultCode, offset = this.#at): JsonFault {
    return new JsonFault(code, this.#path.join('.'), offset);
  }
}
