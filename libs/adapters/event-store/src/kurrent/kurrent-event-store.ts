import {
  checkAppend,
  EventStore,
  NO_STREAM,
  type AppendOutcome,
  type EventEnvelope,
  type LogFilter,
  type LogPosition,
  type ReadOptions,
  type RecordedEvent,
  type SubscribeOptions,
} from '@entente/event-sourcing';
import { KurrentDBClient, WrongExpectedVersionError } from '@kurrent/kurrentdb-client';

import { failIfSilent } from './deadline.js';
import { identityOf } from './identity.js';
import { asPortError } from './failure.js';
import { follow } from './follow.js';
import { positionOf } from './position.js';
import { Reader } from './reader.js';
import { toKurrent } from './translation.js';

/** Longer than the server's own patience with an append, so that its answer is heard. */
const SILENCE_MS = 15_000;

export interface KurrentOptions {
  /** What is ours in the server's log, e.g. `main.` and `demo.`: this store's log is nothing else. */
  readonly streamPrefixes: readonly string[];
}

/** The log in KurrentDB: its `$all`, filtered by the beginnings of our streams' names. */
export class KurrentEventStore extends EventStore {
  readonly #client: KurrentDBClient;
  readonly #reader: Reader;
  readonly #ours: readonly string[];
  readonly #closing = new AbortController();

  /** `connectionString` as KurrentDB writes it: `kurrentdb://user:password@host:2113?tls=true`. */
  constructor(connectionString: string, { streamPrefixes }: KurrentOptions) {
    super();
    if (streamPrefixes.length === 0) throw new TypeError('without a prefix no stream of the server is ours');
    const connect = (): KurrentDBClient => KurrentDBClient.connectionString(connectionString);
    this.#client = connect();
    this.#reader = new Reader(connect);
    this.#ours = streamPrefixes;
  }

  override async append(
    stream: string,
    expectedRevision: number,
    events: readonly EventEnvelope[],
  ): Promise<AppendOutcome> {
    const texts = checkAppend(stream, expectedRevision, events);
    try {
      const appending = this.#client.appendToStream(stream, texts.map(toKurrent), {
        streamState: expectedRevision === NO_STREAM ? 'no_stream' : BigInt(expectedRevision),
      });
      const { success, nextExpectedRevision, position } = await failIfSilent(appending, SILENCE_MS);
      if (success && position) {
        return {
          outcome: 'appended',
          revision: Number(nextExpectedRevision),
          position: positionOf(position),
        };
      }
      // The connection string says that failures are answers; what they answer as the revision is wrong.
      return await this.#standing(stream, expectedRevision, events, await this.#lastRevision(stream));
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw asPortError(error);
      const actual = error.actualState === 'no_stream' ? NO_STREAM : Number(error.actualState);
      return this.#standing(stream, expectedRevision, events, actual);
    }
  }

  override read(stream: string, options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    return this.#reader.stream(stream, options);
  }

  override readAll(after: LogPosition | undefined, filter: LogFilter = {}): AsyncIterable<RecordedEvent> {
    return this.#reader.log(after, filter.streamPrefixes ?? this.#ours);
  }

  override subscribe(
    after: LogPosition | undefined,
    options: SubscribeOptions,
  ): AsyncIterable<RecordedEvent> {
    const signal = AbortSignal.any([options.signal, this.#closing.signal]);
    return follow(this.#client, after, options.streamPrefixes ?? this.#ours, signal);
  }

  override async head(): Promise<LogPosition | undefined> {
    return (await this.#reader.newest(this.#ours))?.position;
  }

  override identity(): Promise<string> {
    return identityOf(this.#client);
  }

  /** Ends every subscription and every request under way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#client.dispose();
  }

  /** The stream was not where the append expected it: perhaps because of these very events. */
  async #standing(
    stream: string,
    expectedRevision: number,
    events: readonly EventEnvelope[],
    actual: number,
  ): Promise<AppendOutcome> {
    if (actual > expectedRevision) {
      const options = { from: expectedRevision + 1, limit: events.length };
      const recorded = await Array.fromAsync(this.#reader.stream(stream, options));
      const last = recorded.at(-1);
      if (last && events.every(({ id }, index) => recorded[index]?.event.id === id)) {
        return { outcome: 'duplicate', revision: last.event.revision, position: last.position };
      }
    }
    return { outcome: 'conflict', actual };
  }

  async #lastRevision(stream: string): Promise<number> {
    const [last] = await Array.fromAsync(this.#reader.stream(stream, { direction: 'backwards', limit: 1 }));
    return last?.event.revision ?? NO_STREAM;
  }
}
