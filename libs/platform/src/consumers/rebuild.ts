import type { LogPosition, RecordedEvent } from '@entente/event-sourcing';
import { sql } from 'kysely';

import type { AnyTransaction } from '../database/database.js';
import { inBatches } from './batches.js';
import { lockCheckpoint, moveCheckpoint } from './checkpoints.js';
import type { Consumer, ConsumerTools } from './consumer.js';
import { EventFailed } from './failure.js';
import { BATCH_SIZE, isOurs, streamPrefixes, toolsOf, type RunnerPorts } from './view-runner.js';

/** Makes all rows of a view anew. */
export class Rebuilder {
  readonly #tools: ConsumerTools;

  constructor(private readonly ports: RunnerPorts) {
    this.#tools = toolsOf(ports);
  }

  /**
   * All rows anew in one transaction, so readers see the old ones until the new ones are complete.
   * Answers the number of events; undefined when `onlyIfOtherVersion` and another worker was faster.
   */
  async rebuild(
    view: Consumer,
    options: {
      readonly signal: AbortSignal;
      readonly onlyIfOtherVersion?: boolean;
      readonly onProgress?: (events: number) => void;
    },
  ): Promise<number | undefined> {
    const { database, store, spaces } = this.ports;
    const filter = { streamPrefixes: streamPrefixes(spaces, view.categories) };
    let reached: LogPosition | undefined;
    const count = await database.transaction(async (tx) => {
      const { version } = await lockCheckpoint(tx, view.name);
      if (options.onlyIfOtherVersion === true && version === view.version) return undefined;
      for (const table of view.tables) await sql`DELETE FROM ${sql.id(view.schema, table)}`.execute(tx);
      reached = await store.head();
      let events = 0;
      for await (const batch of inBatches(store.readAll(undefined, filter), BATCH_SIZE)) {
        options.signal.throwIfAborted();
        await this.#applyOrBlame(view, batch, tx);
        events += batch.length;
        options.onProgress?.(events);
        reached = latest(reached, batch.at(-1)?.position);
      }
      await moveCheckpoint(tx, view.name, view.version, reached);
      return events;
    });
    if (reached !== undefined) this.ports.moved(view.name, reached);
    return count;
  }

  async #applyOrBlame(view: Consumer, batch: readonly RecordedEvent[], tx: AnyTransaction): Promise<void> {
    await sql`SAVEPOINT batch`.execute(tx);
    try {
      await view.apply(batch, tx, this.#tools);
    } catch (error) {
      if (isOurs(error)) throw error;
      if (batch.length === 1 && batch[0]) throw new EventFailed(view.name, batch[0], error);
      await sql`ROLLBACK TO SAVEPOINT batch`.execute(tx);
      for (const recorded of batch) await this.#applyOrBlame(view, [recorded], tx);
    }
    await sql`RELEASE SAVEPOINT batch`.execute(tx);
  }
}

function latest(one: LogPosition | undefined, other: LogPosition | undefined): LogPosition | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}
