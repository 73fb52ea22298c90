import type { Fact, RecordedEvent } from '@entente/event-sourcing';
import { beforeEach, describe, expect, it } from '@jest/globals';

import { StreamStates } from './stream-states.js';

type Noted = Fact<'Noted', { readonly word: string }>;

const decider = {
  initial: '',
  evolve: (state: string, { data }: Noted) => ('word' in data ? state + data.word : state),
};

const words = ['a', 'b', 'c', 'd', 'e', 'f'];
const log = words.map((word, revision) => recorded(revision, `command-${word}`, 'Noted', { word }));
const retraction = recorded(6, 'command-g', 'EntryRetracted', { commandId: 'command-b', reason: 'a slip' });

describe('the state after events of a stream', () => {
  let states: StreamStates<string, Noted>;
  let reads: number;

  const tools = {
    readStream: (_: string, upTo: string) => {
      reads += 1;
      return Promise.resolve([...log, retraction].filter(({ position }) => position <= upTo));
    },
  };
  const after = (...events: readonly RecordedEvent[]): Promise<string> =>
    states.after('main.notes-1', events, tools);
  const before = async (...events: readonly RecordedEvent[]): Promise<string | undefined> =>
    (await states.step('main.notes-1', events, tools)).before;

  beforeEach(() => {
    states = new StreamStates(decider);
    reads = 0;
  });

  it('is made from the events alone when they begin the stream or continue what is known of it', async () => {
    expect(await after(...log.slice(0, 2))).toBe('ab');
    expect(await after(...log.slice(2, 5))).toBe('abcde');
    expect(reads).toBe(0);
  });

  it('is made from the stream when what is before them is not known', async () => {
    expect(await after(...log.slice(3, 5))).toBe('abcde');
    expect(reads).toBe(1);
  });

  it('is the same when a batch is given again', async () => {
    await after(...log.slice(0, 4));
    expect(await after(...log.slice(2, 4))).toBe('abcd');
    expect(await after(...log.slice(0, 4))).toBe('abcd');
  });

  it('is right when another worker applied events between', async () => {
    await after(...log.slice(0, 2));
    expect(await after(...log.slice(4, 6))).toBe('abcdef');
  });

  it('comes with the one right before them, where that is remembered', async () => {
    expect(await before(...log.slice(0, 2))).toBe('');
    expect(await before(...log.slice(2, 6))).toBe('ab');
    expect(await before(retraction)).toBe('abcdef');
    expect(await before(...log.slice(4, 6))).toBeUndefined();
  });

  it('leaves out what was retracted, then and later', async () => {
    await after(...log);
    expect(await after(retraction)).toBe('acdef');
    expect(await after(recorded(7, 'command-h', 'Noted', { word: 'h' }))).toBe('acdefh');
  });

  it('never knows of what the stream holds beyond them', async () => {
    expect(await after(...log.slice(1, 2))).toBe('ab');
  });
});

function recorded(
  revision: number,
  commandId: string,
  type: string,
  data: Record<string, string>,
): RecordedEvent {
  const event = {
    id: `event-${revision}`,
    space: 'main',
    stream: 'main.notes-1',
    revision,
    type,
    schemaVersion: 1,
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor: 'person-1',
    commandId,
    bodyMac: '',
    causationId: '',
    correlationId: '',
    salt: '',
    data,
  };
  return { event, position: String(revision).padStart(20, '0') };
}
