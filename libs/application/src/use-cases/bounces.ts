import { MAILBOX } from '@entente/access';
import { uuidV5 } from '@entente/canonical';
import {
  decideAndAppend,
  streamName,
  type Answer,
  type CommandOnStream,
  type UseCase,
} from '@entente/event-sourcing';
import {
  remindersDecider,
  type ReminderCommand,
  type ReminderFact,
  type ReminderRefusalCode,
  type Reminders,
} from '@entente/reminder';

import type { Facts } from '../ports/facts.js';
import { personUseCase } from './directory.js';

/** A message of ours that did not reach whom it was for. */
export interface Bounce {
  readonly space: string;
  readonly personId: string;
  /** Whose reminders it carried. */
  readonly agreementIds: readonly string[];
  readonly messageId: string;
  /** As RFC 3463 numbers it; 5.x.x: another message to this address would come back too. */
  readonly status: string;
  /** When the message went out, UTC ISO text. */
  readonly sentAt: string;
}

const reminders: UseCase<Reminders, ReminderCommand, ReminderFact, object, ReminderRefusalCode> = {
  decider: remindersDecider,
  gather: () => Promise.resolve({ facts: {} }),
};

/** Told to the reminders it carried and, when it is the address that is wrong, to the person. Told again, nothing new. */
export async function recordBounce(facts: Facts, bounce: Bounce): Promise<void> {
  const { space, personId, agreementIds, messageId, status, sentAt } = bounce;
  const sent = (category: string, id: string): Omit<CommandOnStream<never>, 'command'> => {
    const commandId = uuidV5(facts.sha1, 'bounce', space, category, id, messageId);
    return {
      id: commandId,
      stream: streamName(space, category, id),
      actor: MAILBOX,
      causationId: commandId,
      correlationId: commandId,
    };
  };
  for (const agreementId of agreementIds) {
    const command = { type: 'RecordReminderBounced', messageId, status } as const;
    expectDone(await decideAndAppend(facts, reminders, { ...sent('reminders', agreementId), command }));
  }
  if (!status.startsWith('5')) return;
  const command = { type: 'RecordAddressBounced', messageId, status, sentAt } as const;
  const person = personUseCase(facts, { space, system: MAILBOX });
  expectDone(await decideAndAppend(facts, person, { ...sent('person', personId), command }));
}

/** A second report of the same message may give it another number: the first stands. */
function expectDone(answer: Answer): void {
  if (answer.accepted || answer.refusal.code === 'command-id-reused') return;
  throw new Error(`a bounce could not be recorded: ${answer.refusal.code}`);
}
