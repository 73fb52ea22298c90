import type { LogPosition } from '@entente/event-sourcing';

import type { TableDifferences } from './rebuild-comparison.js';

export interface RebuildOptions {
  /** Ends the work between two batches; the next rebuild goes on from there. */
  readonly signal: AbortSignal;
  readonly onProgress?: (events: number) => void;
  /** Brings the live rows to the end of the log, so that they can be compared. */
  readonly catchUp?: () => Promise<unknown>;
}

export interface RebuildReport {
  readonly view: string;
  readonly version: number;
  /** Of the rows before; 0 when there were none. */
  readonly oldVersion: number;
  /** Of the log, into the new rows. */
  readonly events: number;
  readonly position: LogPosition | undefined;
  /** Of the new rows. */
  readonly hash: string;
  /**
   * `equal`: the old rows were right. `different`: they were not, although of the same version and at the same place.
   * `replaced`: they were of another version, at another place of the log, or left out other streams, so that
   * differences say nothing against them.
   */
  readonly verdict: 'equal' | 'different' | 'replaced';
  /** Of the old rows to the new ones, by table; none when equal. */
  readonly differences: readonly TableDifferences[];
  /** Streams the new rows leave out. */
  readonly parked: number;
}
