import { canonicalText, MAX_DEPTH } from '@entente/canonical';
import fc from 'fast-check';

import { JsonFault, readJson } from './read-json.js';

function faultOf(text: string): Pick<JsonFault, 'code' | 'field' | 'offset'> {
  try {
    readJson(text);
  } catch (error) {
    if (error instanceof JsonFault) return { code: error.code, field: error.field, offset: error.offset };
    throw error;
  }
  throw new Error(`no fault in ${text.slice(0, 100)}`);
}

const integer = fc.maxSafeInteger().filter((value) => !Object.is(value, -0));
const wellFormed = fc
  .string({ unit: 'binary' })
  .filter((text) => text.isWellFormed() && !text.includes('\0'));
const key = wellFormed.filter((text) => !(text in Object.prototype));
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 6 },
    fc.constant(null),
    fc.boolean(),
    integer,
    wellFormed,
    fc.array(tie('json'), { maxLength: 5 }),
    fc.dictionary(key, tie('json'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

describe('strict JSON', () => {
  it('is read as JSON.parse reads it, however it is spaced', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 1, '\t', '\r\n '), (value, space) => {
        const text = ` ${JSON.stringify(value, null, space)}\n`;
        expect(readJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('gives plain objects, which the log can hold', () => {
    const text = '{"title":{"zh":"意向书"},"parties":[{"role":"base"}]}';
    expect(canonicalText(readJson(text))).toBe('{"parties":[{"role":"base"}],"title":{"zh":"意向书"}}');
  });

  it('is refused wherever JSON.parse refuses it, and never with anything but a fault', () => {
    const pieces = fc.oneof(
      fc.string({
        unit: fc.constantFrom(...Array.from('{}[]",:\\ -.0123456789eEtruefalsn/u\n\t\0\u0001é')),
        minLength: 1,
      }),
      fc.constantFrom('true', 'null', '"a"', '\ud800', '"\udc00"'),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (chosen) => {
        const text = chosen.join('');
        let read: { value: unknown } | undefined;
        try {
          read = { value: readJson(text) };
        } catch (error) {
          expect(error).toBeInstanceOf(JsonFault);
        }
        if (read) expect(read.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it('with one character changed is read alike or refused', () => {
    fc.assert(
      fc.property(
        json,
        fc.nat(),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        (value, place, other) => {
          const text = JSON.stringify(value);
          const at = place % text.length;
          const changed = text.slice(0, at) + other + text.slice(at + 1);
          let read: unknown;
          try {
            read = readJson(changed);
          } catch (error) {
            expect(error).toBeInstanceOf(JsonFault);
            return;
          }
          expect(read).toEqual(JSON.parse(changed));
        },
      ),
    );
  });

  it.each([
    ['{"a":1,"a":1}', 'a', 7],
    ['{"a":1,"\\u0061":2}', 'a', 7],
    ['{"parties":[{"role":"base"},{"role":"x","role":"y"}]}', 'parties.1.role', 40],
  ])('names the key that stands twice in %s', (text, field, offset) => {
    expect(faultOf(text)).toEqual({ code: 'duplicate-key', field, offset });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '\\u005f_proto__'])(
    'has no key %s',
    (name) => {
      expect(faultOf(`{"title":{"${name}":{}}}`).code).toBe('forbidden-key');
    },
  );

  it.each([
    '9007199254740992',
    '9007199254740993',
    '-9007199254740992',
    '1e400',
    '1.5',
    '1e3',
    '1.0',
    '-0',
    '9007199254740991.4',
  ])('does not hold the number %s', (number) => {
    expect(faultOf(`{"days":[1,${number}]}`)).toEqual({ code: 'unsafe-number', field: 'days.1', offset: 11 });
  });

  it.each(['0', '-1', '9007199254740991', '-9007199254740991'])('holds the number %s', (number) => {
    expect(readJson(number)).toBe(Number(number));
  });

  it.each(['\\u0000', '\\ud800', '\\udc00', '\\ude00\\ud83d', 'a\ud800'])(
    'does not hold the text %s',
    (text) => {
      expect(faultOf(`{"reason":"${text}"}`)).toEqual({
        code: 'ill-formed-text',
        field: 'reason',
        offset: 10,
      });
    },
  );

  it('holds a surrogate pair however it is written', () => {
    expect(readJson('["😀","\\ud83d\\ude00","\\ud83d\\uDE00"]')).toEqual(['😀', '😀', '😀']);
  });

  it('is no deeper than the log holds it', () => {
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(readJson(nested(MAX_DEPTH))).toBeDefined();
    expect(faultOf(nested(MAX_DEPTH + 1)).code).toBe('too-deep');
    expect(faultOf('['.repeat(1_000_000)).code).toBe('too-deep');
    expect(faultOf('{"a":'.repeat(10_000)).code).toBe('too-deep');
  });

  it.each([
    '',
    ' ',
    '{',
    '[1',
    '[1,',
    '[1,]',
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    "{'a':1}",
    '{a:1}',
    '01',
    '+1',
    '.5',
    '1.',
    'tru',
    'nul',
    'NaN',
    '"a',
    '"\\x"',
    '"\\u12g4"',
    '"\n"',
    '1 2',
    '{} {}',
    '\ufeff{}',
    '//',
    '[1 2]',
    '{"a":1 "b":2}',
  ])('is not %j', (text) => {
    expect(faultOf(text).code).toBe('malformed-json');
  });
});
