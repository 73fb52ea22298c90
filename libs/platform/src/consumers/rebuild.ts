import type { LogPosition, RecordedEvent } from '@entente/event-sourcing';
import { sql, type Kysely } from 'kysely';

import { tablesOf, type AnyTransaction } from '../database/database.js';
import type { PlatformTables } from '../migrations.js';
import { withAdvisoryLock } from './advisory-lock.js';
import { inBatches } from './batches.js';
import { whenFree } from './busy.js';
import { lockCheckpoint, moveCheckpoint } from './checkpoints.js';
import type { Consumer } from './consumer.js';
import { isEventsFault } from './failure.js';
import { isRead, readEntries, streamOf, type LogEntry } from './log-entries.js';
import { parkedAmong, REBUILDING, unpark } from './parking.js';
import { contentHash, replaceDiffering, type TableDifferences } from './rebuild-comparison.js';
import {
  beginProgress,
  forgetProgress,
  moveParked,
  moveProgress,
  readProgress,
  type RebuildProgress,
} from './rebuild-progress.js';
import { createNextTables, dropNextTables, haveOneShape, nextSchema } from './rebuild-tables.js';
import { streamGroups } from './stream-groups.js';
import { streamPrefixes, streamSource, type RunnerPorts } from './view-runner.js';
import { writeBatch, type BatchOptions, type StreamSource } from './write-batch.js';

export interface RebuildOptions {
  /** Ends the work between two batches; the next rebuild goes on from there. */
  readonly signal: AbortSignal;
  readonly onProgress?: (events: number) => void;
  /** Brings the live rows to the end of the log, so that they can be compared. */
  readonly catchUp?: () => Promise<unknown>;
}

export interface RebuildReport {
  readonly view: string;
  readonly version: number;
  /** Of the rows before; 0 when there were none. */
  readonly oldVersion: number;
  /** Of the log, into the new rows. */
  readonly events: number;
  readonly position: LogPosition | undefined;
  /** Of the new rows. */
  readonly hash: string;
  /**
   * `equal`: the old rows were right. `different`: they were not, although of the same version and at the same place.
   * `replaced`: they were of another version, at another place of the log, or left out other streams, so that
   * differences say nothing against them.
   */
  readonly verdict: 'equal' | 'different' | 'replaced';
  /** Of the old rows to the new ones, by table; none when equal. */
  readonly differences: readonly TableDifferences[];
  /** Streams the new rows leave out. */
  readonly parked: number;
}

/** Events in one transaction: enough that its own cost is small, few enough that they die young. */
const BATCH_EVENTS = 1_000;
/** A log no longer than this is followed from its beginning instead, when no rows were made yet. */
const SHORT = 500;

/**
 * Makes all rows of a view anew beside the live ones, which go on following the log and are read meanwhile. At the end,
 * at the same place of the log, the two are compared, and live rows that differ are replaced in one transaction.
 */
export class Rebuilder {
  constructor(private readonly ports: RunnerPorts) {}

  /** Goes on with an unfinished rebuild of the same version. Throws Busy while another worker is at it. */
  async rebuild(view: Consumer, options: RebuildOptions): Promise<RebuildReport> {
    return this.#alone(view, () => this.#run(view, options));
  }

  /** The same, unless the rows are of this version already, or can be made in a moment by following the log. */
  async rebuildOther(view: Consumer, options: RebuildOptions): Promise<RebuildReport | undefined> {
    return this.#alone(view, async () => {
      const { version = 0 } = (await this.ports.checkpoints.read(view.name)) ?? {};
      const isDone = version === view.version || (version === 0 && (await this.#beginShort(view)));
      return isDone ? undefined : this.#run(view, options);
    });
  }

  #alone<Result>({ name }: Consumer, work: () => Promise<Result>): Promise<Result> {
    return withAdvisoryLock(this.ports.database, `entente.rebuild.${name}`, work);
  }

  async #run(view: Consumer, options: RebuildOptions): Promise<RebuildReport> {
    const rebuild = new Rebuild(this.ports, view, options);
    await rebuild.prepare();
    await rebuild.streams();
    for (;;) {
      await rebuild.follow();
      await options.catchUp?.();
      const report = await whenFree(() => rebuild.finish(), options.signal);
      if (!report) continue;
      if (report.position !== undefined) this.ports.moved(view.name, report.position);
      return report;
    }
  }

  /** Nobody has seen rows yet, and what the log holds for them is made in a moment: they may as well follow it. */
  async #beginShort(view: Consumer): Promise<boolean> {
    const { database, spaces } = this.ports;
    let events = 0;
    for await (const _ of readEntries(this.ports, undefined, filterOf(spaces, view))) {
      events += 1;
      if (events > SHORT) return false;
    }
    await database.transaction(async (tx) => {
      if ((await lockCheckpoint(tx, view.name)).version !== 0) return;
      for (const table of view.tables) await sql`DELETE FROM ${sql.id(view.schema, table)}`.execute(tx);
      await unpark(tablesOf<PlatformTables>(tx), view.name);
      await moveCheckpoint(tx, view.name, view.version, undefined);
    });
    return true;
  }
}

/** One rebuild, its steps in order; each can be stopped and begun again. */
class Rebuild {
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
      if (entries.length > SHORT) return false;
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

function filterOf(
  spaces: readonly string[],
  { categories }: Consumer,
): { readonly streamPrefixes: readonly string[] } {
  return { streamPrefixes: streamPrefixes(spaces, categories) };
}
