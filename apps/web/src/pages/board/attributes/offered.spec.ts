import { describe, expect, test } from '@jest/globals';

import { offeredAttributes } from './offered.js';

const attributes = (properties: object) => ({
  attributes: { type: 'object' as const, properties, additionalProperties: false as const },
});
const of = (properties: object) => attributes(properties) as Parameters<typeof offeredAttributes>[0][number];
const titles = { en: 'One' };

describe('what letters can be chosen by', () => {
  test('is all that definitions ask to be known, by name', () => {
    const definition = of({
      starts: { type: 'string', format: 'date', titles },
      depth: { type: 'integer', titles },
      insured: { type: 'boolean', titles },
      note: { type: 'string', titles },
      season: { type: 'string', titles, enum: ['dry'], enumTitles: { dry: { zh: '旱' } } },
    });
    expect(offeredAttributes([{}, definition])).toEqual([
      { name: 'depth', titles, kind: 'number', words: [] },
      { name: 'insured', titles, kind: 'yes-no', words: [] },
      { name: 'note', titles, kind: 'text', words: [] },
      { name: 'season', titles, kind: 'words', words: [{ value: 'dry', titles: { zh: '旱' } }] },
      { name: 'starts', titles, kind: 'day', words: [] },
    ]);
  });

  test('is called as the newest version calls it, with the words of all', () => {
    const season = (value: string, en: string) =>
      of({ season: { type: 'string', titles: { en }, enum: [value] } });
    expect(offeredAttributes([season('dry', 'Old'), season('wet', 'New')])).toEqual([
      {
        ...{ name: 'season', titles: { en: 'New' }, kind: 'words' },
        words: [
          { value: 'dry', titles: { en: 'dry' } },
          { value: 'wet', titles: { en: 'wet' } },
        ],
      },
    ]);
  });

  test('is written as a text where definitions mean different things by it', () => {
    const [depth] = offeredAttributes([
      of({ depth: { type: 'integer', titles } }),
      of({ depth: { type: 'string', titles } }),
    ]);
    expect(depth).toMatchObject({ kind: 'text' });
  });
});
