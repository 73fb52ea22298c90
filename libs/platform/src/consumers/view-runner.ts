import { UnreadableEvent, type LogPosition, type RecordedEvent } from '@entente/event-sourcing';

import { tablesOf, type Database } from '../database/database.js';
import type { PlatformTables } from '../migrations.js';
import { inBatches } from './batches.js';
import { lockCheckpoint, moveCheckpoint, type Checkpoints } from './checkpoints.js';
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

export type PassOutcome = 'caught-up' | 'overtaken' | 'stopped';

export const BATCH_SIZE = 500;

export function streamPrefixes(spaces: readonly string[], categories: readonly string[]): string[] {
  return spaces.flatMap((space) => categories.map((category) => `${space}.${category}-`));
}

/** Moves one view along the log: each batch's rows and checkpoint in one transaction, under the checkpoint's lock. */
export class ViewRunner {
  readonly #source: StreamSource;

  constructor(private readonly ports: RunnerPorts) {
    this.#source = streamSource(ports);
  }

  /**
   * One pass to the end of the log at its beginning. `overtaken`: another worker moved the checkpoint; look again.
   * Throws Busy, OtherVersion, LogBehind. Events that fail park their streams and stop nobody.
   */
  async pass(view: Consumer, signal: AbortSignal): Promise<PassOutcome> {
    const { checkpoints, store, spaces } = this.ports;
    // The head is asked for before the read: each event up to it is then among those read, or is none of the view's.
    const [checkpoint, head] = await Promise.all([checkpoints.read(view.name), store.head()]);
    if (checkpoint?.version !== view.version)
      throw new OtherVersion(view.name, checkpoint?.version ?? 0, view.version);
    let { position } = checkpoint;
    if (head === undefined || (await isAtHead(store, view.name, position, head))) return 'caught-up';

    const entries = readEntries(this.ports, position, {
      streamPrefixes: streamPrefixes(spaces, view.categories),
    });
    for await (const batch of inBatches(entries, BATCH_SIZE)) {
      if (signal.aborted) return 'stopped';
      const upTo = batch.at(-1)?.position ?? head;
      if (!(await this.#commitOrPark(view, position, batch, upTo))) return 'overtaken';
      position = upTo;
    }
    if (position !== undefined && position >= head) return 'caught-up';
    return (await this.#commit(view, position, [], head, 'whole')) ? 'caught-up' : 'overtaken';
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
    const parked = await this.ports.database.transaction(async (tx) => {
      const checkpoint = await lockCheckpoint(tx, view.name);
      if (checkpoint.position !== from || checkpoint.version !== view.version) return undefined;
      const hasParked = checkpoint.parked > 0;
      const culprits = await writeBatch(tx, batch, { ...this.#of(view, upTo), hasParked, manner });
      await moveCheckpoint(tx, view.name, view.version, upTo);
      return culprits;
    });
    if (!parked) return false;
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
