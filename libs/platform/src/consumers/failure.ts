import { EventStoreUnavailable, type LogPosition, type RecordedEvent } from '@entente/event-sourcing';

import { isDatabaseUnavailable } from '../database/failure.js';
import { causeOf } from '../logging/describe-error.js';

/** A consumer cannot get past one event. */
export class EventFailed extends Error {
  override readonly name = 'EventFailed';
  readonly stream: string;
  readonly position: LogPosition;

  constructor(consumer: string, { event, position }: RecordedEvent, cause: unknown) {
    super(`${consumer} fails at ${event.stream}@${event.revision} (${event.type}): ${causeOf(cause)}`, {
      cause,
    });
    this.stream = event.stream;
    this.position = position;
  }
}

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

/** Says nothing about the events: the same work will do, a little later. */
export function isPassing(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  // Serialization failure and deadlock: another transaction was in the way.
  return (
    error instanceof EventStoreUnavailable ||
    isDatabaseUnavailable(error) ||
    code === '40001' ||
    code === '40P01'
  );
}
