import { describe, expect, it } from '@jest/globals';

import { rowChanges } from './row-changes.js';

const row = (part: string, text: string, ids: readonly string[] = []) => ({ stream: 'a', part, text, ids });

describe('the changes of a stream’s rows', () => {
  it('are none where all stays as it was', () => {
    expect(rowChanges([row('one', 'x', ['p'])], [row('one', 'x', ['p'])], 'part')).toEqual({
      written: [],
      gone: [],
    });
  });

  it('are the rows that are new or say something else', () => {
    const before = [row('one', 'x'), row('two', 'y'), row('three', 'z', ['p'])];
    const after = [row('one', 'x'), row('two', 'other'), row('three', 'z', ['q']), row('four', '')];
    expect(rowChanges(before, after, 'part')).toEqual({ written: after.slice(1), gone: [] });
  });

  it('are the rows that are no more', () => {
    expect(rowChanges([row('one', 'x'), row('two', 'y')], [row('two', 'y')], 'part')).toEqual({
      written: [],
      gone: [row('one', 'x')],
    });
  });
});
