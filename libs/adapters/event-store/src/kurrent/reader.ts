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
import { fromKurrent, placeOf } from './translation.js';

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
      let last = -1;
      for (const resolved of page) {
        const recorded = fromKurrent(resolved);
        yield recorded;
        last = recorded.event.revision;
      }
      wanted -= page.length;
      const next = last + (direction === 'forwards' ? 1 : -1);
      if (page.length < options.maxCount || next < 0) return;
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
      for (const resolved of page) {
        const { position } = placeOf(resolved);
        if (last !== undefined && position <= last) continue;
        yield fromKurrent(resolved);
        last = position;
      }
      if (page.length < options.maxCount) return;
    }
  }

  /** Where the newest entry of these streams stands. */
  async head(prefixes: readonly string[]): Promise<LogPosition | undefined> {
    const filter = filterOf(prefixes);
    const page = await this.#page((client) =>
      client.readAll({ fromPosition: 'end', direction: 'backwards', filter, maxCount: 1 }),
    );
    return page[0] && placeOf(page[0]).position;
  }

  /** As they came: an entry that cannot be read must not keep those before it from the reader. */
  async #page(request: (client: KurrentDBClient) => AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> {
    const client = this.#client;
    try {
      return await Array.fromAsync(request(client));
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
