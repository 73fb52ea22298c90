import { describe, expect, it } from '@jest/globals';

import vectors from '../../../../test/vectors/rfc8785.json' with { type: 'json' };
import { canonicalText } from './canonical-text.js';

describe('the canonical text', () => {
  it.each(vectors.cases)('is that of the reference vectors of RFC 8785: $name', ({ input, canonicalHex }) => {
    expect(Buffer.from(canonicalText(JSON.parse(input)), 'utf8').toString('hex')).toBe(canonicalHex);
  });

  it('does not depend on the order in which members were set', () => {
    expect(canonicalText({ b: 1, a: { d: [], c: null } })).toBe('{"a":{"c":null,"d":[]},"b":1}');
    expect(canonicalText({ a: { c: null, d: [] }, b: 1 })).toBe('{"a":{"c":null,"d":[]},"b":1}');
  });

  it('sorts by UTF-16 code units, not by code points', () => {
    expect(canonicalText({ '\ufb33': 1, '\u{1f600}': 2 })).toBe('{"\u{1f600}":2,"\ufb33":1}');
  });

  it('leaves out members that are undefined', () => {
    expect(canonicalText({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('keeps a member named __proto__, which is a key like any other in JSON', () => {
    expect(canonicalText(JSON.parse('{"__proto__":{"a":1}}'))).toBe('{"__proto__":{"a":1}}');
  });

  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol in an array', [Symbol('s')]],
    ['undefined in an array', [undefined]],
    ['a bigint', { n: 1n }],
    ['NaN', Number.NaN],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['a date', { at: new Date(0) }],
    ['a map', new Map([['a', 1]])],
    ['bytes', new Uint8Array(2)],
  ])('does not exist for %s', (_, value) => {
    expect(() => canonicalText(value)).toThrow(TypeError);
  });
});
