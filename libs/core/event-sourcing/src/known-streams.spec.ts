import { describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';

import { KnownStreams } from './known-streams.js';
import type { Folded } from './read-stream.js';

const folded = (revision: number, state: unknown = {}): Folded<unknown> => ({
  state,
  revision,
  last: { id: `event-${revision}`, recordedAt: '2026-03-02T01:00:00.000Z', position: '1' },
  commandIds: new Set(),
  holdsSealed: false,
});

describe('what is remembered of a stream', () => {
  it('is the latest anybody brought, in whatever order they came', () => {
    const streams = new KnownStreams();
    streams.remember('a', folded(3));
    streams.remember('a', folded(2));
    expect(streams.recall('a')?.revision).toBe(3);
    streams.remember('a', folded(4));
    expect(streams.recall('a')?.revision).toBe(4);
    expect(streams.size).toBe(1);
  });

  it('is nothing once it is known to be wrong', () => {
    const streams = new KnownStreams();
    streams.remember('a', folded(3));
    streams.remember('a', undefined);
    expect(streams.recall('a')).toBeUndefined();
    expect(streams.weight).toBe(0);
  });
});

describe('memory', () => {
  it('holds the streams used last, by what they weigh', () => {
    const streams = new KnownStreams(10_000);
    for (const name of ['a', 'b', 'c']) streams.remember(name, folded(0, 'x'.repeat(1_500)));
    streams.recall('a');
    streams.remember('d', folded(0, 'x'.repeat(1_500)));
    expect(['a', 'b', 'c', 'd'].filter((name) => streams.recall(name))).toEqual(['a', 'c', 'd']);
    expect(streams.weight).toBeLessThanOrEqual(10_000);
  });

  it('holds no stream that is too heavy alone', () => {
    const streams = new KnownStreams(10_000);
    streams.remember('a', folded(0, ['x'.repeat(6_000)]));
    expect(streams.size).toBe(0);
    expect(streams.weight).toBe(0);
  });

  it('weighs a stream that grows anew from time to time', () => {
    const streams = new KnownStreams(100_000);
    for (let revision = 0; revision < 200; revision += 1) {
      streams.remember('a', folded(revision, 'x'.repeat(revision * 300)));
    }
    expect(streams.size).toBe(0);
  });

  it('counts sets, maps and long chains', () => {
    const chain = Array.from({ length: 50_000 }).reduce<object>((before) => ({ before }), {});
    const streams = new KnownStreams(10 ** 9);
    streams.remember(
      'a',
      folded(0, { chain, set: new Set(['x'.repeat(1_000)]), map: new Map([['k', 'x']]) }),
    );
    expect(streams.weight).toBeGreaterThan(50_000 * 32 + 2_000);
  });
});

describe('work on one stream', () => {
  it('is done in its turn, also after one that failed; other streams do not wait', async () => {
    const streams = new KnownStreams();
    const done: string[] = [];
    const work = (name: string, ms: number) => async () => {
      await setTimeout(ms);
      done.push(name);
      if (name === 'first') throw new Error(name);
    };
    const all = [
      streams.inTurn('a', work('first', 20)),
      streams.inTurn('a', work('second', 1)),
      streams.inTurn('a', work('third', 1)),
      streams.inTurn('b', work('other', 5)),
    ];
    const outcomes = await Promise.allSettled(all);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
    expect(done).toEqual(['other', 'first', 'second', 'third']);
  });
});
