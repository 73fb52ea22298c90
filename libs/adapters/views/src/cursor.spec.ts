import { InvalidCursor } from '@entente/application';
import { describe, expect, it } from '@jest/globals';

import { cursorOf } from './cursor.js';

const cursor = cursorOf('letters', 'number', 'string');

function encoded(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

describe('a cursor', () => {
  it('gives back the place it was made from', () => {
    expect(cursor.read(cursor.write(17, 'a–信'))).toEqual([17, 'a–信']);
  });

  it.each([
    ['nothing', ''],
    ['plain text', 'next'],
    ['no list', encoded({ list: 'letters' })],
    ['the cursor of another list', cursorOf('people', 'number', 'string').write(17, 'a')],
    ['a part too few', encoded(['letters', 17])],
    ['a part too many', encoded(['letters', 17, 'a', 'b'])],
    ['a part of another kind', encoded(['letters', '17', 'a'])],
    ['a number beyond what is exact', encoded('["letters",9007199254740993,"a"]')],
    ['a text the database cannot hold', encoded(['letters', 17, '\0'])],
    ['another spelling of a cursor', encoded('["letters", 17, "a"]')],
    ['a cursor with padding', `${cursor.write(1, 'a')}=`],
    ['deep nesting', encoded('['.repeat(100_000))],
  ])('is refused when it is %s', (_, text) => {
    expect(() => cursor.read(text)).toThrow(InvalidCursor);
  });
});
