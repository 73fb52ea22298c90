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
import { readByStream } from './by-stream.js';
import { Listener } from './listener.js';
import { News } from './news.js';
import { isAfter, numberOf, positionOf } from './position.js';
import { asPortError } from './failure.js';

/** Events fetched at a time: what a slow reader holds in memory. */
const BATCH = 500;
/** The net under notifications, which are lost with their connection. */
const POLL_MS = 1_000;

interface Row {
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly event: string;
}

/** The log in PostgreSQL: the schema of `eventStoreMigrations`. The pool is the caller's, to configure and to end. */
export class PostgresEventStore extends EventStore {
  readonly #news = new News();
  readonly #listener: Listener;
  readonly #closing = new AbortController();

  constructor(private readonly pool: pg.Pool) {
    super();
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
    const [row] = await this.#query<{
      outcome: AppendOutcome['outcome'];
      revision: string;
      position: string | null;
    }>(
      `SELECT outcome, last_revision::text AS revision, last_position::text AS position
         FROM log.append_events($1, $2, $3, $4)`,
      [stream, expectedRevision, ids, texts],
    );
    if (!row) throw new Error('log.append_events gave no answer');
    const revision = Number(row.revision);
    if (row.outcome === 'conflict') return { outcome: 'conflict', actual: revision };
    const position = positionOf(row.position ?? '');
    if (row.outcome === 'appended') this.#news.announce(position);
    return { outcome: row.outcome, revision, position };
  }

  override async *read(stream: string, options: ReadOptions = {}): AsyncIterable<RecordedEvent> {
    const backwards = options.direction === 'backwards';
    let from = options.from ?? (backwards ? Number.MAX_SAFE_INTEGER : 0);
    let wanted = options.limit ?? Number.POSITIVE_INFINITY;
    while (wanted > 0) {
      const limit = Math.min(wanted, BATCH);
      const batch = await this.#events(
        backwards
          ? 'WHERE e.stream = $1 AND e.revision <= $2 ORDER BY e.revision DESC LIMIT $3'
          : 'WHERE e.stream = $1 AND e.revision >= $2 ORDER BY e.revision LIMIT $3',
        [stream, from, limit],
      );
      yield* batch;
      const last = batch.at(-1);
      if (!last || batch.length < limit) return;
      from = last.event.revision + (backwards ? -1 : 1);
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
      yield* batch;
      last = batch.length < BATCH ? end : batch.at(-1)?.position;
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
          for (const recorded of batch ?? []) {
            if (isAborted(signal)) return;
            yield recorded;
          }
          last = batch?.length === BATCH ? batch.at(-1)?.position : end;
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
    await this.#listener.stopped();
  }

  /** Events after `after` up to `end`; fewer than a batch when there are no more. */
  #between(
    after: LogPosition | undefined,
    end: LogPosition | undefined,
    { streamPrefixes }: LogFilter,
  ): Promise<RecordedEvent[]> {
    const bounds = 'WHERE e.position > $1 AND e.position <= $2';
    const ofStreams = streamPrefixes ? 'AND e.stream ^@ ANY ($4)' : '';
    const values = [numberOf(after), numberOf(end), BATCH, ...(streamPrefixes ? [streamPrefixes] : [])];
    return this.#events(`${bounds} ${ofStreams} ORDER BY e.position LIMIT $3`, values);
  }

  async #events(clauses: string, values: readonly unknown[]): Promise<RecordedEvent[]> {
    // As text: pg would parse json by itself, and a bigint differently from pool to pool. Clauses say e.position:
    // without the e they would mean this text.
    const rows = await this.#query<Row>(
      `SELECT e.position::text AS position, e.stream, e.revision::text AS revision, e.event::text AS event
         FROM log.event AS e ${clauses}`,
      values,
    );
    return rows.map(({ position: number, stream, revision, event }) => {
      const position = positionOf(number);
      const place = { stream, revision: Number(revision), position };
      return { event: readEnvelope(JSON.parse(event), place), position };
    });
  }

  async #query<R extends object>(text: string, values: readonly unknown[]): Promise<R[]> {
    try {
      return (await this.pool.query<R>(text, [...values])).rows;
    } catch (error) {
      throw asPortError(error);
    }
  }
}

/** A function, because the compiler takes the property for constant between two awaits. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
