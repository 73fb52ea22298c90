import { describe, expect, it } from '@jest/globals';

import { Statements } from './prepared-statements.js';

function after(times: number, text: string, statements = new Statements()): string | undefined {
  for (let time = 1; time < times; time += 1) statements.nameOf(text);
  return statements.nameOf(text);
}

describe('a statement', () => {
  it('has a name of its own once it comes often', () => {
    const statements = new Statements();
    expect(after(9, 'INSERT INTO one', statements)).toBeUndefined();
    const name = after(1, 'INSERT INTO one', statements);
    expect(name).toBeDefined();
    expect(after(5, 'INSERT INTO one', statements)).toBe(name);
    expect(after(10, 'INSERT INTO other', statements)).not.toBe(name);
  });

  it('that reads has none: a migration may change what it answers', () => {
    expect(after(50, 'SELECT * FROM one')).toBeUndefined();
    expect(after(50, 'WITH one AS (SELECT 1) SELECT * FROM one')).toBeUndefined();
    expect(after(50, '\nWITH one AS (SELECT 1)\nUPDATE other SET b = 1 RETURNING a')).toBeDefined();
  });

  it('has none when there are too many of them, or each comes once', () => {
    const statements = new Statements();
    const names = Array.from({ length: 150 }, (_, index) => after(20, `UPDATE t${index} SET`, statements));
    expect(names.filter((name) => name !== undefined)).toHaveLength(100);
    const others = new Statements();
    for (let index = 0; index < 1_000; index += 1)
      expect(after(1, `UPDATE t${index}`, others)).toBeUndefined();
  });
});
