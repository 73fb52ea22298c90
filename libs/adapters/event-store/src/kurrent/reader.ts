import {
  EventStoreUnavailable,
  type LogPosition,
  type ReadOptions,
  type RecordedEvent,
} from '@entente/event-sourcing';
import {
  NotLeaderError,
  streamNameFilter,
  StreamNotFoundError,
  type KurrentDBClient,
  type ReadPosition,
  type ReadRevision,
  type ResolvedEvent,
} from '@kurrent/kurrentdb-client';

import { asPortError } from './failure.js';
import { parsePosition } from './position.js';
import { fromKurrent } from './translation.js';

/** Events of one request: a slow reader must not keep a request open, nor have more than this in memory. */
const PAGE = 500;

/** Reads in pages, each a request of its own. */
export class Reader {
  #client: KurrentDBClient;

  constructor(private readonly connect: () => KurrentDBClient) {
    this.#client = connect();
  }

  /** The events of a stream, in either direction. */
  async *stream(
    name: string,
    { from, direction = 'forwards', limit = Number.POSITIVE_INFINITY }: ReadOptions,
  ): AsyncIterable<RecordedEvent> {
    const start = direction === 'forwards' ? 'start' : 'end';
    let fromRevision: ReadRevision = from === undefined ? start : BigInt(from);
    let wanted = limit;
    while (wanted > 0) {
      // The leader, because a follower may not have yet what this process was just told is durable.
      const options = { fromRevision, direction, maxCount: Math.min(wanted, PAGE), requiresLeader: true };
      const page = await this.#page((client) => client.readStream(name, options));
      yield* page;
      const last = page.at(-1);
      if (!last || page.length < options.maxCount) return;
      wanted -= page.length;
      const next = last.event.revision + (direction === 'forwards' ? 1 : -1);
      if (next < 0) return;
      fromRevision = BigInt(next);
    }
  }

  /** Events of these streams after a position, in the log's order, up to its end. */
  async *log(after: LogPosition | undefined, prefixes: readonly string[]): AsyncIterable<RecordedEvent> {
    let last = after;
    while (prefixes.length > 0) {
      const fromPosition: ReadPosition = last === undefined ? 'start' : parsePosition(last);
      // One more than a page, because the event at the position itself comes again when it passes the filter.
      const options = { fromPosition, filter: filterOf(prefixes), maxCount: PAGE + 1 };
      const page = await this.#page((client) => client.readAll(options));
      for (const recorded of page) {
        if (last !== undefined && recorded.position <= last) continue;
        yield recorded;
        last = recorded.position;
      }
      if (page.length < options.maxCount) return;
    }
  }

  /** The newest event of these streams. */
  async newest(prefixes: readonly string[]): Promise<RecordedEvent | undefined> {
    const filter = filterOf(prefixes);
    const page = await this.#page((client) =>
      client.readAll({ fromPosition: 'end', direction: 'backwards', filter, maxCount: 1 }),
    );
    return page[0];
  }

  async #page(request: (client: KurrentDBClient) => AsyncIterable<ResolvedEvent>): Promise<RecordedEvent[]> {
    const client = this.#client;
    try {
      return await Array.fromAsync(request(client), fromKurrent);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      const portError = asPortError(error);
      if (portError instanceof EventStoreUnavailable) this.#giveUp(client, error);
      throw portError;
    }
  }

  /** A client that failed to connect for reading never tries again, not even when the server is back. */
  #giveUp(client: KurrentDBClient, error: unknown): void {
    // One that is told who leads goes there by itself; a new one would have to be told again.
    if (client === this.#client && !(error instanceof NotLeaderError)) this.#client = this.connect();
  }
}

export function filterOf(prefixes: readonly string[]): ReturnType<typeof streamNameFilter> {
  return streamNameFilter({ prefixes: [...prefixes] });
}
