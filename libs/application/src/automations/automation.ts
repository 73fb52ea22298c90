import { upcast, type EventEnvelope, type EventStore } from '@entente/event-sourcing';

import { eventShapes } from '../event-shapes.js';
import type { Message } from '../messages/message.js';

/** Runs a command and answers the events it appended, now or when it was first run. Throws when it was refused. */
export type Dispatch = (message: Message<{ readonly type: string }>) => Promise<readonly EventEnvelope[]>;

/** A rule said no. Whoever does not expect it lets it through, and the stream of its event is parked. */
export class CommandWasRefused extends Error {
  override readonly name = 'CommandWasRefused';
  constructor(
    type: string,
    readonly code: string,
  ) {
    super(`${type} was refused: ${code}`);
  }
}

/** What an automation may do. */
export interface Reach {
  readonly dispatch: Dispatch;
  /** All events of a stream. */
  history(stream: string): Promise<readonly EventEnvelope[]>;
}

export function reachOf(store: EventStore, dispatch: Dispatch): Reach {
  return {
    dispatch,
    async history(stream) {
      const events: EventEnvelope[] = [];
      for await (const { event } of store.read(stream)) events.push(upcast(eventShapes, event));
      return events;
    },
  };
}

/**
 * A consumer that crosses streams: for events it sends commands whose ids derive from theirs,
 * so that seeing an event twice changes nothing.
 */
export interface Automation {
  readonly name: string;
  /** Stream categories it listens to. */
  readonly categories: readonly string[];
  /** Events in the order of the log, a few or a single one; another time they may come in other company. */
  react(events: readonly EventEnvelope[], reach: Reach): Promise<void>;
}
