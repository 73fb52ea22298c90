import { describe, expect, test } from '@jest/globals';

import { lineOf } from './pointer.js';

const text = `{
  "name": "a \\" { odd name",
  "stages": [
    { "name": "one", "deadline": { "duration": "P5D" } },
    {
      "name": "two",
      "a/b": [1, 2,
        3]
    }
  ],
  "last": null
}`;

describe('the line of a fault', () => {
  test.each([
    ['', 1],
    ['/', undefined],
    ['/name', 2],
    ['/stages', 3],
    ['/stages/0', 4],
    ['/stages/0/deadline/duration', 4],
    ['/stages/1', 5],
    ['/stages/1/name', 6],
    ['/stages/1/a~1b/2', 8],
    ['/last', 11],
    ['/stages/2', undefined],
    ['/stages/1/name/x', undefined],
  ])('of %j', (pointer, line) => {
    expect(lineOf(text, pointer)).toBe(line);
  });
});
