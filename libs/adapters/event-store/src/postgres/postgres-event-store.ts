import {
  checkAppend,
  EventStore,
  type AppendOutcome,
  type ByStreamOptions,
  type EventEnvelope,
  type LogFilter,
  type LogPosition,
  type ReadOptions,
  type RecordedEvent,
  type SubscribeOptions,
} from '@entente/event-sourcing';
import type pg from 'pg';

import { patiently } from '../patience.js';
import { readEnvelope } from '../read-envelope.js';
import { AppendQueue } from './append-queue.js';
import { Appender } from './appender.js';
import { readByStream } from './by-stream.js';
import { Herald } from './herald.js';
import { Listener } from './listener.js';
import { News } from './news.js';
import { isAfter, numberOf, positionOf } from './position.js';
import { asPortError } from './failure.js';

/** Events fetched at a time: what a slow reader holds in memory. */
const BATCH = 500;
/** The net under notifications, which are lost with their connection. */
const POLL_MS = 1_000;

/** An event as it comes, each column as PostgreSQL writes it. */
type Row = readonly [position: string, revision: string, stream: string, event: string];

/** Whatever the pool makes of bigint and json for others. */
const AS_TEXT = { getTypeParser: () => (text: string) => text };

/** The log in PostgreSQL: the schema of `eventStoreMigrations`. The pool is the caller's, to configure and to end. */
export class PostgresEventStore extends EventStore {
  readonly #news = new News();
  readonly #listener: Listener;
  readonly #appends: AppendQueue;
  readonly #herald: Herald;
  readonly #closing = new AbortController();

  constructor(private readonly pool: pg.Pool) {
    super();
    this.#appends = new AppendQueue(new Appender(pool));
    this.#herald = new Herald(pool);
    this.#listener = new Listener(pool.options, (number) => {
      this.#news.announce(positionOf(number));
    });
  }

  override async append(
    stream: string,
    expectedRevision: number,
    events: readonly EventEnvelope[],
  ): Promise<AppendOutcome> {
    const texts = checkAppend(stream, expectedRevision, events);
    const ids = events.map(({ id }) => id);
    try {
      const outcome = await this.#appends.append({ stream, expectedRevision, ids, events: texts });
      if (outcome.outcome === 'appended') this.#grown(outcome.position);
      return outcome;
    } catch (error) {
      throw asPortError(error);
    }
  }

  override async *read(stream: string, options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    const backwards = options.direction === 'backwards';
    let from = options.from ?? (backwards ? Number.MAX_SAFE_INTEGER : 0);
    let wanted = options.limit ?? Number.POSITIVE_INFINITY;
    while (wanted > 0) {
      const limit = Math.min(wanted, BATCH);
      const batch = await this.#rows(
        backwards
          ? 'WHERE e.stream = $1 AND e.revision <= $2 ORDER BY e.revision DESC LIMIT $3'
          : 'WHERE e.stream = $1 AND e.revision >= $2 ORDER BY e.revision LIMIT $3',
        [stream, from, limit],
      );
      yield* recordedOf(batch);
      const [, revision] = batch.at(-1) ?? [];
      if (revision === undefined || batch.length < limit) return;
      from = Number(revision) + (backwards ? -1 : 1);
      wanted -= batch.length;
    }
  }

  override async *readAll(
    after: LogPosition | undefined,
    filter: LogFilter = {},
  ): AsyncIterable<RecordedEvent> {
    const end = await this.head();
    let last = after;
    while (isAfter(end, last)) {
      const batch = await this.#between(last, end, filter);
      yield* recordedOf(batch);
      last = lastOf(batch, end);
    }
  }

  override readByStream(
    upTo: LogPosition,
    options: ByStreamOptions = {},
  ): AsyncIterable<readonly RecordedEvent[]> {
    return readByStream((text, values) => this.#query(text, values), upTo, options);
  }

  override async *subscribe(
    after: LogPosition | undefined,
    options: SubscribeOptions,
  ): AsyncIterable<RecordedEvent> {
    const signal = AbortSignal.any([options.signal, this.#closing.signal]);
    const stopListening = this.#listener.start();
    try {
      let last = after;
      let end = await patiently(() => this.head(), signal);
      for (;;) {
        while (isAfter(end, last)) {
          const batch = await patiently(() => this.#between(last, end, options), signal);
          if (!batch) return;
          for (const recorded of recordedOf(batch)) {
            if (isAborted(signal)) return;
            yield recorded;
          }
          last = lastOf(batch, end);
        }
        end = await this.#news.beyond(last, POLL_MS, signal);
        if (isAborted(signal)) return;
        end ??= await patiently(() => this.head(), signal);
      }
    } finally {
      stopListening();
    }
  }

  override async head(): Promise<LogPosition | undefined> {
    const [row] = await this.#query<{ head: string | null }>(
      'SELECT max(position)::text AS head FROM log.event',
      [],
    );
    return typeof row?.head === 'string' ? positionOf(row.head) : undefined;
  }

  override async identity(): Promise<string> {
    const [row] = await this.#query<{ id: string }>('SELECT id::text AS id FROM log.log_identity', []);
    if (!row) throw new Error('the log has lost its identity: log.log_identity is empty');
    return row.id;
  }

  /** Ends every subscription and the connection they listened on; the pool stays. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#herald.close();
    await this.#listener.stopped();
  }

  #grown(position: LogPosition): void {
    this.#news.announce(position);
    this.#herald.tell(numberOf(position));
  }

  /** Events after `after` up to `end`; fewer than a batch when there are no more. */
  #between(
    after: LogPosition | undefined,
    end: LogPosition | undefined,
    { streamPrefixes }: LogFilter,
  ): Promise<Row[]> {
    const bounds = 'WHERE e.position > $1 AND e.position <= $2';
    const ofStreams = streamPrefixes ? 'AND e.stream ^@ ANY ($4)' : '';
    const values = [numberOf(after), numberOf(end), BATCH, ...(streamPrefixes ? [streamPrefixes] : [])];
    return this.#rows(`${bounds} ${ofStreams} ORDER BY e.position LIMIT $3`, values);
  }

  /** Clauses say e.position, which is the column. */
  async #rows(clauses: string, values: readonly unknown[]): Promise<Row[]> {
    const text = `SELECT e.position, e.revision, e.stream, e.event FROM log.event AS e ${clauses}`;
    try {
      const asked = { text, values: [...values], rowMode: 'array' as const, types: AS_TEXT };
      return (await this.pool.query<[string, string, string, string]>(asked)).rows;
    } catch (error) {
      throw asPortError(error);
    }
  }

  async #query<R extends object>(text: string, values: readonly unknown[]): Promise<R[]> {
    try {
      return (await this.pool.query<R>(text, [...values])).rows;
    } catch (error) {
      throw asPortError(error);
    }
  }
}

/** One by one, so that an entry that cannot be read does not keep those before it from the reader. */
function* recordedOf(rows: readonly Row[]): Generator<RecordedEvent> {
  for (const [number, revision, stream, event] of rows) {
    const place = { stream, revision: Number(revision), position: positionOf(number) };
    yield { event: readEnvelope(JSON.parse(event), place), position: place.position };
  }
}

/** How far the log was read when this batch was. */
function lastOf(batch: readonly Row[], end: LogPosition | undefined): LogPosition | undefined {
  const [number] = batch.at(-1) ?? [];
  return number === undefined || batch.length < BATCH ? end : positionOf(number);
}

/** A function, because the compiler takes the property for constant between two awaits. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
