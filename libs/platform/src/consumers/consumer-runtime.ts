import { setTimeout as sleep } from 'node:timers/promises';

import type { EventStore, LogPosition } from '@entente/event-sourcing';

import type { Database } from '../database/database.js';
import { Busy, whenFree } from './busy.js';
import { Checkpoints } from './checkpoints.js';
import { ConsumerSet } from './consumer-set.js';
import { consumerStatus, withRebuilds } from './consumer-status.js';
import type { Consumer, ConsumerStatus, Reactor } from './consumer.js';
import { OtherVersion } from './failure.js';
import { FollowedLog } from './followed-log.js';
import { Gate } from './gate.js';
import { causeOf } from '../logging/describe-error.js';
import { silentLog, type Log } from '../logging/log.js';
import type { PlatformTables } from '../migrations.js';
import type { Upcast } from './log-entries.js';
import { listParked, type Culprit, type ParkedFilter, type ParkedStream } from './parking.js';
import { ReactorRunner } from './reactor-runner.js';
import type { RebuildReport } from './rebuild-report.js';
import { Rebuilder } from './rebuild.js';
import { Retries, type Retried, type RetryFilter } from './retries.js';
import { ViewRunner, type PassOutcome, type RunnerPorts } from './view-runner.js';
import { Waiters } from './waiters.js';

export interface ConsumerRuntimeOptions {
  readonly database: Database;
  readonly store: EventStore;
  readonly views: readonly Consumer[];
  readonly reactors?: readonly Reactor[];
  readonly spaces?: readonly string[];
  /** The spaces' clocks, for the lag; default: this process's clock. */
  readonly now?: (space: string) => string;
  /** Brings an event to the shape this program reads; throws for what it does not know. Default: as it is. */
  readonly upcast?: Upcast;
  readonly log?: Log;
}

export interface CatchUpOptions {
  /** Ends the work between two batches. */
  readonly signal?: AbortSignal;
  /** Whether rows of another version may be rebuilt; those of no version at all always are. Default true. */
  readonly mayRebuild?: boolean;
  /** A position that was heard of: it is enough to get there, and the log's end need not be asked for. */
  readonly upTo?: LogPosition;
}

const BUSY_MS = 10;
const MAX_BUSY_MS = 200;
const never = new AbortController().signal;

/** Moves views and automations along the log. Any number of processes may, at the same time. */
export class ConsumerRuntime {
  readonly #checkpoints: Checkpoints;
  readonly #set: ConsumerSet;
  readonly #spaces: readonly string[];
  readonly #viewRunner: ViewRunner;
  readonly #rebuilder: Rebuilder;
  readonly #reactorRunner: ReactorRunner;
  readonly #waiters = new Waiters();
  readonly #retries: Retries;
  readonly #followed: FollowedLog;
  readonly #gate: Gate;

  constructor(private readonly options: ConsumerRuntimeOptions) {
    const { database, store, views, reactors = [], spaces = ['main', 'demo'] } = options;
    const { upcast = (event) => event } = options;
    this.#set = new ConsumerSet(views, reactors);
    this.#spaces = spaces;
    this.#checkpoints = new Checkpoints(database);
    const moved: RunnerPorts['moved'] = (name, position) => {
      this.#waiters.moved(name, position);
    };
    const parked: RunnerPorts['parked'] = (name, culprits) => {
      for (const culprit of culprits) this.#tellOf(name, culprit);
    };
    const checkpoints = this.#checkpoints;
    const ports: RunnerPorts = { database, store, spaces, checkpoints, upcast, moved, parked };
    this.#viewRunner = new ViewRunner(ports);
    this.#rebuilder = new Rebuilder(ports);
    this.#reactorRunner = new ReactorRunner(ports);
    this.#followed = new FollowedLog(database, store);
    this.#retries = new Retries({
      tables: database.tables<PlatformTables>(),
      set: this.#set,
      viewRunner: this.#viewRunner,
      reactorRunner: this.#reactorRunner,
    });
    // Each run holds one connection and may need a second one: all of them together must leave some.
    this.#gate = new Gate(Math.max(1, Math.floor((database.options.max ?? 20) / 3)));
  }

  /** Names of the views. */
  get names(): string[] {
    return [...this.#set.views.keys()];
  }

  get reactorNames(): string[] {
    return [...this.#set.reactors.keys()];
  }

  /** Those a stream's events are for. */
  namesFor(category: string): string[] {
    return this.#set.all.filter(({ categories }) => categories.includes(category)).map(({ name }) => name);
  }

  /**
   * Makes sure that each has a checkpoint, and that they are places of this very log: throws StartRefused when not.
   * Call after the migrations, before anything else.
   */
  async register(): Promise<void> {
    await this.checkLog();
    await this.#registerAll();
  }

  /** Throws StartRefused when the log is another one by now. */
  async checkLog(): Promise<void> {
    await this.#followed.check();
  }

  /** Instead of `register`, for a log that is not the one followed before: all views are made anew from it. */
  async adoptLog(): Promise<void> {
    await this.#registerAll();
    await this.#followed.adopt(this.#set);
  }

  async #registerAll(): Promise<void> {
    for (const name of this.#set.views.keys()) await this.#checkpoints.register(name, 'view', 0);
    for (const { name, startsAt } of this.#set.reactors.values()) {
      const position = startsAt === 'end' ? await this.options.store.head() : undefined;
      await this.#checkpoints.register(name, 'reactor', 1, position);
    }
  }

  /**
   * Returns when what the log held at the call, or up to `upTo`, has taken effect, here or in another worker, or when
   * aborted. Throws OtherVersion, LogBehind, and whatever database and event store throw.
   */
  async catchUp(name: string, options: CatchUpOptions = {}): Promise<void> {
    const { signal = never } = options;
    let pause = BUSY_MS;
    while (!signal.aborted) {
      const outcome = await this.#gate.enter(() => this.#attempt(name, options));
      if (outcome === 'caught-up' || outcome === 'stopped') return;
      if (outcome === 'overtaken') continue;
      await sleep(pause);
      pause = Math.min(2 * pause, MAX_BUSY_MS);
    }
  }

  /** Readers see the old rows until the new ones are complete, and replaced where they differ. */
  async rebuild(
    name: string,
    onProgress?: (events: number) => void,
    signal: AbortSignal = never,
  ): Promise<RebuildReport> {
    const view = this.#set.view(name);
    const catchUp = (): Promise<unknown> => this.#viewRunner.pass(view, signal).catch(() => undefined);
    const options = { signal, catchUp, ...(onProgress ? { onProgress } : {}) };
    return whenFree(() => this.#rebuilder.rebuild(view, options), signal);
  }

  /** Streams that some consumer leaves out, the longest parked first. */
  async parked(filter: ParkedFilter = {}): Promise<ParkedStream[]> {
    return listParked(this.options.database.tables<PlatformTables>(), filter);
  }

  /** Gives parked streams to their consumers again; what fails again stays parked, with its new cause. */
  async retry(filter: RetryFilter = {}, signal: AbortSignal = never): Promise<Retried[]> {
    if (filter.consumer !== undefined) this.#set.consumer(filter.consumer);
    return this.#gate.enter(() => this.#retries.retry(filter, signal));
  }

  /** One stream's rows of a view anew, up to where the view is. */
  async projectAnew(name: string, stream: string): Promise<void> {
    const view = this.#set.view(name);
    await whenFree(() => this.#viewRunner.projectAnew(view, stream), never);
  }

  /** Whether the consumer has taken the log up to `position` into account before the time is over. */
  async waitFor(name: string, position: LogPosition, timeoutMs: number): Promise<boolean> {
    this.#set.consumer(name);
    const look = async (): Promise<LogPosition | undefined> => (await this.#checkpoints.read(name))?.position;
    return this.#waiters.wait(name, position, timeoutMs, look);
  }

  /**
   * The same for one stream: `parked` when the consumer is that far, or gets there in time, and leaves this stream out.
   */
  async waitForStream(
    name: string,
    stream: string,
    position: LogPosition,
    timeoutMs: number,
  ): Promise<'reached' | 'not-yet' | 'parked'> {
    if (!(await this.waitFor(name, position, timeoutMs))) return 'not-yet';
    const [parked] = await this.parked({ consumer: name, streams: [stream] });
    return parked && parked.fromPosition <= position ? 'parked' : 'reached';
  }

  async status(): Promise<ConsumerStatus[]> {
    const statuses = await Promise.all(this.#set.all.map(({ name }) => this.statusOf(name)));
    return withRebuilds(statuses, this.options.database);
  }

  async statusOf(name: string): Promise<ConsumerStatus> {
    const consumer = this.#set.consumer(name);
    return consumerStatus(this.options, this.#spaces, consumer, await this.#checkpoints.read(name));
  }

  /** Keeps a failure where every process can show it. */
  async noteFailure(name: string, error: unknown): Promise<void> {
    await this.#checkpoints.noteFailure(name, causeOf(error));
  }

  async clearFailure(name: string): Promise<void> {
    await this.#checkpoints.clearFailure(name);
  }

  #tellOf(name: string, { stream, revision, type, position, error }: Culprit): void {
    const about = { consumer: name, stream, revision, type, position, err: error };
    (this.options.log ?? silentLog).error(about, 'a stream was parked; the others go on');
  }

  async #attempt(name: string, options: CatchUpOptions): Promise<PassOutcome | 'busy'> {
    const consumer = this.#set.consumer(name);
    try {
      if ('react' in consumer) return await this.#reactorRunner.pass(consumer, options.signal ?? never);
      return await this.#passOrRebuild(consumer, options);
    } catch (error) {
      if (error instanceof Busy) return 'busy';
      throw error;
    }
  }

  async #passOrRebuild(view: Consumer, options: CatchUpOptions): Promise<PassOutcome> {
    const { signal = never, mayRebuild = true, upTo } = options;
    try {
      return await this.#viewRunner.pass(view, signal, upTo);
    } catch (error) {
      // Otherwise two processes of different versions would rebuild against each other for ever.
      const isToRebuild = error instanceof OtherVersion && (mayRebuild || error.stored === 0);
      if (!isToRebuild) throw error;
    }
    await this.#rebuilder.rebuildOther(view, { signal });
    return 'overtaken';
  }
}
