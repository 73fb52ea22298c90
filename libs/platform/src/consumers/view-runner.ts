import { type EventStore, type LogPosition, type RecordedEvent } from '@entente/event-sourcing';

import type { Database } from '../database/database.js';
import { inBatches } from './batches.js';
import { lockCheckpoint, moveCheckpoint, type Checkpoints } from './checkpoints.js';
import type { Consumer, ConsumerTools } from './consumer.js';
import { EventFailed, isPassing, OtherVersion } from './failure.js';

export interface RunnerPorts {
  readonly database: Database;
  readonly store: EventStore;
  readonly checkpoints: Checkpoints;
  readonly spaces: readonly string[];
  /** Called after each commit. */
  moved(name: string, position: LogPosition): void;
}

export type PassOutcome = 'caught-up' | 'overtaken' | 'stopped';

export const BATCH_SIZE = 500;

export function streamPrefixes(spaces: readonly string[], categories: readonly string[]): string[] {
  return spaces.flatMap((space) => categories.map((category) => `${space}.${category}-`));
}

/** Moves one view along the log: each batch's rows and checkpoint in one transaction, under the checkpoint's lock. */
export class ViewRunner {
  readonly #tools: ConsumerTools;

  constructor(private readonly ports: RunnerPorts) {
    this.#tools = toolsOf(ports);
  }

  /**
   * One pass to the end of the log at its beginning. `overtaken`: another worker moved the checkpoint; look again.
   * Throws Busy, OtherVersion, EventFailed.
   */
  async pass(view: Consumer, signal: AbortSignal): Promise<PassOutcome> {
    const { checkpoints, store, spaces } = this.ports;
    // The head is asked for before the read: each event up to it is then among those read, or is none of the view's.
    const [checkpoint, head] = await Promise.all([checkpoints.read(view.name), store.head()]);
    if (checkpoint?.version !== view.version)
      throw new OtherVersion(view.name, checkpoint?.version ?? 0, view.version);
    let { position } = checkpoint;
    if (head === undefined || (position !== undefined && position >= head)) return 'caught-up';

    const events = store.readAll(position, { streamPrefixes: streamPrefixes(spaces, view.categories) });
    for await (const batch of inBatches(events, BATCH_SIZE)) {
      if (signal.aborted) return 'stopped';
      const upTo = batch.at(-1)?.position ?? head;
      if (!(await this.#commitOrBlame(view, position, batch, upTo))) return 'overtaken';
      position = upTo;
    }
    if (position !== undefined && position >= head) return 'caught-up';
    return (await this.#commit(view, position, [], head)) ? 'caught-up' : 'overtaken';
  }

  /** One stream's rows anew, up to where the view is. */
  async projectAnew(view: Consumer, stream: string): Promise<void> {
    if (!view.clearStream) throw new TypeError(`${view.name} cannot clear a single stream`);
    await this.ports.database.transaction(async (tx) => {
      const { position } = await lockCheckpoint(tx, view.name);
      await view.clearStream?.(stream, tx);
      const history = position === undefined ? [] : await this.#tools.readStream(stream, position);
      if (history.length > 0) await view.apply(history, tx, this.#tools);
    });
  }

  /** When a batch fails, its events are tried one by one: those before the culprit take effect, and it is named. */
  async #commitOrBlame(
    view: Consumer,
    from: LogPosition | undefined,
    batch: readonly RecordedEvent[],
    upTo: LogPosition,
  ): Promise<boolean> {
    try {
      return await this.#commit(view, from, batch, upTo);
    } catch (error) {
      if (isOurs(error)) throw error;
      if (batch.length === 1 && batch[0]) throw new EventFailed(view.name, batch[0], error);
    }
    let position = from;
    for (const recorded of batch) {
      if (!(await this.#commitOrBlame(view, position, [recorded], recorded.position))) return false;
      position = recorded.position;
    }
    return true;
  }

  /** False when the checkpoint is no longer where the batch begins. */
  async #commit(
    view: Consumer,
    from: LogPosition | undefined,
    batch: readonly RecordedEvent[],
    upTo: LogPosition,
  ): Promise<boolean> {
    const isCommitted = await this.ports.database.transaction(async (tx) => {
      const { position, version } = await lockCheckpoint(tx, view.name);
      if (position !== from || version !== view.version) return false;
      if (batch.length > 0) await view.apply(batch, tx, this.#tools);
      await moveCheckpoint(tx, view.name, view.version, upTo);
      return true;
    });
    if (isCommitted) this.ports.moved(view.name, upTo);
    return isCommitted;
  }
}

/** Not the event's fault. */
export function isOurs(error: unknown): boolean {
  return (
    isPassing(error) || (error instanceof Error && ['Busy', 'EventFailed', 'AbortError'].includes(error.name))
  );
}

export function toolsOf({ store }: RunnerPorts): ConsumerTools {
  return { readStream: (stream, upTo) => readStreamUpTo(store, stream, upTo) };
}

async function readStreamUpTo(
  store: EventStore,
  stream: string,
  upTo: LogPosition,
): Promise<RecordedEvent[]> {
  const history: RecordedEvent[] = [];
  for await (const recorded of store.read(stream)) {
    if (recorded.position > upTo) break;
    history.push(recorded);
  }
  return history;
}
