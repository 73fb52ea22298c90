import { describe, expect, test } from '@jest/globals';

import { attributesOf, changedValues } from './attributes.js';

describe('attributes in a form', () => {
  test('stand with the required ones first', () => {
    const schema = { type: 'string', titles: {} } as const;
    const attributes = {
      type: 'object',
      properties: { area: schema, budget: schema, colour: schema },
      required: ['budget'],
      additionalProperties: false,
    } as const;
    expect(
      attributesOf({ attributes: { ...attributes, required: ['budget'] } }).map(({ name }) => name),
    ).toEqual(['budget', 'area', 'colour']);
    expect(attributesOf({})).toEqual([]);
  });

  test('are sent only where they changed, and taken away where they were emptied', () => {
    const seen = { budget: 5, area: 'north', open: false };
    expect(changedValues(seen, { budget: 5, area: ' ', open: true, colour: undefined })).toEqual({
      area: null,
      open: true,
    });
  });
});
