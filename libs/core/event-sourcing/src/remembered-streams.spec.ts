import { describe, expect, it } from '@jest/globals';
import { canonicalText } from '@entente/canonical';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import fc from 'fast-check';

import type { CommandPorts } from './command.js';
import { decideAndAppend } from './decide-and-append.js';
import { refuse, type Decider } from './decider.js';
import type { Fact, RecordedEvent } from './envelope.js';
import type { ReadOptions } from './event-store.js';
import type { EntryRetracted } from './fold.js';
import { InMemoryEventStore } from './in-memory-event-store.js';
import { KnownStreams } from './known-streams.js';
import { readFolded } from './read-stream.js';
import { UnknownEvent } from './upcasting.js';

type Deposited = Fact<'Deposited', { readonly amount: number }>;
type Command =
  | { readonly type: 'Deposit'; readonly amount: number }
  | { readonly type: 'Retract'; readonly commandId: string };

/** A purse that holds 100 at most; a deposit of nothing is nothing to do, and each can be taken back. */
const purse: Decider<number, Command, Deposited | EntryRetracted, object, 'full'> = {
  initial: 0,
  schemaVersions: { Deposited: 1, EntryRetracted: 1 },
  decide(held, command) {
    if (command.type === 'Retract') {
      return [{ type: 'EntryRetracted', data: { commandId: command.commandId, reason: '' } }];
    }
    if (held + command.amount > 100) return refuse('full');
    return command.amount === 0 ? [] : [{ type: 'Deposited', data: { amount: command.amount } }];
  },
  evolve: (held, event) => (event.type === 'Deposited' ? held + event.data.amount : held),
};

const STREAM = 'main.purse-1';

class Counting extends InMemoryEventStore {
  wholeReads = 0;
  tailReads = 0;

  override read(stream: string, options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    if (options.from === undefined) this.wholeReads += 1;
    else this.tailReads += 1;
    return super.read(stream, options);
  }
}

/** Two processes on one log; each remembers on its own. */
function setUp() {
  const store = new Counting();
  const process = (streams?: KnownStreams) => {
    const ports: CommandPorts = {
      store,
      now: () => '2026-03-02T01:00:00.000Z',
      newSalt: () => randomBytes(16).toString('hex'),
      mac: (text) => createHmac('sha256', 'key').update(text).digest('hex'),
      sha1: (bytes) => createHash('sha1').update(bytes).digest(),
      ...(streams ? { streams } : {}),
    };
    return (id: string, command: Command, expectedRevision?: number) =>
      decideAndAppend(
        ports,
        { decider: purse, gather: () => Promise.resolve({ facts: {} }) },
        {
          id,
          stream: STREAM,
          actor: 'person-1',
          causationId: id,
          correlationId: id,
          command,
          ...(expectedRevision === undefined ? {} : { expectedRevision }),
        },
      );
  };
  return { store, here: process(new KnownStreams()), there: process(new KnownStreams()), plain: process };
}

const deposit = (amount: number): Command => ({ type: 'Deposit', amount });

describe('a stream that is remembered', () => {
  it('is not read again for an append', async () => {
    const { store, here } = setUp();
    for (const id of ['c1', 'c2', 'c3']) expect(await here(id, deposit(1))).toMatchObject({ accepted: true });
    expect([store.wholeReads, store.tailReads]).toEqual([1, 0]);
  });

  it('is read on before anything is refused, and when others were faster', async () => {
    const { here, there } = setUp();
    await here('c1', deposit(90));
    await there('c2', { type: 'Retract', commandId: 'c1' });
    expect(await here('c3', deposit(20))).toMatchObject({ accepted: true, revision: 2 });
    await there('c4', deposit(75));
    expect(await here('c5', deposit(5))).toMatchObject({ accepted: true, revision: 4 });
    expect(await there('c6', deposit(1))).toMatchObject({ refusal: { code: 'full' } });
  });

  it('is read on before "nothing to do" is answered: the answer says where the stream stands now', async () => {
    const { here, there } = setUp();
    await here('c1', deposit(1));
    await there('c2', deposit(2));
    expect(await here('c3', deposit(0))).toMatchObject({ accepted: true, revision: 1, events: [] });
  });

  it('answers a repeat as the first time, also one that another process took', async () => {
    const { store, here, there } = setUp();
    const first = await here('c1', deposit(1));
    const second = await there('c2', deposit(2));
    expect(await here('c1', deposit(1))).toEqual(first);
    expect(await here('c2', deposit(2))).toEqual(second);
    expect(await here('c2', deposit(3))).toMatchObject({ refusal: { code: 'command-id-reused' } });
    expect(await store.head()).toBe('00000000000000000002');
  });

  it('does not stand in for the revision a sender names', async () => {
    const { here, there } = setUp();
    await here('c1', deposit(1));
    await there('c2', deposit(2));
    expect(await here('c3', deposit(1), 0)).toMatchObject({
      refusal: { code: 'stale-revision', facts: { expected: 0, actual: 1 } },
    });
    await there('c4', deposit(1));
    expect(await here('c5', deposit(1), 2)).toMatchObject({ accepted: true, revision: 3 });
  });

  it('is read anew when the log was put back to an earlier time', async () => {
    const { here, there } = setUp();
    await there('c1', deposit(1));
    await here('c2', deposit(2));
    const streams = new KnownStreams();
    const restored = setUp();
    await restored.here('c1', deposit(1));
    streams.remember(STREAM, {
      state: 100,
      revision: 7,
      last: { id: 'gone', recordedAt: '2026-03-02T01:00:00.000Z', position: '8' },
      commandIds: new Set(['gone']),
      holdsSealed: false,
    });
    expect(await restored.plain(streams)('c9', deposit(5))).toMatchObject({ accepted: true, revision: 1 });
    expect(streams.recall(STREAM)).toMatchObject({ state: 6, revision: 1 });
  });
});

it('two processes that remember leave the log that one without memory leaves, and agree on every answer', async () => {
  const command = fc.record({
    by: fc.constantFrom('here' as const, 'there' as const),
    id: fc.integer({ min: 0, max: 8 }).map((n) => `c${n}`),
    command: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 60 }).map(deposit) },
      fc.integer({ min: 0, max: 8 }).map((n): Command => ({ type: 'Retract', commandId: `c${n}` })),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 20 }), async (commands) => {
      const remembering = setUp();
      const plain = setUp();
      const without = plain.plain();
      for (const { by, id, command: sent } of commands) {
        const answer = await remembering[by](id, sent);
        expect(withoutSalts(answer)).toBe(withoutSalts(await without(id, sent)));
      }
      const [state, expected] = await Promise.all(
        [remembering, plain].map(({ store }) => readFolded(store, STREAM, purse)),
      );
      expect(state).toEqual(expected);
    }),
  );
});

it('a stream with an event nobody here knows takes no command and loses nothing', async () => {
  const { store, here } = setUp();
  await here('c1', deposit(1));
  const [{ event }] = (await Array.fromAsync(store.read(STREAM))) as [RecordedEvent];
  const stranger = { ...event, id: '00000000-0000-5000-8000-000000000001', revision: 1, schemaVersion: 2 };
  await store.append(STREAM, 0, [stranger]);
  await expect(here('c2', deposit(1))).rejects.toBeInstanceOf(UnknownEvent);
  await expect(here('c2', deposit(0))).rejects.toThrow('main.purse-1@1 is Deposited in version 2');
  expect(await Array.fromAsync(store.read(STREAM))).toHaveLength(2);
});

function withoutSalts(answer: unknown): string {
  return canonicalText(answer).replaceAll(/"salt":"[0-9a-f]*"/gu, '');
}
