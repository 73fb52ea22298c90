import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { canonicalText } from './canonical-text.js';
import { findJsonFault, isWellFormed, MAX_DEPTH } from './json.js';

const nested = (depth: number): unknown => {
  let value: unknown = 'leaf';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { in: value };
  return value;
};

describe('restricted JSON', () => {
  it.each([
    ['nothing', null],
    ['an empty key and an empty string', { '': '' }],
    ['the largest safe integers', [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]],
    ['right-to-left text and emoji', { שלום: '\u202eabc\u202c 👩‍👩‍👧' }],
    ['control characters other than NUL', '\u0001\u001f\u007f\u2028'],
    ['a member without a prototype above it', Object.assign(Object.create(null), { a: 1 })],
    ['keys that only resemble an index', { '01': 1, '-1': 2, '1.5': 3, '1e3': 4 }],
    ['names of an object’s own methods', { constructor: 1, toString: 'x', hasOwnProperty: null }],
    ['data nested to the limit', nested(MAX_DEPTH)],
  ])('allows %s', (_, value) => {
    expect(findJsonFault(value)).toBeUndefined();
  });

  it.each([
    ['a fraction', { a: [0, 1.5] }, '/a/1', 'unsafe-number'],
    ['an integer beyond the safe ones', { a: 2 ** 53 }, '/a', 'unsafe-number'],
    ['minus zero, whose sign the text loses', -0, '', 'unsafe-number'],
    ['NaN', Number.NaN, '', 'unsafe-number'],
    ['a lone surrogate', { a: '\ud800' }, '/a', 'ill-formed-string'],
    ['NUL', ['a\0b'], '/0', 'ill-formed-string'],
    ['a lone surrogate in a key', { a: { '\udfff': 1 } }, '/a', 'ill-formed-string'],
    ['a key that an engine moves to the front', { a: { '0': 1 } }, '/a/0', 'index-like-key'],
    ['a key with a quote', { a: { 'b"': 1 } }, '/a/b"', 'escaped-key'],
    ['a key with a backslash', { '\\': 1 }, '/\\', 'escaped-key'],
    ['a key with a line break', { 'a\n': 1 }, '/a\n', 'escaped-key'],
    ['a large index-like key', { '4294967295': 1 }, '/4294967295', 'index-like-key'],
    ['a member named __proto__', JSON.parse('{"a":{"__proto__":1}}'), '/a/__proto__', 'index-like-key'],
    ['undefined', { a: undefined }, '/a', 'not-json'],
    ['a hole in an array', [1, , 3], '/1', 'not-json'], // eslint-disable-line no-sparse-arrays
    ['a bigint', 1n, '', 'not-json'],
    ['a date', { at: new Date(0) }, '/at', 'not-json'],
    ['an instance of a class', { a: new URL('https://example.org') }, '/a', 'not-json'],
    ['data nested too deep', nested(MAX_DEPTH + 1), undefined, 'too-deep'],
  ])('refuses %s', (_, value, pointer, problem) => {
    const fault = findJsonFault(value);
    expect(fault?.problem).toBe(problem);
    if (pointer !== undefined) expect(fault?.pointer).toBe(pointer);
  });

  it('names the place as a JSON Pointer, with ~ and / of a key escaped', () => {
    expect(findJsonFault({ 'a/b~c': [{ d: 0.5 }] })?.pointer).toBe('/a~1b~0c/0/d');
  });

  it('is refused before a depth that would overflow the stack', () => {
    expect(findJsonFault(nested(100_000))?.problem).toBe('too-deep');
  });

  it('comes back from its text as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(findJsonFault(value) === undefined);
        const text = canonicalText(value);
        expect(canonicalText(JSON.parse(text))).toBe(text);
        expect(JSON.stringify(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

it('a text is well-formed without lone surrogates and NUL', () => {
  expect(isWellFormed('协议 👍')).toBe(true);
  expect(isWellFormed('\udc00\ud800')).toBe(false);
  expect(isWellFormed('\0')).toBe(false);
});
