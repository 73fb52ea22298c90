import {
  EventStoreUnavailable,
  streamName,
  type EventEnvelope,
  type EventStore,
} from '@entente/event-sourcing';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { mustHold } from './fault.js';

const APPENDS_PER_STREAM = 40;
const AGAIN_MS = 20;
const SETTLE_MS = 5_000;

/** What writers were told, and what they found out. */
export interface Told {
  /** Appends, and events in them, of which a writer was told that they are in the log. */
  readonly appends: number;
  readonly events: number;
  /** Appends of which a writer was not told what became of them; it looked, and sent them again. */
  readonly inDoubt: number;
  /** Of these: stood in the log when the writer looked. */
  readonly stoodAlready: number;
  /** Of these: stood there in part for a moment. */
  readonly seenInPart: number;
}

/** Who appends without a pause, each to streams of their own, and asks again until they know. */
export class Writers {
  readonly #lengths: number[] = [];
  readonly #told = { appends: 0, events: 0, inDoubt: 0, stoodAlready: 0, seenInPart: 0 };
  readonly #running: Promise<void>[] = [];
  #isWriting = true;

  /** Each store is used by `perStore` writers. */
  constructor(
    private readonly stores: readonly EventStore[],
    private readonly space: string,
    perStore: number,
  ) {
    for (const store of stores)
      for (let writer = 0; writer < perStore; writer += 1) this.#running.push(this.#write(store));
    // What fails is told by `failure` and `stop`, to whoever asks by then.
    for (const writer of this.#running) writer.catch(() => undefined);
  }

  get told(): Told {
    return this.#told;
  }

  /** Rejects when a writer found what must not be. Resolves when every writer knows about its last append. */
  async stop(): Promise<Told> {
    this.#isWriting = false;
    await Promise.all(this.#running);
    return this.#told;
  }

  /** Rejects as soon as a writer finds what must not be. */
  async failure(): Promise<never> {
    await Promise.all(this.#running);
    return new Promise(() => undefined);
  }

  /** Reads the whole log: every append that was answered stands in it once and whole, and nothing else. */
  async verify(): Promise<void> {
    const found: number[] = [];
    let position = '';
    const [store] = this.stores;
    for await (const recorded of store?.readAll(undefined) ?? []) {
      const { stream, revision, id } = recorded.event;
      const number = Number.parseInt(stream.slice(stream.indexOf('-') + 1, stream.indexOf('-') + 9), 16);
      mustHold(recorded.position > position, `the log goes back from ${position} to ${recorded.position}`);
      mustHold(revision === (found[number] ?? 0), `${stream} goes on with ${revision}`);
      mustHold(id === idOf(number, revision), `${stream}@${revision} is not what was sent`);
      found[number] = revision + 1;
      position = recorded.position;
    }
    for (const [number, length] of this.#lengths.entries()) {
      const missing = length - (found[number] ?? 0);
      mustHold(missing === 0, `${missing} acknowledged events of stream ${number} are lost`);
    }
    mustHold(found.length <= this.#lengths.length, 'there is a stream that nobody wrote');
  }

  async #write(store: EventStore): Promise<void> {
    let number = -1;
    for (let append = 0; this.#isWriting; append += 1) {
      if (append % APPENDS_PER_STREAM === 0) number = this.#lengths.push(0) - 1;
      const events = this.#events(number, 1 + (append % 3));
      await this.#append(store, events);
      this.#lengths[number] = (this.#lengths[number] ?? 0) + events.length;
      this.#told.appends += 1;
      this.#told.events += events.length;
    }
  }

  async #append(store: EventStore, events: readonly EventEnvelope[]): Promise<void> {
    const { stream, revision } = events[0] ?? { stream: '', revision: 0 };
    let isInDoubt = false;
    for (;;) {
      try {
        const answer = await store.append(stream, revision - 1, events);
        mustHold(answer.outcome !== 'conflict', `${stream}@${revision} conflicts with nobody`);
        return;
      } catch (error) {
        if (!(error instanceof EventStoreUnavailable)) throw error;
      }
      const stands = await this.#settled(store, stream, revision, events.length);
      mustHold(
        stands === 0 || stands === events.length,
        `${stands} of ${events.length} events of an append stand`,
      );
      if (!isInDoubt) this.#told.inDoubt += 1;
      if (!isInDoubt && stands > 0) this.#told.stoodAlready += 1;
      isInDoubt = true;
    }
  }

  /** KurrentDB shows the events of one append one after the other; what must not be is that the rest never comes. */
  async #settled(store: EventStore, stream: string, from: number, whole: number): Promise<number> {
    const deadline = performance.now() + SETTLE_MS;
    let stands = await this.#standing(store, stream, from);
    if (stands > 0 && stands < whole) this.#told.seenInPart += 1;
    while (stands > 0 && stands < whole && performance.now() < deadline) {
      await sleep(AGAIN_MS);
      stands = await this.#standing(store, stream, from);
    }
    return stands;
  }

  async #standing(store: EventStore, stream: string, from: number): Promise<number> {
    for (;;) {
      try {
        return (await Array.fromAsync(store.read(stream, { from }))).length;
      } catch (error) {
        if (!(error instanceof EventStoreUnavailable)) throw error;
        await sleep(AGAIN_MS);
      }
    }
  }

  #events(number: number, count: number): EventEnvelope[] {
    const stream = streamName(this.space, 'agreement', idOf(number, 0));
    const first = this.#lengths[number] ?? 0;
    return sampleEvents(stream, first, count).map((event) => ({
      ...event,
      id: idOf(number, event.revision),
    }));
  }
}

/** Events as writers make them, of a few hundred bytes. */
export function sampleEvents(stream: string, first: number, count: number): EventEnvelope[] {
  const commandId = randomUUID();
  return Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    space: stream.slice(0, stream.indexOf('.')),
    stream,
    revision: first + index,
    type: 'SectionRevised',
    schemaVersion: 1,
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor: 'person-1',
    commandId,
    bodyMac: 'ab'.repeat(32),
    causationId: commandId,
    correlationId: commandId,
    salt: 'ab'.repeat(16),
    data: { number: first + index, text: 'words '.repeat(30) },
  }));
}

/** Told from the place, so that a million of them need not be remembered. */
function idOf(stream: number, revision: number): string {
  const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');
  return `${hex(stream, 8)}-0000-4000-8000-${hex(revision, 12)}`;
}
