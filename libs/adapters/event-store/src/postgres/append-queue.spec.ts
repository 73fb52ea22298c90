import { describe, expect, it } from '@jest/globals';
import type { AppendOutcome } from '@entente/event-sourcing';

import { AppendQueue, type Append, type AppendTransport, type BatchOutcome } from './append-queue.js';

class DataError extends Error {}

/** Answers when it is told to, so that a test decides what is under way while appends come. */
class Transport implements AppendTransport {
  readonly flights: { readonly streams: string[]; readonly land: (error?: Error) => void }[] = [];
  readonly answers = new Map<string, BatchOutcome[]>();
  readonly poison = new Set<string>();

  async one(append: Append): Promise<AppendOutcome> {
    const [outcome] = await this.#fly([append]);
    if (outcome?.outcome === 'again') throw new Error('alone there is no again');
    return outcome!;
  }

  many(appends: readonly Append[]): Promise<BatchOutcome[]> {
    return this.#fly(appends);
  }

  isOneToBlame(error: unknown): boolean {
    return error instanceof DataError;
  }

  #fly(appends: readonly Append[]): Promise<BatchOutcome[]> {
    return new Promise((resolve, reject) => {
      const streams = appends.map(({ stream }) => stream);
      let isLanded = false;
      const land = (error?: Error): void => {
        if (isLanded) return;
        isLanded = true;
        const refusal = streams.some((stream) => this.poison.has(stream)) ? new DataError('bad') : error;
        if (refusal) reject(refusal);
        else resolve(streams.map((stream) => this.answers.get(stream)?.shift() ?? appended(stream)));
      };
      this.flights.push({ streams, land });
    });
  }
}

function appended(stream: string): AppendOutcome {
  return { outcome: 'appended', revision: 0, position: stream };
}

function append(stream: string, characters = 10): Append {
  return { stream, expectedRevision: -1, ids: [stream], events: ['x'.repeat(characters)] };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function opened() {
  const transport = new Transport();
  const queue = new AppendQueue(transport);
  const send = (stream: string, characters?: number) => {
    const answer = queue.append(append(stream, characters));
    // Looked at later; until then a failure is nobody's.
    answer.catch(() => undefined);
    return answer;
  };
  return { transport, send };
}

async function landAll(transport: Transport): Promise<void> {
  // Also those that take off meanwhile.
  for (const flight of transport.flights) {
    flight.land();
    await turn();
    await turn();
  }
}

describe('appends that are waiting', () => {
  it('leave at once when there is one alone', () => {
    const { transport, send } = opened();
    void send('a');
    expect(transport.flights.map(({ streams }) => streams)).toEqual([['a']]);
  });

  it('travel together when they came while others were under way, in the order of the calls', async () => {
    const { transport, send } = opened();
    const answers = ['a', 'b', 'c', 'd'].map((stream) => send(stream));
    await turn();
    expect(transport.flights.map(({ streams }) => streams)).toEqual([['a'], ['b', 'c', 'd']]);
    await landAll(transport);
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd'].map(appended));
  });

  it('are at most two flights under way', async () => {
    const { transport, send } = opened();
    for (const stream of ['a', 'b']) {
      void send(stream);
      await turn();
    }
    void send('c');
    void send('d');
    await turn();
    expect(transport.flights).toHaveLength(2);
    transport.flights[0]?.land();
    await turn();
    await turn();
    expect(transport.flights[2]?.streams).toEqual(['c', 'd']);
  });

  it('wait for an append to the same stream that is under way, and let others pass', async () => {
    const { transport, send } = opened();
    void send('a');
    void send('a');
    void send('b');
    await turn();
    expect(transport.flights.map(({ streams }) => streams)).toEqual([['a'], ['b']]);
    transport.flights[0]?.land();
    await turn();
    await turn();
    expect(transport.flights[2]?.streams).toEqual(['a']);
  });

  it('leave what is too much for one batch to the next', async () => {
    const { transport, send } = opened();
    void send('first');
    const answers = Array.from({ length: 5 }, (_, index) => send(`s${index}`, 900_000));
    await turn();
    expect(transport.flights[1]?.streams).toEqual(['s0', 's1']);
    await landAll(transport);
    await Promise.all(answers);
  });
});

describe('in a batch', () => {
  it('each append has its own outcome', async () => {
    const { transport, send } = opened();
    void send('first');
    transport.answers.set('b', [{ outcome: 'conflict', actual: 7 }]);
    const answers = ['a', 'b', 'c'].map((stream) => send(stream));
    await turn();
    await landAll(transport);
    expect(await Promise.all(answers)).toEqual([
      appended('a'),
      { outcome: 'conflict', actual: 7 },
      appended('c'),
    ]);
  });

  it('one that is to come again leads the next batch', async () => {
    const { transport, send } = opened();
    void send('first');
    transport.answers.set('b', [{ outcome: 'again' }, { outcome: 'conflict', actual: 3 }]);
    const answers = ['a', 'b'].map((stream) => send(stream));
    await turn();
    const later = send('later');
    transport.flights[1]?.land();
    await turn();
    await landAll(transport);
    expect(transport.flights[2]?.streams).toEqual(['b', 'later']);
    expect(await Promise.all([...answers, later])).toContainEqual({ outcome: 'conflict', actual: 3 });
  });

  it('one that cannot be stored fails alone', async () => {
    const { transport, send } = opened();
    void send('first');
    transport.poison.add('bad');
    const [before, bad, after] = ['before', 'bad', 'after'].map((stream) => send(stream));
    await turn();
    await landAll(transport);
    await expect(bad).rejects.toThrow(DataError);
    expect(await before).toEqual(appended('before'));
    expect(await after).toEqual(appended('after'));
  });

  it('all are in doubt together when the log went away, and the next ones are tried', async () => {
    const { transport, send } = opened();
    void send('first');
    const answers = ['a', 'b'].map((stream) => send(stream));
    await turn();
    transport.flights[0]?.land();
    transport.flights[1]?.land(new Error('gone'));
    for (const answer of answers) await expect(answer).rejects.toThrow('gone');
    const next = send('next');
    await turn();
    await landAll(transport);
    expect(await next).toEqual(appended('next'));
  });
});
