import type { LogPosition } from '@entente/event-sourcing';
import { sql } from 'kysely';

import { tablesOf } from '../database/database.js';
import type { PlatformTables } from '../migrations.js';
import { inBatches } from './batches.js';
import { lockCheckpoint, moveCheckpoint } from './checkpoints.js';
import type { Consumer, ConsumerTools } from './consumer.js';
import { readEntries } from './log-entries.js';
import { unpark } from './parking.js';
import { BATCH_SIZE, streamPrefixes, toolsOf, type RunnerPorts } from './view-runner.js';
import { writeBatch } from './write-batch.js';

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
      await unpark(tablesOf<PlatformTables>(tx), view.name);
      let hasParked = false;
      for await (const batch of inBatches(readEntries(this.ports, undefined, filter), BATCH_SIZE)) {
        options.signal.throwIfAborted();
        const culprits = await writeBatch(tx, batch, {
          upTo: latest(reached, batch.at(-1)?.position) ?? '',
          view,
          tools: this.#tools,
          parkedAs: view.name,
          hasParked,
          manner: 'halving',
        });
        hasParked ||= culprits.length > 0;
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
}

function latest(one: LogPosition | undefined, other: LogPosition | undefined): LogPosition | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}
