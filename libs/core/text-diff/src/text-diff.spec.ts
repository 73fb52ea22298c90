import { describe, expect, test } from '@jest/globals';

import { textDiff, words, type Piece } from './text-diff.js';

const side = (pieces: readonly Piece[], left: 'added' | 'removed'): string =>
  pieces
    .filter(({ kind }) => kind !== left)
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  test('a changed word is one removal and one addition', () => {
    expect(textDiff('two forums a year', 'three forums a year', 'en')).toEqual([
      { kind: 'removed', text: 'two' },
      { kind: 'added', text: 'three' },
      { kind: 'same', text: ' forums a year' },
    ]);
  });

  test('Chinese is compared by words although it has no spaces', () => {
    expect(textDiff('双方每年举办论坛', '双方每年联合举办论坛', 'zh')).toEqual([
      { kind: 'same', text: '双方每年' },
      { kind: 'added', text: '联合' },
      { kind: 'same', text: '举办论坛' },
    ]);
  });

  test('equal texts have nothing added or removed', () => {
    expect(textDiff('same', 'same', 'en')).toEqual([{ kind: 'same', text: 'same' }]);
    expect(textDiff('', '', 'en')).toEqual([]);
  });

  test('from nothing everything is added, to nothing everything is removed', () => {
    expect(textDiff('', 'all of it', 'en')).toEqual([{ kind: 'added', text: 'all of it' }]);
    expect(textDiff('all of it', '', 'en')).toEqual([{ kind: 'removed', text: 'all of it' }]);
  });

  test('both texts can be read back from their difference', () => {
    let seed = 7;
    const random = (n: number): number => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
    const text = (): string => Array.from({ length: random(30) }, () => 'ab cd '[random(6)]).join('');
    for (let round = 0; round < 500; round += 1) {
      const before = text();
      const after = text();
      const pieces = textDiff(before, after, 'en');
      expect(side(pieces, 'added')).toBe(before);
      expect(side(pieces, 'removed')).toBe(after);
    }
  });

  test('texts that share almost nothing are shown as replaced', () => {
    const before = Array.from({ length: 900 }, (_, i) => `a${i}`).join(' ');
    const after = Array.from({ length: 900 }, (_, i) => `b${i}`).join(' ');
    expect(textDiff(before, after, 'en').map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  test('words keep every character', () => {
    expect(words('第一条，双方 agree.', 'zh').join('')).toBe('第一条，双方 agree.');
  });
});
