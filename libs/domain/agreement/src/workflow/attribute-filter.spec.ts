import { meaningsOf } from './attribute-filter.js';
import type { AttributesSchema } from './attributes.js';

const schema = (properties: AttributesSchema['properties']) => ({
  attributes: { type: 'object', properties, additionalProperties: false } as const,
});
const titles = { en: 'Something' };
const one = schema({
  depth: { type: 'integer', titles, minimum: 1, maximum: 30 },
  season: { type: 'string', titles, enum: ['spring', 'autumn'] },
  starts: { type: 'string', format: 'date', titles },
  insured: { type: 'boolean', titles },
});
const other = schema({
  depth: { type: 'string', titles },
  season: { type: 'string', titles, enum: ['dry'] },
});

describe('what a text may mean that an attribute is looked for with', () => {
  it.each([
    ['depth', '12', [12]],
    ['depth', '-3', []],
    ['depth', '012', []],
    ['depth', 'twelve', []],
    ['season', 'spring', ['spring']],
    ['season', 'winter', []],
    ['starts', '2026-03-02', ['2026-03-02']],
    ['starts', '2026-02-30', []],
    ['insured', 'true', [true]],
    ['insured', 'false', [false]],
    ['insured', 'yes', []],
  ])('%s as %s', (name, text, meanings) => {
    expect(meaningsOf([{}, one], name, text)).toEqual(meanings);
  });

  it('is as many things as definitions say, each once', () => {
    expect(meaningsOf([one, other, other], 'depth', '12')).toEqual([12, '12']);
    expect(meaningsOf([one, other], 'season', 'dry')).toEqual(['dry']);
  });

  it('is nothing where no definition knows the attribute', () => {
    expect(meaningsOf([one], 'colour', 'red')).toBeUndefined();
    expect(meaningsOf([one], 'constructor', 'red')).toBeUndefined();
    expect(meaningsOf([], 'depth', '12')).toBeUndefined();
  });
});
