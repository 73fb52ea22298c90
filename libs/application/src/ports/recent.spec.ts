import { describe, expect, it } from '@jest/globals';

import { Recent } from './recent.js';

function setUp() {
  const clock = { now: 0 };
  const recent = new Recent<number>(1_000, () => clock.now, 2);
  let looks = 0;
  const look = () => Promise.resolve((looks += 1));
  return { clock, recent, get: (key = 'a') => recent.get(key, look) };
}

describe('what was looked up a moment ago', () => {
  it('is the answer for as long as it may be old, and then looked up anew', async () => {
    const { clock, get } = setUp();
    expect([await get(), await get(), await get('b')]).toEqual([1, 1, 2]);
    clock.now = 999;
    expect(await get()).toBe(1);
    clock.now = 1_000;
    expect(await get()).toBe(3);
  });

  it('is forgotten once it has changed, also where the look had begun before', async () => {
    const { clock, recent, get } = setUp();
    let answer: (value: number) => void = () => undefined;
    const begun = recent.get('a', () => new Promise((resolve) => (answer = resolve)));
    recent.pause(500);
    answer(7);
    expect([await begun, await get(), await get()]).toEqual([7, 1, 2]);
    clock.now = 500;
    expect([await get(), await get()]).toEqual([3, 3]);
  });

  it('is not kept when the look failed', async () => {
    const { recent, get } = setUp();
    await expect(recent.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await get()).toBe(1);
  });

  it('takes no more memory than it may', async () => {
    const { get } = setUp();
    expect([await get('a'), await get('b'), await get('c'), await get('a')]).toEqual([1, 2, 3, 4]);
  });
});
