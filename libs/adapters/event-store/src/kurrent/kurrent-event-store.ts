import {
  checkAppend,
  EventStore,
  type AppendOutcome,
  type EventEnvelope,
  type LogFilter,
  type LogPosition,
  type ReadOptions,
  type RecordedEvent,
  type SubscribeOptions,
} from '@entente/event-sourcing';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';

import { Appender } from './appender.js';
import { identityOf } from './identity.js';
import { follow } from './follow.js';
import { Reader } from './reader.js';

export interface KurrentOptions {
  /** What is ours in the server's log, e.g. `main.` and `demo.`: this store's log is nothing else. */
  readonly streamPrefixes: readonly string[];
}

/** The log in KurrentDB: its `$all`, filtered by the beginnings of our streams' names. */
export class KurrentEventStore extends EventStore {
  readonly #client: KurrentDBClient;
  readonly #reader: Reader;
  readonly #appender: Appender;
  readonly #ours: readonly string[];
  readonly #closing = new AbortController();

  /** `connectionString` as KurrentDB writes it: `kurrentdb://user:password@host:2113?tls=true`. */
  constructor(connectionString: string, { streamPrefixes }: KurrentOptions) {
    super();
    if (streamPrefixes.length === 0) throw new TypeError('without a prefix no stream of the server is ours');
    const connect = (): KurrentDBClient => KurrentDBClient.connectionString(connectionString);
    this.#client = connect();
    this.#reader = new Reader(connect);
    this.#appender = new Appender(connect, this.#reader, this.#closing.signal);
    this.#ours = streamPrefixes;
  }

  override async append(
    stream: string,
    expectedRevision: number,
    events: readonly EventEnvelope[],
  ): Promise<AppendOutcome> {
    const texts = checkAppend(stream, expectedRevision, events);
    return this.#appender.append(stream, expectedRevision, events, texts);
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

  override head(): Promise<LogPosition | undefined> {
    return this.#reader.head(this.#ours);
  }

  override identity(): Promise<string> {
    return identityOf(this.#client);
  }

  /** Ends every subscription and every request under way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([this.#client.dispose(), this.#appender.close()]);
  }
}
