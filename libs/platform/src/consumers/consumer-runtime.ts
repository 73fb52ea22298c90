import { setTimeout as sleep } from 'node:timers/promises';

import type { EventStore, LogPosition } from '@entente/event-sourcing';

import type { Database } from '../database/database.js';
import { Busy, Checkpoints } from './checkpoints.js';
import type { Consumer, ConsumerStatus, Reactor } from './consumer.js';
import { EventFailed, OtherVersion } from './failure.js';
import { Gate } from './gate.js';
import { lagMs } from './lag.js';
import { causeOf } from '../logging/describe-error.js';
import { ReactorRunner } from './reactor-runner.js';
import { Rebuilder } from './rebuild.js';
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
}

export interface CatchUpOptions {
  /** Ends the work between two batches. */
  readonly signal?: AbortSignal;
  /** Whether rows of another version may be rebuilt; those of no version at all always are. Default true. */
  readonly mayRebuild?: boolean;
}

const BUSY_MS = 10;
const MAX_BUSY_MS = 200;
const never = new AbortController().signal;

/** Moves views and automations along the log. Any number of processes may, at the same time. */
export class ConsumerRuntime {
  readonly #checkpoints: Checkpoints;
  readonly #views: ReadonlyMap<string, Consumer>;
  readonly #reactors: ReadonlyMap<string, Reactor>;
  readonly #spaces: readonly string[];
  readonly #viewRunner: ViewRunner;
  readonly #rebuilder: Rebuilder;
  readonly #reactorRunner: ReactorRunner;
  readonly #waiters = new Waiters();
  readonly #gate: Gate;

  constructor(private readonly options: ConsumerRuntimeOptions) {
    const { database, store, views, reactors = [], spaces = ['main', 'demo'] } = options;
    this.#views = byName(views);
    this.#reactors = byName(reactors);
    const twice = views.find(({ name }) => this.#reactors.has(name));
    if (twice) throw new TypeError(`${twice.name} is a view and an automation`);
    this.#spaces = spaces;
    this.#checkpoints = new Checkpoints(database);
    const moved: RunnerPorts['moved'] = (name, position) => {
      this.#waiters.moved(name, position);
    };
    const ports: RunnerPorts = { database, store, spaces, checkpoints: this.#checkpoints, moved };
    this.#viewRunner = new ViewRunner(ports);
    this.#rebuilder = new Rebuilder(ports);
    this.#reactorRunner = new ReactorRunner(ports);
    // Each run holds one connection and may need a second one: all of them together must leave some.
    this.#gate = new Gate(Math.max(1, Math.floor((database.options.max ?? 20) / 3)));
  }

  /** Names of the views. */
  get names(): string[] {
    return [...this.#views.keys()];
  }

  get reactorNames(): string[] {
    return [...this.#reactors.keys()];
  }

  /** Those a stream's events are for. */
  namesFor(category: string): string[] {
    return [...this.#views.values(), ...this.#reactors.values()]
      .filter(({ categories }) => categories.includes(category))
      .map(({ name }) => name);
  }

  /** Makes sure that each has a checkpoint. Call after the migrations, before anything else. */
  async register(): Promise<void> {
    for (const name of this.#views.keys()) await this.#checkpoints.register(name, 'view', 0);
    for (const { name, startsAt } of this.#reactors.values()) {
      const position = startsAt === 'end' ? await this.options.store.head() : undefined;
      await this.#checkpoints.register(name, 'reactor', 1, position);
    }
  }

  /**
   * Returns when what the log held at the call has taken effect, here or in another worker, or when aborted.
   * Throws EventFailed, OtherVersion, and whatever database and event store throw.
   */
  async catchUp(name: string, { signal = never, mayRebuild = true }: CatchUpOptions = {}): Promise<void> {
    let pause = BUSY_MS;
    while (!signal.aborted) {
      const outcome = await this.#gate.enter(() => this.#attempt(name, signal, mayRebuild));
      if (outcome === 'caught-up' || outcome === 'stopped') return;
      if (outcome === 'overtaken') continue;
      await sleep(pause);
      pause = Math.min(2 * pause, MAX_BUSY_MS);
    }
  }

  /** Readers see the old rows until the new ones are complete. Answers the number of events. */
  async rebuild(
    name: string,
    onProgress?: (events: number) => void,
    signal: AbortSignal = never,
  ): Promise<number> {
    const view = this.#view(name);
    const options = { signal, ...(onProgress ? { onProgress } : {}) };
    return (await whenFree(() => this.#rebuilder.rebuild(view, options), signal)) ?? 0;
  }

  /** One stream's rows of a view anew, up to where the view is. */
  async projectAnew(name: string, stream: string): Promise<void> {
    const view = this.#view(name);
    await whenFree(() => this.#viewRunner.projectAnew(view, stream), never);
  }

  /** Whether the consumer has taken the log up to `position` into account before the time is over. */
  async waitFor(name: string, position: LogPosition, timeoutMs: number): Promise<boolean> {
    this.#known(name);
    return this.#waiters.wait(
      name,
      position,
      timeoutMs,
      async () => (await this.#checkpoints.read(name))?.position,
    );
  }

  async status(): Promise<ConsumerStatus[]> {
    const names = [...this.#views.keys(), ...this.#reactors.keys()];
    return Promise.all(names.map((name) => this.statusOf(name)));
  }

  async statusOf(name: string): Promise<ConsumerStatus> {
    const consumer = this.#known(name);
    const checkpoint = await this.#checkpoints.read(name);
    return {
      name,
      kind: 'apply' in consumer ? 'view' : 'reactor',
      version: 'apply' in consumer ? consumer.version : 1,
      position: checkpoint?.position,
      lagMs: await lagMs(this.options, this.#spaces, consumer, checkpoint),
      ...(checkpoint?.failure ? { failure: checkpoint.failure } : {}),
    };
  }

  /** Keeps a failure where every process can show it. */
  async noteFailure(name: string, error: unknown): Promise<void> {
    const event = error instanceof EventFailed ? { stream: error.stream, position: error.position } : {};
    await this.#checkpoints.noteFailure(name, { cause: causeOf(error), ...event });
  }

  async clearFailure(name: string): Promise<void> {
    await this.#checkpoints.clearFailure(name);
  }

  async #attempt(name: string, signal: AbortSignal, mayRebuild: boolean): Promise<PassOutcome | 'busy'> {
    const consumer = this.#known(name);
    try {
      if ('react' in consumer) return await this.#reactorRunner.pass(consumer, signal);
      return await this.#passOrRebuild(consumer, signal, mayRebuild);
    } catch (error) {
      if (error instanceof Busy) return 'busy';
      throw error;
    }
  }

  async #passOrRebuild(view: Consumer, signal: AbortSignal, mayRebuild: boolean): Promise<PassOutcome> {
    try {
      return await this.#viewRunner.pass(view, signal);
    } catch (error) {
      // Otherwise two processes of different versions would rebuild against each other for ever.
      const isToRebuild = error instanceof OtherVersion && (mayRebuild || error.stored === 0);
      if (!isToRebuild) throw error;
    }
    await this.#rebuilder.rebuild(view, { signal, onlyIfOtherVersion: true });
    return 'overtaken';
  }

  #known(name: string): Consumer | Reactor {
    const consumer = this.#views.get(name) ?? this.#reactors.get(name);
    if (!consumer) throw new TypeError(`there is no view or automation "${name}"`);
    return consumer;
  }

  #view(name: string): Consumer {
    const view = this.#views.get(name);
    if (!view) throw new TypeError(`there is no view "${name}"`);
    return view;
  }
}

async function whenFree<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      signal.throwIfAborted();
      await sleep(BUSY_MS);
    }
  }
}

function byName<Named extends { readonly name: string }>(all: readonly Named[]): ReadonlyMap<string, Named> {
  const map = new Map(all.map((one) => [one.name, one]));
  if (map.size < all.length)
    throw new TypeError(`two have the same name: ${all.map(({ name }) => name).join(', ')}`);
  return map;
}
