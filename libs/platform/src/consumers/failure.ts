import { EventStoreUnavailable, type LogPosition } from '@entente/event-sourcing';

import { isDatabaseUnavailable } from '../database/failure.js';

/** The rows were made by another version of the code than this process has. */
export class OtherVersion extends Error {
  override readonly name = 'OtherVersion';

  constructor(
    view: string,
    /** 0: no rows were made yet. */
    readonly stored: number,
    own: number,
  ) {
    super(`the rows of ${view} are of version ${stored}, this process makes version ${own}`);
  }
}

/** A checkpoint is beyond the end of the log: the log was restored from an older copy, or it is another one. */
export class LogBehind extends Error {
  override readonly name = 'LogBehind';

  constructor(consumer: string, position: LogPosition, head: LogPosition | undefined) {
    super(`${consumer} is at ${position}, beyond the end of the log at ${head ?? 'nothing'}`);
  }
}

/** Thrown by an automation that was only in somebody's way: nothing is wrong with the event. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

/** Says nothing about the events: the same work will do, a little later. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof EventStoreUnavailable ||
    error instanceof TryAgain ||
    isDatabaseUnavailable(error) ||
    PASSING_CODES.test(codeOf(error))
  );
}

/**
 * Whether one event may be to blame, so that its stream is parked and the others go on. What every event would meet,
 * a table that is missing or a privilege, stops the consumer instead: it would park the whole log.
 */
export function isEventsFault(error: unknown): boolean {
  if (isPassing(error) || EVERYBODYS_CODES.test(codeOf(error))) return false;
  return !(Error.isError(error) && OURS.has(error.name));
}

/**
 * 40: rolled back for another transaction's sake. 53: disk, memory or connections used up. 55P03: a lock was not free.
 * 57: cancelled or shut down. 58: input or output failed. 25006, 25P03: read-only, or idle for too long.
 */
const PASSING_CODES = /^(40...|53...|55P03|57...|58...|25006|25P03|ENOSPC|EIO|EMFILE|ENFILE)$/u;

/**
 * 42, 3D, 3F: what the statement names is missing or forbidden. 0A, 26: it was prepared for tables that have changed.
 * F0, XX: the server's configuration or its data are broken.
 */
const EVERYBODYS_CODES = /^(42...|3D...|3F...|0A...|26...|F0...|XX...)$/u;

const OURS: ReadonlySet<string> = new Set(['Busy', 'LogBehind', 'OtherVersion', 'AbortError']);

function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
