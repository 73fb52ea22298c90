import { Facts } from '@entente/application';
import {
  readableEvents,
  UnreadableEvent,
  type LogPosition,
  type RecordedEvent,
} from '@entente/event-sourcing';
import type { Log } from '@entente/platform';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';

import { API_LOG } from '../settings.js';
import { Backlog } from './backlog.js';

const PAUSE_MS = 1_000;

/** One subscription to the log for every open page of this process, however many there are. */
@Injectable()
export class LiveFeed implements OnModuleDestroy {
  readonly #followers = new Set<Backlog>();
  readonly #stop = new AbortController();
  #started: Promise<void> | undefined;

  constructor(
    private readonly facts: Facts,
    @Inject(API_LOG) private readonly log: Log,
  ) {}

  onModuleDestroy(): void {
    this.#stop.abort();
    for (const follower of this.#followers) follower.end();
  }

  /**
   * The events of a space after a position (undefined: from now on), until the signal aborts. Ends by itself when
   * the follower is too slow: it may come back and say what it saw last.
   */
  async *follow(
    space: string,
    after: LogPosition | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<RecordedEvent> {
    await (this.#started ??= this.#start());
    const backlog = new Backlog(space);
    const end = (): void => {
      backlog.end();
    };
    signal.addEventListener('abort', end);
    // Followed before the past is read, so that nothing falls between the two.
    this.#followers.add(backlog);
    if (signal.aborted || this.#stop.signal.aborted) end();
    try {
      let last = after;
      if (after !== undefined) {
        const filter = { streamPrefixes: [`${space}.`] };
        for await (const recorded of readableEvents(this.facts.store, after, filter)) {
          if (signal.aborted) return;
          last = recorded.position;
          yield recorded;
        }
      }
      for await (const recorded of backlog) {
        if (last === undefined || recorded.position > last) yield recorded;
      }
    } finally {
      this.#followers.delete(backlog);
      signal.removeEventListener('abort', end);
    }
  }

  async #start(): Promise<void> {
    const head = await this.facts.store.head();
    void this.#pump(head);
  }

  async #pump(after: LogPosition | undefined): Promise<void> {
    const { signal } = this.#stop;
    let last = after;
    while (!signal.aborted) {
      try {
        for await (const recorded of this.facts.store.subscribe(last, { signal })) {
          last = recorded.position;
          for (const follower of this.#followers) follower.push(recorded);
        }
      } catch (error) {
        // Shown to nobody, and met again for ever if it were not stepped over.
        if (error instanceof UnreadableEvent) last = error.place.position;
        this.log.warn({ err: error }, 'live updates lost the log and look for it again');
      }
      await setTimeout(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
