import { isSealed, sealedWithin, withoutSeals } from './sealed.js';

const one = { key: 'main.person-1', sealed: 'abc' };
const other = { key: 'main.person-2', sealed: 'def' };

describe('a sealed value', () => {
  it('is told from what only looks a little like it', () => {
    expect(isSealed(one)).toBe(true);
    for (const plain of [
      null,
      'abc',
      [],
      {},
      { key: 'a' },
      { sealed: 'a' },
      { ...one, more: 1 },
      { key: 1, sealed: 'a' },
    ])
      expect(isSealed(plain)).toBe(false);
  });

  it('is found at any depth', () => {
    expect(sealedWithin({ a: [{ b: one }], c: other, d: 'x' })).toEqual(expect.arrayContaining([one, other]));
    expect(sealedWithin([1, 'x', null, { key: 'x' }])).toEqual([]);
  });

  it('gives way to another, and what holds none is the very same object', () => {
    const plain = { z: [1, { y: 2 }] };
    const value = { name: one, list: [plain, other] };
    const opened = withoutSeals<unknown>(value, ({ sealed }) => sealed.toUpperCase());
    expect(opened).toEqual({ name: 'ABC', list: [plain, 'DEF'] });
    expect((opened as { list: unknown[] }).list[0]).toBe(plain);
    expect(withoutSeals(plain, () => undefined)).toBe(plain);
  });
});
