import {
  checkAppend,
  EventStore,
  type AppendOutcome,
  type ByStreamOptions,
  type EventEnvelope,
  type LogFilter,
  type LogPosition,
  type ReadOptions,
  type ReadAllOptions,
  type RecordedEvent,
  type SubscribeOptions,
} from '@entente/event-sourcing';
import type pg from 'pg';

import { patiently } from '../patience.js';
import { AppendQueue } from './append-queue.js';
import { Appender } from './appender.js';
import { readByStream, type ByStreamRow } from './by-stream.js';
import { Herald } from './herald.js';
import { Listener } from './listener.js';
import { Logged, type Part, type Row } from './logged.js';
import { News } from './news.js';
import { eventsBetween, isAfter, numberOf, positionOf } from './position.js';
import { Tail } from './tail.js';
import { asPortError } from './failure.js';

/** Events fetched at a time: what a slow reader holds in memory. */
const BATCH = 500;
/** The net under notifications, which are lost with their connection. */
const POLL_MS = 1_000;

/** Whatever the pool makes of bigint and json for others. */
const AS_TEXT = { getTypeParser: () => (text: string) => text };

/** The log in PostgreSQL: the schema of `eventStoreMigrations`. The pool is the caller's, to configure and to end. */
export class PostgresEventStore extends EventStore {
  override readonly eventsBetween = eventsBetween;
  readonly #news = new News();
  readonly #tail = new Tail();
  readonly #listener: Listener;
  readonly #appends: AppendQueue;
  readonly #herald: Herald;
  readonly #closing = new AbortController();

  constructor(private readonly pool: pg.Pool) {
    super();
    this.#appends = new AppendQueue(new Appender(pool));
    this.#herald = new Herald(pool);
    this.#listener = new Listener(pool.options, {
      heard: (number) => {
        this.#news.announce(positionOf(number));
      },
      lost: () => {
        this.#tail.forget();
      },
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
      if (outcome.outcome === 'appended') this.#grown(outcome.position, outcome.revision, stream, texts);
      return outcome;
    } catch (error) {
      throw this.#failed(error);
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
      for (const row of batch) yield Logged.from(row).recorded;
      const [, revision] = batch.at(-1) ?? [];
      if (revision === undefined || batch.length < limit) return;
      from = Number(revision) + (backwards ? -1 : 1);
      wanted -= batch.length;
    }
  }

  override async *readAll(
    after: LogPosition | undefined,
    options: ReadAllOptions = {},
  ): AsyncIterable<RecordedEvent> {
    const end = await this.#endOf(options.known);
    let last = after;
    while (end !== undefined && isAfter(end, last)) {
      const part = await this.#between(last, end, options);
      for (const logged of part.events) yield logged.recorded;
      last = part.upTo;
    }
  }

  override readByStream(
    upTo: LogPosition,
    options: ByStreamOptions = {},
  ): AsyncIterable<readonly RecordedEvent[]> {
    return readByStream((text, values) => this.#asText<ByStreamRow>(text, values), upTo, options);
  }

  override async *subscribe(
    after: LogPosition | undefined,
    options: SubscribeOptions,
  ): AsyncIterable<RecordedEvent> {
    const signal = AbortSignal.any([options.signal, this.#closing.signal]);
    const stopListening = this.#listener.start();
    const stopFollowing = this.#tail.follow();
    try {
      let last = after;
      let end = await patiently(() => this.#heardHead(), signal);
      for (;;) {
        while (end !== undefined && isAfter(end, last)) {
          const known = end;
          const part = await patiently(() => this.#between(last, known, options), signal);
          if (!part) return;
          for (const logged of part.events) {
            this.#tail.keep(logged);
            if (isAborted(signal)) return;
            yield logged.recorded;
          }
          last = part.upTo;
        }
        end = await this.#news.beyond(last, POLL_MS, signal);
        if (isAborted(signal)) return;
        end ??= await patiently(() => this.#heardHead(), signal);
      }
    } finally {
      stopFollowing();
      stopListening();
    }
  }

  override async head(): Promise<LogPosition | undefined> {
    const newest = 'SELECT max(position)::text AS head FROM log.event';
    const [row] = await this.#query<{ head: string | null }>(newest, []);
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

  /** Where appends end: of the last one this process has heard of, when that is far enough. */
  async #endOf(known: LogPosition | undefined): Promise<LogPosition | undefined> {
    const { newest } = this.#news;
    return newest !== undefined && known !== undefined && known <= newest ? newest : this.head();
  }

  async #heardHead(): Promise<LogPosition | undefined> {
    const head = await this.head();
    if (head !== undefined) this.#news.announce(head);
    return head;
  }

  /** The batch that brought these events gave them consecutive places, as their stream did. */
  #grown(position: LogPosition, revision: number, stream: string, texts: readonly string[]): void {
    const last = Number(position);
    if (this.#tail.isKept) {
      for (const [index, text] of texts.entries()) {
        const before = texts.length - 1 - index;
        this.#tail.keep(new Logged(last - before, revision - before, stream, text));
      }
    }
    this.#news.announce(position);
    this.#herald.tell(numberOf(position));
  }

  /** What went wrong may be the end of this server's connections. */
  #failed(error: unknown): unknown {
    this.#tail.forget();
    return asPortError(error);
  }

  /** The next events after `after` up to `end`, and how far the log was read for them. */
  async #between(after: LogPosition | undefined, end: LogPosition, filter: LogFilter): Promise<Part> {
    const events = this.#tail.between(Number(numberOf(after)), Number(numberOf(end)), filter.streamPrefixes);
    return events ? { events, upTo: end } : this.#asked(after, end, filter);
  }

  async #asked(
    after: LogPosition | undefined,
    end: LogPosition,
    { streamPrefixes }: LogFilter,
  ): Promise<Part> {
    const bounds = 'WHERE e.position > $1 AND e.position <= $2';
    const ofStreams = streamPrefixes ? 'AND e.stream ^@ ANY ($4)' : '';
    const values = [numberOf(after), numberOf(end), BATCH, ...(streamPrefixes ? [streamPrefixes] : [])];
    const rows = await this.#rows(`${bounds} ${ofStreams} ORDER BY e.position LIMIT $3`, values);
    const [number] = rows.at(-1) ?? [];
    const isAll = number === undefined || rows.length < BATCH;
    return { events: rows.map((row) => Logged.from(row)), upTo: isAll ? end : positionOf(number) };
  }

  /** Clauses say e.position, which is the column. */
  async #rows(clauses: string, values: readonly unknown[]): Promise<Row[]> {
    return this.#asText<[string, string, string, string]>(
      `SELECT e.position, e.revision, e.stream, e.event FROM log.event AS e ${clauses}`,
      values,
    );
  }

  /** `Columns` are those of the text, none of them ever null. */
  async #asText<Columns extends string[]>(text: string, values: readonly unknown[]): Promise<Columns[]> {
    try {
      const asked = { text, values: [...values], rowMode: 'array' as const, types: AS_TEXT };
      return (await this.pool.query<Columns>(asked)).rows;
    } catch (error) {
      throw this.#failed(error);
    }
  }

  async #query<R extends object>(text: string, values: readonly unknown[]): Promise<R[]> {
    try {
      return (await this.pool.query<R>(text, [...values])).rows;
    } catch (error) {
      throw this.#failed(error);
    }
  }
}

/** A function, because the compiler takes the property for constant between two awaits. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
