import { standIn, unprintable } from './signs.js';

const isInFont = (code: number): boolean => /[a-z，\u4e00-\u9fa5]/u.test(String.fromCodePoint(code));

describe('what the font has not', () => {
  it('is named, each sign once', () => {
    expect(unprintable('㛃先生，㛃女士 and łukasz', isInFont)).toEqual(['㛃', 'ł']);
  });

  it('may lie beyond the first plane', () => {
    expect(unprintable('会𠮷面😀', isInFont)).toEqual(['𠮷', '😀']);
  });

  it('is neither a space of any width nor what only says how its neighbour looks', () => {
    expect(unprintable('a\u3000b\u00a0c\ufe0fd\u200b', isInFont)).toEqual([]);
  });

  it('is nothing where the font has all', () => {
    expect(unprintable('双方，and', isInFont)).toEqual([]);
  });

  it('is printed by its number', () => {
    expect(['㛃', '😀', '\u3000'].map(standIn)).toEqual(['[U+36C3]', '[U+1F600]', ' ']);
  });
});
