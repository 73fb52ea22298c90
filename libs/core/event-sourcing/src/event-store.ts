import type { EventEnvelope, LogPosition, RecordedEvent } from './envelope.js';

/** Expected revision of a stream that must not exist yet. There is no ANY. */
export const NO_STREAM = -1;

/** One event's canonical text in UTF-8 bytes at most; larger content is a file. */
export const MAX_EVENT_BYTES = 256 * 1024;
/** One append's canonical texts together, in UTF-8 bytes at most. */
export const MAX_APPEND_BYTES = 900 * 1024;

export type AppendOutcome =
  | { readonly outcome: 'appended' | 'duplicate'; readonly revision: number; readonly position: LogPosition }
  /** `actual` is the stream's last revision, NO_STREAM when it has none. */
  | { readonly outcome: 'conflict'; readonly actual: number };

export interface ReadOptions {
  /** First revision to read; default 0 forwards, the last one backwards. */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
  /** Number of events at most. */
  readonly limit?: number;
}

export interface LogFilter {
  /** Only streams whose name starts with one of these, e.g. `main.agreement-`; absent: every stream of ours. */
  readonly streamPrefixes?: readonly string[];
}

export interface ReadAllOptions extends LogFilter {
  /**
   * A position that was heard of: a store may spare itself to ask how far the log reaches. It then reads to there or
   * further, and does not end within an append.
   */
  readonly known?: LogPosition;
}

export interface ByStreamOptions extends LogFilter {
  /** A stream's name: those after it are read. */
  readonly after?: string;
}

export interface SubscribeOptions extends LogFilter {
  /** Ends the iteration without an error. */
  readonly signal: AbortSignal;
}

/** The store cannot be reached or did not answer in time; nothing is known to be wrong with the request. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}

/** The events break a rule of the log (restricted JSON, size, chain of revisions); nothing was written. */
export class EventRefused extends Error {
  override readonly name = 'EventRefused';
  constructor(
    message: string,
    readonly code: 'event-malformed' | 'event-too-large' | 'append-too-large',
    readonly pointer?: string,
  ) {
    super(message);
  }
}

/**
 * What stands at a place of the log is no event of ours: damaged, or written by another program. It ends the
 * iteration that met it; a reader that wants to go on begins anew after `position`.
 */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  constructor(
    message: string,
    readonly place: { readonly stream: string; readonly revision: number; readonly position: LogPosition },
  ) {
    super(message);
  }
}

/**
 * The log. Implementations: in memory (here), PostgreSQL and KurrentDB (`@entente/event-store`);
 * one contract suite holds them to the same behaviour.
 */
export abstract class EventStore {
  /**
   * Appends all events or none. Revisions must run from expectedRevision + 1 and stream names must equal `stream`.
   * The same event ids again answer `duplicate` with the place of the first time, even after later appends.
   * Resolves only when the events are durable. Throws EventRefused, EventStoreUnavailable.
   */
  abstract append(
    stream: string,
    expectedRevision: number,
    events: readonly EventEnvelope[],
  ): Promise<AppendOutcome>;

  /** Events of one stream; a stream that does not exist yields nothing. Throws UnreadableEvent. */
  abstract read(stream: string, options?: ReadOptions): AsyncIterable<RecordedEvent>;

  /**
   * Events of the whole log in its order after `after` (undefined: from the start), up to its end at the time.
   * Several readers may be given the same object: nobody changes it. Throws UnreadableEvent.
   */
  abstract readAll(after: LogPosition | undefined, options?: ReadAllOptions): AsyncIterable<RecordedEvent>;

  /**
   * The same up to and including `upTo`, but each stream's events together, in groups of whole streams. The order of
   * the streams is the store's own and always the same; `after` names the last one that is not wanted any more.
   * Throws UnreadableEvent, before the stream it stands in. Only a store that finds a stream's events by itself has it.
   */
  readByStream?(upTo: LogPosition, options?: ByStreamOptions): AsyncIterable<readonly RecordedEvent[]>;

  /** The same as `readAll`, then goes on with events as they become durable, until the signal aborts. Survives a lost connection. */
  abstract subscribe(after: LogPosition | undefined, options: SubscribeOptions): AsyncIterable<RecordedEvent>;

  /** Position of the newest event, or undefined when the log is empty. */
  abstract head(): Promise<LogPosition | undefined>;

  /**
   * How many events of any stream stand after `after` (undefined: from the start) up to and including `upTo`. Only a
   * store whose positions count its events has it.
   */
  readonly eventsBetween?: (after: LogPosition | undefined, upTo: LogPosition) => number;

  /** A UUID that tells this log from every other; what is made from one log is worth nothing beside another. */
  abstract identity(): Promise<string>;
}
