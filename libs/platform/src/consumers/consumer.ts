import type { LogPosition, RecordedEvent } from '@entente/event-sourcing';

import type { AnyTransaction } from '../database/database.js';

/** What a view may ask for while it applies events. */
export interface ConsumerTools {
  /** Where the view is once the batch is applied. Rows made of several streams take each of them up to here. */
  readonly upTo?: LogPosition;
  /** Streams are given whole and never again: nothing of them needs to be remembered. */
  readonly once?: boolean;
  /** A stream's events up to and including `upTo`, retracted ones too; of a parked one those before its parked place. */
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
  /** Of the database, where its tables are. */
  readonly schema: string;
  /** All its tables, by their names in `schema`. Each has a primary key, and only this view writes there. */
  readonly tables: readonly string[];
  /** Writes through `tx` only. `batch` is never empty and has the events of each stream in their order. */
  apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void>;
  /** Deletes one stream's rows; with it the view can project a single stream anew. */
  clearStream?(stream: string, tx: AnyTransaction): Promise<void>;
  /** The same view, writing into tables of the same names in another schema. Nobody reads there: it tells nobody. */
  beside(schema: string): Consumer;
  /** Called in the transaction in which a rebuild replaced rows: who listens to changes of them is told here. */
  replaced?(tx: AnyTransaction): Promise<void>;
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
  /** The same for several at once, where that is quicker; when it fails they come again one by one. */
  reactToAll?(events: readonly RecordedEvent[]): Promise<void>;
}

/** What keeps all of a consumer from going on; an event that fails parks its stream instead. */
export interface ConsumerFailure {
  /** Why, without personal data. */
  readonly cause: string;
  /** Since when, UTC ISO. */
  readonly since: string;
  readonly attempts: number;
}

export interface ConsumerStatus {
  readonly name: string;
  readonly kind: 'view' | 'reactor';
  /** Of the code that made its rows; before there are any, of this program's. */
  readonly version: number;
  /** The last event taken into account; undefined before the first. */
  readonly position: LogPosition | undefined;
  /** Age of the oldest event not yet taken into account, in milliseconds; 0 when there is none. */
  readonly lagMs: number;
  /**
   * Events not yet taken into account, at most: those of the log from the oldest one of its own on, whosever they are.
   * Absent when it is behind in a log whose positions do not count its events.
   */
  readonly lagEvents?: number;
  /** Streams it leaves out since one of their events failed; the lag does not know them. */
  readonly parked: number;
  /** Of a rebuild that is under way, or was stopped and will go on; told by `status` only. */
  readonly rebuild?: { readonly version: number; readonly events: number; readonly since: string };
  readonly failure?: ConsumerFailure;
}
