import type { LogPosition, RecordedEvent } from '@entente/event-sourcing';

import type { AnyTransaction } from '../database/database.js';

/** What a view may ask for while it applies events. */
export interface ConsumerTools {
  /** A stream's events up to and including `upTo`, retracted ones too. */
  readStream(stream: string, upTo: LogPosition): Promise<readonly RecordedEvent[]>;
}

/**
 * A view: rows made from events. Rows and checkpoint are written in one transaction, so each event takes
 * effect once, whatever crashes. A batch may be given again when its transaction was rolled back.
 */
export interface Consumer {
  readonly name: string;
  /** Raised with every change of what the rows hold; the view is then rebuilt at the next start. */
  readonly version: number;
  /** Categories of streams it wants, e.g. `agreement`; events of others are not given to it. */
  readonly categories: readonly string[];
  /** Writes through `tx` only. `batch` is in the order of the log and never empty. */
  apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void>;
  /** Deletes all rows. DELETE, never TRUNCATE, which would make readers wait for the rebuild or see nothing. */
  clear(tx: AnyTransaction): Promise<void>;
  /** Deletes one stream's rows; with it the view can project a single stream anew. */
  clearStream?(stream: string, tx: AnyTransaction): Promise<void>;
}

/**
 * An automation: when this, then that command. At least once, in order, one worker at a time;
 * so what it does must have derived ids and be harmless when repeated.
 */
export interface Reactor {
  readonly name: string;
  readonly categories: readonly string[];
  /** Where it begins in a log that is older than it; default the beginning. */
  readonly startsAt?: 'beginning' | 'end';
  react(event: RecordedEvent): Promise<void>;
}

export interface ConsumerFailure {
  /** Why, without personal data. */
  readonly cause: string;
  /** The event it cannot get past; absent when no single event is to blame. */
  readonly stream?: string;
  readonly position?: LogPosition;
  /** Since when, UTC ISO. */
  readonly since: string;
  readonly attempts: number;
}

export interface ConsumerStatus {
  readonly name: string;
  readonly kind: 'view' | 'reactor';
  /** Of this program's code. */
  readonly version: number;
  /** The last event taken into account; undefined before the first. */
  readonly position: LogPosition | undefined;
  /** Age of the oldest event not yet taken into account, in milliseconds; 0 when there is none. */
  readonly lagMs: number;
  readonly failure?: ConsumerFailure;
}
