import type { EventEnvelope } from '@entente/event-sourcing';

import type { Message } from '../messages/message.js';

/** Runs a command and answers the events it appended, now or when it was first run. Throws when it was refused. */
export type Dispatch = (message: Message<{ readonly type: string }>) => Promise<readonly EventEnvelope[]>;

/**
 * A consumer that crosses streams: for an event it sends commands whose ids derive from the event's,
 * so that seeing an event twice changes nothing.
 */
export interface Automation {
  readonly name: string;
  /** Stream categories it listens to. */
  readonly categories: readonly string[];
  react(event: EventEnvelope, dispatch: Dispatch): Promise<void>;
}
