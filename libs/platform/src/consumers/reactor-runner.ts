import { setTimeout as sleep } from 'node:timers/promises';

import type { LogPosition, RecordedEvent } from '@entente/event-sourcing';

import { tablesOf, type AnyTransaction } from '../database/database.js';
import type { PlatformTables } from '../migrations.js';
import { withAdvisoryLock } from './advisory-lock.js';
import { inBatches } from './batches.js';
import type { Reactor } from './consumer.js';
import { isEventsFault } from './failure.js';
import { isAtHead } from './head.js';
import { isRead, readEntries, readStreamEntries, streamOf, type LogEntry } from './log-entries.js';
import { park, parkedAmong, unpark, type Culprit } from './parking.js';
import { streamPrefixes, type PassOutcome, type RunnerPorts } from './view-runner.js';

/** After a crash at most so many events, or those of so many milliseconds, are reacted to again. */
const SAVE_EVENTS = 100;
const SAVE_MS = 200;

/** A command may fail for a moment's sake; only what fails again after these pauses is parked. */
const PAUSES_MS = [50, 200];

/** Moves one automation along the log; a lock of the database lets one worker at a time do so. */
export class ReactorRunner {
  constructor(private readonly ports: RunnerPorts) {}

  /** One pass to the end of the log at its beginning. Throws Busy while another worker is at it, and LogBehind. */
  async pass(reactor: Reactor, signal: AbortSignal): Promise<PassOutcome> {
    const { checkpoints, store } = this.ports;
    const [checkpoint, head] = await Promise.all([checkpoints.read(reactor.name), store.head()]);
    if (head === undefined || (await isAtHead(store, reactor.name, checkpoint?.position, head)))
      return 'caught-up';
    return this.#locked(reactor, () => this.#follow(reactor, signal));
  }

  /** Reacts to a parked stream from its culprit on, up to where the automation is. Answers what it fails at now. */
  async retry(reactor: Reactor, stream: string): Promise<Culprit | undefined> {
    const culprit = await this.#locked(reactor, async () => {
      const { checkpoints, database } = this.ports;
      const from = (await parkedAmong(database.tables(), reactor.name, [stream])).get(stream);
      if (from === undefined) return undefined;
      // Parked a moment before a crash, its place may be beyond the checkpoint.
      const upTo = latest((await checkpoints.read(reactor.name))?.position, from);
      for (const entry of await readStreamEntries(this.ports, stream, { upTo })) {
        if (entry.position < from) continue;
        const failed = await reactTo(reactor, entry);
        if (!failed) continue;
        await this.#transaction((tables) => park(tables, reactor.name, [failed]));
        return failed;
      }
      await this.#transaction((tables) => unpark(tables, reactor.name, stream));
      return undefined;
    });
    if (culprit) this.ports.parked(reactor.name, [culprit]);
    return culprit;
  }

  async #follow(reactor: Reactor, signal: AbortSignal): Promise<PassOutcome> {
    const { checkpoints, database, store, spaces } = this.ports;
    // Read again under the lock: its last holder may have moved on.
    const checkpoint = await checkpoints.read(reactor.name);
    const hasParked = (checkpoint?.parked ?? 0) > 0;
    const parked = new Map(hasParked ? await parkedAmong(database.tables(), reactor.name) : []);
    const head = await store.head();
    let saved = checkpoint?.position;
    let position = saved;
    let unsaved = 0;
    let savedAt = performance.now();
    const save = async (upTo: LogPosition | undefined): Promise<void> => {
      if (upTo === undefined || isAt(saved, upTo)) return;
      await checkpoints.advance(reactor.name, upTo);
      this.ports.moved(reactor.name, upTo);
      [saved, unsaved, savedAt] = [upTo, 0, performance.now()];
    };
    const filter = { streamPrefixes: streamPrefixes(spaces, reactor.categories) };
    try {
      for await (const batch of inBatches(readEntries(this.ports, position, filter), SAVE_EVENTS)) {
        const isDone = await reactToAll(reactor, batch, parked);
        for (const entry of batch) {
          if (signal.aborted) return 'stopped';
          if (!isDone && !parked.has(streamOf(entry))) await this.#reactOrPark(reactor, entry, parked);
          position = entry.position;
          unsaved += 1;
          if (unsaved >= SAVE_EVENTS || performance.now() - savedAt > SAVE_MS) await save(position);
        }
      }
      if (head !== undefined && !isAt(position, head)) position = head;
      return 'caught-up';
    } finally {
      await save(position);
    }
  }

  /** What fails waits with all that follows it in its stream; other streams go on. */
  async #reactOrPark(reactor: Reactor, entry: LogEntry, parked: Map<string, LogPosition>): Promise<void> {
    const culprit = await reactTo(reactor, entry);
    if (!culprit) return;
    await this.#transaction((tables) => park(tables, reactor.name, [culprit]));
    parked.set(culprit.stream, culprit.position);
    this.ports.parked(reactor.name, [culprit]);
  }

  #locked<Result>(reactor: Reactor, work: () => Promise<Result>): Promise<Result> {
    return withAdvisoryLock(this.ports.database, `entente.reactor.${reactor.name}`, work);
  }

  #transaction(work: (tables: ReturnType<typeof tablesOf<PlatformTables>>) => Promise<void>): Promise<void> {
    return this.ports.database.transaction((tx: AnyTransaction) => work(tablesOf<PlatformTables>(tx)));
  }
}

/** False when they are to be reacted to one by one. Throws what is not the events' fault. */
async function reactToAll(
  reactor: Reactor,
  batch: readonly LogEntry[],
  parked: ReadonlyMap<string, LogPosition>,
): Promise<boolean> {
  if (!reactor.reactToAll || !batch.every(isRead)) return false;
  try {
    await reactor.reactToAll(batch.filter((entry) => !parked.has(streamOf(entry))));
    return true;
  } catch (error) {
    if (!isEventsFault(error)) throw error;
    return false;
  }
}

/** Throws what is not the event's fault. */
async function reactTo(reactor: Reactor, entry: LogEntry): Promise<Culprit | undefined> {
  if (!isRead(entry)) return entry;
  for (let attempt = 0; ; attempt += 1) {
    try {
      await reactor.react(entry);
      return undefined;
    } catch (error) {
      if (!isEventsFault(error)) throw error;
      const pause = PAUSES_MS[attempt];
      if (pause === undefined) return culpritOf(entry, error);
      await sleep(pause);
    }
  }
}

function culpritOf({ event, position }: RecordedEvent, error: unknown): Culprit {
  const { stream, revision, type } = event;
  return { stream, revision, type, position, error };
}

function isAt(position: LogPosition | undefined, head: LogPosition): boolean {
  return position !== undefined && position >= head;
}

function latest(one: LogPosition | undefined, other: LogPosition): LogPosition {
  return one !== undefined && one > other ? one : other;
}
