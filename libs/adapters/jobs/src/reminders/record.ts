import { agreementDecider, type AgreementFact } from '@entente/agreement';
import type { Facts } from '@entente/application';
import { uuidV5 } from '@entente/canonical';
import {
  decideAndAppend,
  readStream,
  stateOf,
  streamName,
  type EventEnvelope,
  type UseCase,
} from '@entente/event-sourcing';
import { TryAgain } from '@entente/platform';
import {
  remindersDecider,
  type AnswerContext,
  type ReminderCommand,
  type ReminderFact,
  type ReminderRefusalCode,
  type Reminders,
} from '@entente/reminder';

export const ACTOR = 'system:reminders';

const useCase: UseCase<Reminders, ReminderCommand, ReminderFact, AnswerContext, ReminderRefusalCode> = {
  decider: remindersDecider,
  gather: () => Promise.resolve({ facts: {} }),
};

/** What made a reminder happen: the event that set its deadline, or the one that ended it. */
export type Cause = Pick<EventEnvelope, 'id' | 'correlationId'>;

/**
 * Records what became of a reminder. The command's id derives from `names`, so a repeat is known as one; when the
 * first time said something else (another holder, say), the first time stands.
 */
export async function record(
  facts: Facts,
  about: { readonly space: string; readonly agreementId: string },
  cause: Cause,
  names: readonly string[],
  command: ReminderCommand,
): Promise<void> {
  const answer = await decideAndAppend(facts, useCase, {
    id: uuidV5(facts.sha1, about.space, about.agreementId, command.type, ...names),
    stream: streamName(about.space, 'reminders', about.agreementId),
    actor: ACTOR,
    causationId: cause.id,
    correlationId: cause.correlationId,
    command,
  });
  if (answer.accepted || answer.refusal.code === 'command-id-reused') return;
  const sentence = `${command.type} for agreement ${about.agreementId} was refused: ${answer.refusal.code}`;
  throw answer.refusal.code === 'conflict' ? new TryAgain(sentence) : new Error(sentence);
}

export async function readAgreementHistory(
  facts: Facts,
  space: string,
  agreementId: string,
): Promise<readonly EventEnvelope<AgreementFact>[]> {
  const history = await readStream<AgreementFact>(
    facts.store,
    streamName(space, 'agreement', agreementId),
    agreementDecider,
  );
  return history.map(({ event }) => event);
}

/** What is recorded of the reminders of an agreement. */
export async function readReminders(facts: Facts, space: string, agreementId: string): Promise<Reminders> {
  const stream = streamName(space, 'reminders', agreementId);
  const history = await readStream<ReminderFact>(facts.store, stream, remindersDecider);
  return stateOf(
    remindersDecider,
    history.map(({ event }) => event),
  );
}
