import { describe, expect, it } from '@jest/globals';
import { UnreadableEvent } from '@entente/event-sourcing';

import { Logged } from './logged.js';
import { Tail } from './tail.js';

function place(number: number, text = 'null'): Logged {
  return new Logged(number, 0, `main.agreement-${number}`, text);
}

function tailOf(...numbers: readonly number[]): Tail {
  const tail = new Tail();
  tail.follow();
  for (const number of numbers) tail.keep(place(number));
  return tail;
}

function numbers(tail: Tail, after: number, end: number): number[] | undefined {
  return tail.between(after, end)?.map(({ number }) => number);
}

describe('the tail of the log', () => {
  it('answers only when nothing is missing, in whatever order it came', () => {
    const tail = tailOf(4, 3, 5, 7);
    expect(numbers(tail, 2, 5)).toEqual([3, 4, 5]);
    expect(numbers(tail, 3, 4)).toEqual([4]);
    expect(numbers(tail, 5, 5)).toEqual([]);
    expect(numbers(tail, 1, 5)).toBeUndefined();
    expect(numbers(tail, 4, 7)).toBeUndefined();
    expect(numbers(tail, 6, 8)).toBeUndefined();
  });

  it('gives only the streams that are asked for', () => {
    const tail = tailOf(1, 2, 13);
    const streams = ['main.agreement-1', 'main.person-'];
    expect(tail.between(0, 2, streams)?.map(({ number }) => number)).toEqual([1]);
    expect(tail.between(0, 2, [])).toEqual([]);
    expect(tail.between(2, 13, streams)).toBeUndefined();
  });

  it('is kept while somebody follows', () => {
    const tail = new Tail();
    tail.keep(place(1));
    expect(numbers(tail, 0, 1)).toBeUndefined();
    const [one, other] = [tail.follow(), tail.follow()];
    tail.keep(place(1));
    one();
    expect(numbers(tail, 0, 1)).toEqual([1]);
    other();
    expect(numbers(tail, 0, 1)).toBeUndefined();
  });

  it('lets the oldest go, by number of events and by size', () => {
    const many = tailOf(...Array.from({ length: 2_500 }, (_, index) => index + 1));
    expect(numbers(many, 499, 2_500)).toBeUndefined();
    expect(numbers(many, 500, 2_500)).toHaveLength(2_000);
    const large = tailOf();
    for (let number = 1; number <= 30; number += 1) large.keep(place(number, 'x'.repeat(200_000)));
    expect(numbers(large, 19, 30)).toBeUndefined();
    expect(numbers(large, 20, 30)).toHaveLength(10);
  });

  it('names what cannot be read to each who asks', () => {
    const [logged] = tailOf(1).between(0, 1) ?? [];
    expect(() => logged?.recorded).toThrow(UnreadableEvent);
    expect(() => logged?.recorded).toThrow(UnreadableEvent);
  });
});
