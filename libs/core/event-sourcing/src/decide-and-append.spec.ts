import { describe, expect, it } from '@jest/globals';
import { canonicalText } from '@entente/canonical';
import { createHash, createHmac, randomBytes } from 'node:crypto';

import type { CommandOnStream, CommandPorts } from './command.js';
import { decideAndAppend } from './decide-and-append.js';
import { refuse, type Decider } from './decider.js';
import type { EventEnvelope, Fact } from './envelope.js';
import { NO_STREAM, type AppendOutcome } from './event-store.js';
import { InMemoryEventStore } from './in-memory-event-store.js';
import { readStream } from './read-stream.js';

type Deposited = Fact<'Deposited', { readonly amount: number }>;
interface Deposit {
  readonly type: 'Deposit';
  readonly amount: number;
}

/** A purse that holds 100 at most, and where a deposit of nothing is nothing to do. */
const purse: Decider<number, Deposit, Deposited, { readonly open: boolean }, 'closed' | 'full'> = {
  initial: 0,
  schemaVersions: { Deposited: 2 },
  upcasters: { Deposited: [({ yuan }) => ({ amount: Number(yuan) * 100 })] },
  decide(held, { amount }, { open }) {
    if (!open) return refuse('closed');
    if (held + amount > 100) return refuse('full', { field: 'amount', facts: { room: 100 - held } });
    return amount === 0 ? [] : [{ type: 'Deposited', data: { amount } }];
  },
  evolve: (held, event) => held + event.data.amount,
};

const STREAM = 'main.purse-1';

/** Lets another writer, or an earlier attempt of the same sender, be faster than the append it interrupts. */
class Interrupted extends InMemoryEventStore {
  interruptions: (() => Promise<unknown>)[] = [];

  override async append(
    stream: string,
    expectedRevision: number,
    events: readonly EventEnvelope[],
  ): Promise<AppendOutcome> {
    await this.interruptions.shift()?.();
    return super.append(stream, expectedRevision, events);
  }
}

function setUp({ now = '2026-03-02T01:00:00.000Z', open = true } = {}) {
  const store = new Interrupted();
  const clock = { now };
  let gathered = 0;
  const ports: CommandPorts = {
    store,
    now: () => clock.now,
    newSalt: () => randomBytes(16).toString('hex'),
    mac: (text) => createHmac('sha256', 'key').update(text).digest('hex'),
    sha1: (bytes) => createHash('sha1').update(bytes).digest(),
  };
  const gather = () => {
    gathered += 1;
    return Promise.resolve({ facts: { open }, actingAs: 'position-1', mandate: 'mandate-1' });
  };
  const send = (id: string, amount: number, more: Partial<CommandOnStream<Deposit>> = {}) =>
    decideAndAppend(
      { ...ports },
      { decider: purse, gather },
      {
        id,
        stream: STREAM,
        actor: 'person-1',
        causationId: id,
        correlationId: 'correlation-1',
        command: { type: 'Deposit', amount },
        ...more,
      },
    );
  const amounts = async () =>
    (await readStream<Deposited>(store, STREAM, purse)).map(({ event }) => event.data.amount);
  return { store, clock, send, amounts, gathered: () => gathered };
}

describe('an accepted command', () => {
  it('appends its facts, enclosed with who, when, why and under which command', async () => {
    const { store, send } = setUp();
    const answer = await send('c1', 10);
    const [recorded] = await readStream<Deposited>(store, STREAM, purse);
    expect(recorded?.event).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5/),
      space: 'main',
      stream: STREAM,
      revision: 0,
      type: 'Deposited',
      schemaVersion: 2,
      recordedAt: '2026-03-02T01:00:00.000Z',
      actor: 'person-1',
      actingAs: 'position-1',
      mandate: 'mandate-1',
      commandId: 'c1',
      bodyMac: expect.stringMatching(/^[0-9a-f]{64}$/),
      causationId: 'c1',
      correlationId: 'correlation-1',
      salt: expect.stringMatching(/^[0-9a-f]{32}$/),
      data: { amount: 10 },
    });
    expect(answer).toEqual({
      accepted: true,
      revision: 0,
      position: recorded?.position,
      events: [recorded?.event],
    });
  });

  it('is answered the same when it is sent again, even after later ones', async () => {
    const { send, amounts } = setUp();
    const first = await send('c1', 10);
    await send('c2', 20);
    expect(await send('c1', 10)).toEqual(first);
    expect(await amounts()).toEqual([10, 20]);
  });

  it('is refused when its id comes again with another body', async () => {
    const { send, amounts } = setUp();
    await send('c1', 10);
    expect(await send('c1', 11)).toEqual({
      accepted: false,
      refusal: { code: 'command-id-reused', facts: {} },
    });
    expect(await amounts()).toEqual([10]);
  });

  it('has one answer when it is sent many times at once', async () => {
    const { send, amounts } = setUp();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('c1', 10)));
    expect(new Set(answers.map(canonicalText)).size).toBe(1);
    expect(await amounts()).toEqual([10]);
  });

  it('is refused when another body under its id was faster', async () => {
    const { store, send, amounts } = setUp();
    store.interruptions.push(() => send('c1', 10));
    expect(await send('c1', 11)).toMatchObject({ refusal: { code: 'command-id-reused' } });
    expect(await amounts()).toEqual([10]);
  });
});

describe('a conflict', () => {
  it('is decided anew on what stands now', async () => {
    const { store, send, amounts } = setUp();
    store.interruptions.push(() => send('other', 95));
    expect(await send('c1', 10)).toMatchObject({ refusal: { code: 'full', facts: { room: 5 } } });
    store.interruptions.push(() => send('another', 1));
    expect(await send('c2', 4)).toMatchObject({ accepted: true, revision: 2 });
    expect(await amounts()).toEqual([95, 1, 4]);
  });

  it('is given up after a bounded number of attempts', async () => {
    const { store, send } = setUp();
    const overtake = (n: number) => async (): Promise<void> => {
      await InMemoryEventStore.prototype.append.call(store, STREAM, n - 1, [rival(n)]);
    };
    store.interruptions = Array.from({ length: 32 }, (_, n) => overtake(n));
    expect(await send('c1', 1)).toEqual({
      accepted: false,
      refusal: { code: 'conflict', facts: { attempts: 32 } },
    });
  });
});

describe('a sender who names the revision', () => {
  it('is accepted on that revision', async () => {
    const { send } = setUp();
    expect(await send('c1', 1, { expectedRevision: NO_STREAM })).toMatchObject({ revision: 0 });
    expect(await send('c2', 1, { expectedRevision: 0 })).toMatchObject({ revision: 1 });
  });

  it('is refused on another one, and nothing is appended', async () => {
    const { send, amounts } = setUp();
    await send('c1', 1);
    expect(await send('c2', 1, { expectedRevision: 7 })).toEqual({
      accepted: false,
      refusal: { code: 'stale-revision', facts: { expected: 7, actual: 0 } },
    });
    expect(await amounts()).toEqual([1]);
  });

  it('is refused when somebody was faster: what they saw is no longer so', async () => {
    const { store, send, amounts } = setUp();
    await send('c1', 1);
    store.interruptions.push(() => send('c2', 2));
    expect(await send('c3', 3, { expectedRevision: 0 })).toMatchObject({
      refusal: { code: 'stale-revision', facts: { expected: 0, actual: 1 } },
    });
    expect(await amounts()).toEqual([1, 2]);
  });

  it('gets the first answer again when the command is repeated', async () => {
    const { send } = setUp();
    const first = await send('c1', 1, { expectedRevision: NO_STREAM });
    expect(await send('c1', 1, { expectedRevision: NO_STREAM })).toEqual(first);
  });
});

describe('nothing is appended', () => {
  it('by a refusal', async () => {
    const { store, send } = setUp({ open: false });
    expect(await send('c1', 1)).toEqual({ accepted: false, refusal: { code: 'closed' } });
    expect(await store.head()).toBeUndefined();
  });

  it('when what was asked for is already so; the answer says where the stream stands', async () => {
    const { send, amounts } = setUp();
    expect(await send('c0', 0)).toEqual({ accepted: true, revision: -1, position: undefined, events: [] });
    const { position } = (await send('c1', 1)) as { position: string };
    expect(await send('c2', 0)).toEqual({ accepted: true, revision: 0, position, events: [] });
    expect(await amounts()).toEqual([1]);
  });

  it('by a repeat, which gathers nothing either', async () => {
    const { send, gathered } = setUp();
    await send('c1', 1);
    await send('c1', 1);
    expect(gathered()).toBe(1);
  });
});

it('an event is never recorded before the one it follows, whatever the clock says', async () => {
  const { store, clock, send } = setUp({ now: '2026-03-02T01:00:00.500Z' });
  await send('c1', 1);
  clock.now = '2026-03-02T01:00:00.499Z';
  await send('c2', 1);
  clock.now = '2026-03-02T01:00:00.501Z';
  await send('c3', 1);
  const history = await readStream<Deposited>(store, STREAM, purse);
  expect(history.map(({ event }) => event.recordedAt.slice(-5))).toEqual(['.500Z', '.500Z', '.501Z']);
});

function rival(revision: number): EventEnvelope {
  return {
    id: `00000000-0000-5000-8000-${String(revision).padStart(12, '0')}`,
    space: 'main',
    stream: STREAM,
    revision,
    type: 'Deposited',
    schemaVersion: 2,
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor: 'person-2',
    commandId: `rival-${revision}`,
    bodyMac: '0'.repeat(64),
    causationId: 'rival',
    correlationId: 'rival',
    salt: '0'.repeat(32),
    data: { amount: 1 },
  };
}
