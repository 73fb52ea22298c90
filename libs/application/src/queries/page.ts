import type { LocalText } from '@entente/agreement';

/** How old an answer is: it shows the log up to `position`; `lagMs` since the oldest event it does not show yet. */
export interface Freshness {
  readonly view: string;
  readonly version: number;
  readonly position: string | null;
  readonly lagMs: number;
  /** Set in an answer about one agreement whose later events the view leaves out, whatever `position` says. */
  readonly parked: ParkedSince | null;
}

/** Why a view leaves an agreement's later events out: a word for programs, not the cause an operator sees. */
export interface ParkedSince {
  readonly since: string;
  readonly reason: 'unreadable-event' | 'unknown-event' | 'failed';
}

export interface Page<Row> {
  readonly items: readonly Row[];
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
  /** Rows that pass the filter, over all pages. */
  readonly total: number;
  readonly freshness: Freshness;
}

export interface NamedParty {
  readonly partyId: string;
  readonly name: LocalText;
  readonly role: string;
}

/** `name@version`, whose word for the stage counts; null where the list does not know it yet. */
export type DefinitionGoneBy = string | null;
