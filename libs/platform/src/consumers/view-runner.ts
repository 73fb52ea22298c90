import { UnreadableEvent, type LogPosition, type RecordedEvent } from '@entente/event-sourcing';

import { tablesOf, type Database } from '../database/database.js';
import type { PlatformTables } from '../migrations.js';
import { inBatches } from './batches.js';
import { lockCheckpoint, takeStep, type Checkpoints } from './checkpoints.js';
import type { Consumer } from './consumer.js';
import { isEventsFault, OtherVersion } from './failure.js';
import { isAtHead } from './head.js';
import { readEntries, readStreamEntries, type LogEntry, type LogSource } from './log-entries.js';
import { unpark, type Culprit } from './parking.js';
import { writeBatch, type BatchOptions, type StreamSource } from './write-batch.js';

export interface RunnerPorts extends LogSource {
  readonly database: Database;
  readonly checkpoints: Checkpoints;
  readonly spaces: readonly string[];
  /** Called after each commit. */
  moved(name: string, position: LogPosition): void;
  /** Called after the commit that parked them. */
  parked(name: string, culprits: readonly Culprit[]): void;
}

interface Place {
  readonly position?: LogPosition | undefined;
  readonly end?: LogPosition;
}

export type PassOutcome = 'caught-up' | 'overtaken' | 'stopped';

export const BATCH_SIZE = 500;

export function streamPrefixes(spaces: readonly string[], categories: readonly string[]): string[] {
  return spaces.flatMap((space) => categories.map((category) => `${space}.${category}-`));
}

/** Moves one view along the log: each batch's rows and checkpoint in one transaction, under the checkpoint's lock. */
export class ViewRunner {
  readonly #source: StreamSource;
  /** Where this worker left each view. Whether it still is there, the lock will tell. */
  readonly #left = new Map<string, LogPosition>();

  constructor(private readonly ports: RunnerPorts) {
    this.#source = streamSource(ports);
  }

  /**
   * One pass to the end of the log at its beginning, or to `heard`, which is known to be in the log. `overtaken`:
   * another worker moved the checkpoint; look again. Throws Busy, OtherVersion, LogBehind. Events that fail park their
   * streams and stop nobody.
   */
  async pass(view: Consumer, signal: AbortSignal, heard?: LogPosition): Promise<PassOutcome> {
    const place = await this.#placeOf(view, heard);
    let { position } = place;
    const { end } = place;
    if (end === undefined) return 'caught-up';

    const filter = { streamPrefixes: streamPrefixes(this.ports.spaces, view.categories) };
    const wanted = heard === undefined ? filter : { ...filter, known: heard };
    for await (const batch of inBatches(readEntries(this.ports, position, wanted), BATCH_SIZE)) {
      if (signal.aborted) return 'stopped';
      // The last batch of all takes the view to the end, behind what is none of its own.
      const last = batch.at(-1)?.position ?? end;
      const upTo = batch.length < BATCH_SIZE && last < end ? end : last;
      if (!(await this.#commitOrPark(view, position, batch, upTo))) return 'overtaken';
      position = upTo;
    }
    if (position !== undefined && position >= end) return 'caught-up';
    return (await this.#commit(view, position, [], end, 'whole')) ? 'caught-up' : 'overtaken';
  }

  /** From where to where the view has to go; nowhere when there is no `end`. */
  async #placeOf(view: Consumer, heard: LogPosition | undefined): Promise<Place> {
    const { checkpoints, store } = this.ports;
    const left = this.#left.get(view.name);
    if (heard !== undefined && left !== undefined) return left < heard ? { position: left, end: heard } : {};
    // The head is asked for before the read: each event up to it is then among those read, or is none of the view's.
    const [checkpoint, end] = await Promise.all([checkpoints.read(view.name), heard ?? store.head()]);
    if (checkpoint?.version !== view.version)
      throw new OtherVersion(view.name, checkpoint?.version ?? 0, view.version);
    const { position } = checkpoint;
    if (heard !== undefined && position !== undefined && position >= heard) return {};
    if (end === undefined || (await isAtHead(store, view.name, position, end))) return {};
    return { position, end };
  }

  /**
   * One stream's rows anew, up to where the view is: from its beginning to its end, or to the event that fails, from
   * which on it is parked. Answers that event.
   */
  async projectAnew(view: Consumer, stream: string): Promise<Culprit | undefined> {
    const { database } = this.ports;
    if (!view.clearStream) throw new TypeError(`${view.name} cannot clear a single stream`);
    const culprit = await database.transaction(async (tx) => {
      const { position, version } = await lockCheckpoint(tx, view.name);
      if (version !== view.version) throw new OtherVersion(view.name, version, view.version);
      await view.clearStream?.(stream, tx);
      if (position === undefined) return undefined;
      const history = await readStreamEntries(this.ports, stream, { upTo: position });
      const [failed] = await writeBatch(tx, history, {
        ...this.#of(view, position),
        hasParked: false,
        manner: 'halving',
      });
      if (!failed) await unpark(tablesOf<PlatformTables>(tx), view.name, stream);
      return failed;
    });
    if (culprit) this.ports.parked(view.name, [culprit]);
    return culprit;
  }

  /** A failed batch is given again, by halves where it must be, and what cannot be got past is parked. */
  async #commitOrPark(
    view: Consumer,
    from: LogPosition | undefined,
    batch: readonly LogEntry[],
    upTo: LogPosition,
  ): Promise<boolean> {
    try {
      return await this.#commit(view, from, batch, upTo, 'whole');
    } catch (error) {
      if (!isEventsFault(error)) throw error;
    }
    return this.#commit(view, from, batch, upTo, 'halving');
  }

  /** False when the checkpoint is no longer where the batch begins. */
  async #commit(
    view: Consumer,
    from: LogPosition | undefined,
    batch: readonly LogEntry[],
    upTo: LogPosition,
    manner: BatchOptions['manner'],
  ): Promise<boolean> {
    this.#left.delete(view.name);
    const parked = await this.ports.database.transaction(async (tx) => {
      const parkedBefore = await takeStep(tx, view.name, { version: view.version, from, to: upTo });
      if (parkedBefore === undefined) return undefined;
      return writeBatch(tx, batch, { ...this.#of(view, upTo), hasParked: parkedBefore > 0, manner });
    });
    if (!parked) return false;
    this.#left.set(view.name, upTo);
    this.ports.moved(view.name, upTo);
    if (parked.length > 0) this.ports.parked(view.name, parked);
    return true;
  }

  #of(view: Consumer, upTo: LogPosition): Omit<BatchOptions, 'hasParked' | 'manner'> {
    return { upTo, view, source: this.#source, parkedAs: view.name };
  }
}

export function streamSource({ store, upcast }: LogSource): StreamSource {
  return {
    async readStream(stream, upTo, before) {
      const history: RecordedEvent[] = [];
      try {
        for await (const { event, position } of store.read(stream)) {
          if (position > upTo || isFrom(before, position)) break;
          history.push({ event: upcast(event), position });
        }
      } catch (error) {
        if (!(error instanceof UnreadableEvent) || !isFrom(before, error.place.position)) throw error;
      }
      return history;
    },
  };
}

function isFrom(before: LogPosition | undefined, position: LogPosition): boolean {
  return before !== undefined && position >= before;
}
