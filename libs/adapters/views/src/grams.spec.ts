import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { gramsOf, spelled } from './grams.js';
import { searchText } from './search-text.js';

const spelledGrams = (text: string): (string | undefined)[] => gramsOf(searchText(text)).map(spelled);

describe('the grams of a text', () => {
  it('are all neighbours in Chinese', () => {
    expect(spelledGrams('大兴区科协')).toEqual(['大兴', '兴区', '区科', '科协']);
  });

  it('are three letters at a time where words are spaced, never across two words', () => {
    expect(spelledGrams('Daxing as')).toEqual(['dax', 'axi', 'xin', 'ing']);
    expect(spelledGrams('LOI-2026-0001')).toEqual(['loi', '202', '026', '000', '001']);
  });

  it('keep Chinese and Latin apart where they touch', () => {
    expect(spelledGrams('农业base')).toEqual(['农业', 'bas', 'ase']);
    expect(spelledGrams('base农业')).toEqual(['bas', 'ase', '农业']);
  });

  it('are told once, and in narrow small letters', () => {
    expect(spelledGrams('ＡＢＣabc')).toEqual(['abc', 'bca', 'cab']);
  });

  it.each([
    ['outside the first plane', '𠀀𠀁', '𠀁𠀀'],
    ['of alphabets beyond Latin', 'мир', 'рим'],
  ])('of characters %s share numbers with others, and say so', (_, text, other) => {
    expect(spelledGrams(text)).toEqual([undefined]);
    expect(gramsOf(text)).not.toEqual(gramsOf(other));
  });

  it.each(['', ' ', '%', '_', '农', 'ab', '\ud800', '\0', '😀😀😀'])('are none of %j', (text) => {
    expect(spelledGrams(text)).toEqual([]);
  });

  it('are numbers of 32 bits', () => {
    const words = fc.string({ unit: fc.constantFrom(...Array.from('农黑協한かカz0ÿĀżя𠀀\u{2ebe0}')) });
    fc.assert(
      fc.property(words, (text) => {
        expect(gramsOf(text).every((gram) => gram === (gram | 0))).toBe(true);
      }),
    );
  });

  it('of a part are among those of the whole', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom(...Array.from('农业智库abcя𠀀 ')) }),
        text,
        (one, part, other) => {
          const whole = searchText(`${one}${part}${other}`);
          fc.pre(whole.includes(searchText(part)));
          expect(gramsOf(whole)).toEqual(expect.arrayContaining([...gramsOf(searchText(part))]));
        },
      ),
    );
  });
});
