import { setTimeout as sleep } from 'node:timers/promises';

import { parseStreamName, type EventStore, type LogPosition } from '@entente/event-sourcing';

import type { Log } from '../logging/log.js';
import { StartRefused } from '../start-refused.js';
import type { ConsumerRuntime } from './consumer-runtime.js';
import { isPassing } from './failure.js';
import { News } from './news.js';
import { newLine, settle, type Line } from './pump-line.js';

export interface ConsumerPumpOptions {
  readonly runtime: ConsumerRuntime;
  readonly store: EventStore;
  readonly log: Log;
  /** Net under the wake-ups: everyone looks at least this often. */
  readonly pollMs?: number;
}

const RETRY_MS = 1_000;
const MAX_RETRY_MS = 60_000;
const AWAY_RETRY_MS = 500;
const STOP_PATIENCE_MS = 10_000;

/** Keeps every view and automation of this process at the end of the log. */
export class ConsumerPump {
  readonly #lines: ReadonlyMap<string, Line>;
  readonly #stop = new AbortController();
  readonly #news: News;
  #poll: NodeJS.Timeout | undefined;
  #refused: StartRefused | undefined;
  #isLooking = false;
  #listening: Promise<void> | undefined;

  constructor(private readonly options: ConsumerPumpOptions) {
    const { names, reactorNames } = options.runtime;
    this.#lines = new Map([...names, ...reactorNames].map((name) => [name, newLine(name)]));
    this.#news = new News((categories, position) => {
      if (this.#isStopped()) return;
      const concerned = categories?.flatMap((category) => options.runtime.namesFor(category));
      this.wake(new Set(concerned ?? this.#lines.keys()), position);
    });
  }

  /** Begins; a view that has to be rebuilt is so in the background. */
  async start(): Promise<void> {
    await this.options.runtime.register();
    this.#listening = this.#listen();
    this.#poll = setInterval(() => {
      void this.#look();
    }, this.options.pollMs ?? 5_000);
    this.wake();
  }

  /** Now and then: whether this is still the log it was, then whether anything was missed or is due again. */
  async #look(): Promise<void> {
    // One look at a time: the answer of an earlier one must not come after a later one's.
    if (this.#isLooking) return;
    this.#isLooking = true;
    await this.#checkLog();
    this.#isLooking = false;
    for (const line of this.#lines.values()) if (line.retries === 'none') line.retries = 'due';
    if (!this.#isStopped()) this.wake();
  }

  /** A server may come back with another log, or an older copy of it: then nobody goes on until that is put right. */
  async #checkLog(): Promise<void> {
    const { runtime, log } = this.options;
    try {
      await runtime.checkLog();
      this.#refused = undefined;
    } catch (error) {
      if (!(error instanceof StartRefused)) return;
      if (!this.#refused) log.error({ err: error }, 'the consumers stand still');
      this.#refused = error;
      // At every look: a batch that was under way may have wiped it out.
      for (const line of this.#lines.values()) {
        line.failures += 1;
        await runtime.noteFailure(line.name, error).catch(() => undefined);
      }
    }
  }

  /**
   * Something was appended; all look, or the named ones: up to a position that was heard of, or to the log's end,
   * wherever that is. Returns at once.
   */
  wake(names: Iterable<string> = this.#lines.keys(), position?: LogPosition): void {
    for (const name of names) {
      const line = this.#line(name);
      line.requested += 1;
      if (position === undefined) line.mustLook = true;
      else line.heard = position;
      this.#run(line);
    }
  }

  /** A run that begins after this call; rejects with its failure. It also ends the wait before a retry. */
  async pumpOnce(name: string): Promise<void> {
    const line = this.#line(name);
    if (this.#isStopped()) throw new Error('the pump was stopped');
    if (this.#refused) throw this.#refused;
    line.requested += 1;
    line.mustLook = true;
    clearTimeout(line.retry);
    line.retry = undefined;
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    line.waiting.push({
      request: line.requested,
      settle: (error) => {
        if (error === undefined) resolve(undefined);
        else reject(error);
      },
    });
    this.#run(line);
    await promise;
  }

  /** Lets every consumer finish its batch, or its event, and no more. */
  async stop(): Promise<void> {
    this.#stop.abort();
    clearInterval(this.#poll);
    this.#news.stop();
    for (const line of this.#lines.values()) clearTimeout(line.retry);
    const ended = Promise.all([this.#listening, ...[...this.#lines.values()].map(({ running }) => running)]);
    const patience = new AbortController();
    const tooLong = sleep(STOP_PATIENCE_MS, 'too long' as const, { signal: patience.signal }).catch(
      () => undefined,
    );
    if ((await Promise.race([ended, tooLong])) === 'too long') {
      this.options.log.warn({}, 'a consumer did not stop in time and is left behind');
    }
    patience.abort();
    for (const line of this.#lines.values()) settle(line, Infinity, new Error('the pump was stopped'));
  }

  #run(line: Line): void {
    if (line.running || line.retry || this.#refused || this.#isStopped()) return;
    line.running = this.#serve(line).finally(() => {
      line.running = undefined;
      // A request that came between the last look and now.
      if (line.served < line.requested) this.#run(line);
    });
  }

  async #serve(line: Line): Promise<void> {
    const { runtime } = this.options;
    const { signal } = this.#stop;
    while (line.served < line.requested && !this.#isStopped()) {
      const request = line.requested;
      const upTo = line.mustLook ? undefined : line.heard;
      line.mustLook = false;
      try {
        const { name, mayRebuild } = line;
        await runtime.catchUp(name, { signal, mayRebuild, ...(upTo === undefined ? {} : { upTo }) });
        if (this.#isStopped()) return;
        if (this.#refused) {
          settle(line, request, this.#refused);
          return;
        }
        await this.#succeeded(line);
        await this.#retryParked(line);
      } catch (error) {
        // Aborted in the middle of a rebuild: nothing failed.
        if (this.#isStopped()) return;
        line.mustLook = true;
        settle(line, request, error);
        await this.#failed(line, error);
        return;
      }
      line.served = request;
      settle(line, request);
    }
  }

  async #succeeded(line: Line): Promise<void> {
    line.mayRebuild = false;
    if (line.failures === 0) return;
    line.failures = 0;
    this.options.log.info({ consumer: line.name }, 'the consumer goes on');
    await this.options.runtime.clearFailure(line.name);
  }

  /** What another build parked may be nothing to this one, and what was parked for a passing reason heals by itself. */
  async #retryParked(line: Line): Promise<void> {
    if (line.retries === 'none') return;
    await this.options.runtime.retry({ consumer: line.name, due: line.retries === 'due' }, this.#stop.signal);
    line.retries = 'none';
  }

  async #failed(line: Line, error: unknown): Promise<void> {
    line.failures += 1;
    const wait = isPassing(error)
      ? AWAY_RETRY_MS
      : Math.min(RETRY_MS * 2 ** Math.min(line.failures - 1, 10), MAX_RETRY_MS);
    line.retry = setTimeout(() => {
      line.retry = undefined;
      this.#run(line);
    }, wait);
    const { log, runtime } = this.options;
    log.error(
      { consumer: line.name, failures: line.failures, retryInMs: wait, err: error },
      'a consumer failed',
    );
    await runtime.noteFailure(line.name, error).catch((reason: unknown) => {
      log.warn({ consumer: line.name, err: reason }, 'the failure could not be noted');
    });
  }

  /** The store tells of new events, from this process at once and from others by its own means. */
  async #listen(): Promise<void> {
    const { store, log } = this.options;
    const { signal } = this.#stop;
    while (!this.#isStopped()) {
      try {
        for await (const { event, position } of store.subscribe(await store.head(), { signal })) {
          this.#news.heard(parseStreamName(event.stream).category, position);
        }
      } catch (error) {
        log.warn({ err: error }, 'the news of the log broke off');
        await sleep(AWAY_RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
      // Whatever came between two subscriptions.
      if (!this.#isStopped()) this.wake();
    }
  }

  #isStopped(): boolean {
    return this.#stop.signal.aborted;
  }

  #line(name: string): Line {
    const line = this.#lines.get(name);
    if (!line) throw new TypeError(`there is no view or automation "${name}"`);
    return line;
  }
}
