import type { LogPosition, RecordedEvent } from '@entente/event-sourcing';
import { sql, type Kysely } from 'kysely';

import { tablesOf, type AnyTransaction } from '../database/database.js';
import type { PlatformTables } from '../migrations.js';
import { inBatches } from './batches.js';
import { lockCheckpoint, moveCheckpoint } from './checkpoints.js';
import type { Consumer } from './consumer.js';
import { isEventsFault } from './failure.js';
import { isRead, readEntries, streamOf, type LogEntry } from './log-entries.js';
import { parkedAmong, REBUILDING, unpark } from './parking.js';
import { contentHash, replaceDiffering } from './rebuild-comparison.js';
import {
  beginProgress,
  forgetProgress,
  moveParked,
  moveProgress,
  readProgress,
  type RebuildProgress,
} from './rebuild-progress.js';
import type { RebuildOptions, RebuildReport } from './rebuild-report.js';
import { createNextTables, dropNextTables, haveOneShape, nextSchema } from './rebuild-tables.js';
import { streamGroups } from './stream-groups.js';
import { streamPrefixes, streamSource, type RunnerPorts } from './view-runner.js';
import { writeBatch, type BatchOptions, type StreamSource } from './write-batch.js';

/** Events in one transaction: enough that its own cost is small, few enough that they die young. */
const BATCH_EVENTS = 500;
/** Events by which the live rows may be ahead when they are locked. */
const FEW = 500;

/** One rebuild, its steps in order; each can be stopped and begun again. */
export class Rebuild {
  readonly #next: Consumer;
  readonly #source: StreamSource;
  readonly #parkedAs: string;
  readonly #tables: Kysely<PlatformTables>;
  #progress!: RebuildProgress;
  #hasParked = false;

  constructor(
    private readonly ports: RunnerPorts,
    private readonly view: Consumer,
    private readonly options: RebuildOptions,
  ) {
    this.#next = view.beside(nextSchema(view));
    this.#source = streamSource(ports);
    this.#parkedAs = view.name + REBUILDING;
    this.#tables = ports.database.tables<PlatformTables>();
  }

  /** Empty tables and no progress, or those of a rebuild that was stopped. */
  async prepare(): Promise<void> {
    const { store, database } = this.ports;
    const { name, version } = this.view;
    const head = await store.head();
    await database.transaction(async (tx) => {
      const tables = tablesOf<PlatformTables>(tx);
      const stopped = await readProgress(tables, name);
      const reached = stopped?.position ?? stopped?.upTo ?? '';
      const goesOn =
        stopped?.version === version && reached <= (head ?? '') && (await haveOneShape(tx, this.view));
      if (goesOn) return;
      await unpark(tables, this.#parkedAs);
      await createNextTables(tx, this.view);
      await beginProgress(tables, name, version, store.readByStream ? head : undefined);
    });
    const progress = await readProgress(this.#tables, name);
    if (!progress) throw new Error(`the progress of the rebuild of ${name} is gone`);
    this.#progress = progress;
    this.#hasParked = (await parkedAmong(this.#tables, this.#parkedAs)).size > 0;
  }

  /** Stream by stream, each from its beginning: its rows are made once, and nothing needs to be remembered of it. */
  async streams(): Promise<void> {
    const { upTo, position } = this.#progress;
    if (upTo === undefined || position !== undefined) return;
    const { afterStream: after } = this.#progress;
    const filter = filterOf(this.ports.spaces, this.view);
    const options = after === undefined ? filter : { ...filter, after };
    for await (const entries of streamGroups(this.ports, upTo, options, BATCH_EVENTS)) {
      this.options.signal.throwIfAborted();
      const last = entries.at(-1);
      await this.#write(entries, upTo, { afterStream: last && streamOf(last), position: undefined });
    }
    await this.#write([], upTo, { afterStream: this.#progress.afterStream, position: upTo });
  }

  /** The log from there to its end, or all of it from a store that cannot give it stream by stream. */
  async follow(): Promise<void> {
    const { store, spaces } = this.ports;
    const head = await store.head();
    const { position, afterStream } = this.#progress;
    if (head === undefined || (position !== undefined && position >= head)) return;
    for await (const entries of inBatches(
      readEntries(this.ports, position, filterOf(spaces, this.view)),
      BATCH_EVENTS,
    )) {
      this.options.signal.throwIfAborted();
      const reached = entries.at(-1)?.position ?? head;
      await this.#write(entries, reached, { afterStream, position: reached });
    }
    if ((this.#progress.position ?? '') < head) await this.#write([], head, { afterStream, position: head });
  }

  /** Under the live rows' lock. Undefined when they went on so far meanwhile that following comes first. */
  async finish(): Promise<RebuildReport | undefined> {
    const { database, store } = this.ports;
    const { view } = this;
    const report = await database.transaction(async (tx) => {
      const { version: oldVersion, position: live } = await lockCheckpoint(tx, view.name);
      await sql`SELECT set_config('statement_timeout', '0', true)`.execute(tx);
      const head = await store.head();
      const isFollowed = oldVersion === view.version && live !== undefined && live <= (head ?? '');
      if (isFollowed && !(await this.#reach(tx, live))) return undefined;
      const { position, events } = this.#progress;
      const tables = tablesOf<PlatformTables>(tx);
      const { parked, isSame } = await moveParked(tables, this.#parkedAs, view.name);
      const isComparable = oldVersion === view.version && live === position && isSame;
      const hash = await contentHash(tx, nextSchema(view), view);
      const isEqual = isComparable && hash === (await contentHash(tx, view.schema, view));
      const differences = isEqual ? [] : await replaceDiffering(tx, view);
      if (!isEqual) await view.replaced?.(tx);
      await moveCheckpoint(tx, view.name, view.version, position);
      await forgetProgress(tables, view.name);
      const verdict = isEqual ? 'equal' : isComparable ? 'different' : 'replaced';
      const { name, version } = view;
      return {
        view: name,
        version,
        oldVersion,
        events,
        position,
        hash,
        verdict,
        differences,
        parked,
      } as const;
    });
    if (report) await database.transaction((tx) => dropNextTables(tx, view));
    return report;
  }

  /** The few events by which the live rows are ahead, in the transaction that holds them. False when they are many. */
  async #reach(tx: AnyTransaction, live: LogPosition): Promise<boolean> {
    const { position = '', afterStream, events } = this.#progress;
    if (position >= live) return true;
    const entries: LogEntry[] = [];
    for await (const entry of readEntries(
      this.ports,
      this.#progress.position,
      filterOf(this.ports.spaces, this.view),
    )) {
      if (entry.position > live) break;
      entries.push(entry);
      if (entries.length > FEW) return false;
    }
    const to = { afterStream, position: live, events: events + entries.length };
    const from = this.#progress;
    await writeBatch(tx, entries, this.#how(live, 'halving', entries));
    // The transaction may yet be rolled back; then so is what is known here.
    this.#progress = await moveProgress(tablesOf<PlatformTables>(tx), this.view.name, { from, to });
    return true;
  }

  async #write(
    entries: readonly LogEntry[],
    upTo: LogPosition,
    place: Pick<RebuildProgress, 'afterStream' | 'position'>,
  ): Promise<void> {
    const { database } = this.ports;
    const from = this.#progress;
    const to = { ...place, events: from.events + entries.length };
    const attempt = (manner: BatchOptions['manner']): Promise<RebuildProgress> =>
      database.transaction(async (tx) => {
        const progress = await moveProgress(tablesOf<PlatformTables>(tx), this.view.name, { from, to });
        const culprits = await writeBatch(tx, entries, this.#how(upTo, manner, entries));
        this.#hasParked ||= culprits.length > 0;
        return progress;
      });
    try {
      this.#progress = await attempt('whole');
    } catch (error) {
      if (!isEventsFault(error)) throw error;
      this.#progress = await attempt('halving');
    }
    this.options.onProgress?.(to.events);
  }

  #how(upTo: LogPosition, manner: BatchOptions['manner'], given: readonly LogEntry[]): BatchOptions {
    const source = this.#progress.position === undefined ? remembering(this.#source, given) : this.#source;
    return {
      view: this.#next,
      source,
      upTo,
      parkedAs: this.#parkedAs,
      hasParked: this.#hasParked,
      manner,
    };
  }
}

/** Streams that were just read whole are not read again, and never come again. */
function remembering(source: StreamSource, entries: readonly LogEntry[]): StreamSource {
  let streams: ReadonlyMap<string, readonly RecordedEvent[]> | undefined;
  return {
    once: true,
    async readStream(stream, upTo, before) {
      streams ??= Map.groupBy(entries.filter(isRead), ({ event }) => event.stream);
      const known = streams.get(stream);
      if (known?.[0]?.event.revision !== 0) return source.readStream(stream, upTo, before);
      return before === undefined ? known : known.filter(({ position }) => position < before);
    },
  };
}

export function filterOf(
  spaces: readonly string[],
  { categories }: Consumer,
): { readonly streamPrefixes: readonly string[] } {
  return { streamPrefixes: streamPrefixes(spaces, categories) };
}
