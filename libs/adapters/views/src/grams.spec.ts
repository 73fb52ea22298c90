import { describe, expect, it } from '@jest/globals';

import { gramsOf } from './grams.js';

describe('the grams of a text', () => {
  it('are all neighbours in Chinese', () => {
    expect(gramsOf('大兴区科协')).toEqual(['大兴', '兴区', '区科', '科协']);
  });

  it('are three letters at a time where words are spaced, never across two words', () => {
    expect(gramsOf('Daxing as')).toEqual(['dax', 'axi', 'xin', 'ing']);
    expect(gramsOf('LOI-2026-0001')).toEqual(['loi', '202', '026', '000', '001']);
  });

  it('keep Chinese and Latin apart where they touch', () => {
    expect(gramsOf('农业base')).toEqual(['农业', 'bas', 'ase']);
    expect(gramsOf('base农业')).toEqual(['bas', 'ase', '农业']);
  });

  it('are told once, and in narrow small letters', () => {
    expect(gramsOf('ＡＢＣabc')).toEqual(['abc', 'bca', 'cab']);
  });

  it('take a character outside the first plane for one', () => {
    expect(gramsOf('𠀀𠀁')).toEqual(['𠀀𠀁']);
  });

  it.each(['', ' ', '%', '_', '农', 'ab', '\ud800', '\0', '😀😀😀'])('are none of %j', (text) => {
    expect(gramsOf(text)).toEqual([]);
  });
});
