import { describe, expect, test } from '@jest/globals';

import { csvOf } from './letters-csv.js';

describe('letters for a spreadsheet', () => {
  test('are in UTF-8 that says so, a line each', () => {
    expect(
      csvOf([
        ['Number', 'Title'],
        ['LOI-2026-0001', '现代农业'],
      ]),
    ).toBe('\uFEFFNumber,Title\r\nLOI-2026-0001,现代农业\r\n');
  });

  test('keep commas, quotes and lines within their cell', () => {
    expect(csvOf([['a, b', 'say "so"', 'one\ntwo']])).toBe('\uFEFF"a, b","say ""so""","one\ntwo"\r\n');
  });

  test('are never a formula', () => {
    expect(csvOf([['=1+1', '@x', '-2']])).toBe("\uFEFF'=1+1,'@x,'-2\r\n");
  });
});
