import {
  SharedCommandHandler,
  whenAgreementProposedThenNumberIt,
  type Automation,
  type Dispatch,
  type Facts,
} from '@entente/application';
import type { EventStore } from '@entente/event-sourcing';
import { closeEndedReminders, PlanConsumer, type ReminderJobs } from '@entente/jobs';
import { ConsumerRuntime, type Consumer, type Database, type Reactor } from '@entente/platform';
import { AgreementBoardProjection, AgreementHistoryProjection, DirectoryProjection } from '@entente/views';

import { SPACES } from './spaces.js';

/** In a process that works in the background they tell the queue at once what changed. */
export type ReminderConsumers = Pick<ReminderJobs, 'plan' | 'closeEnded'>;

/** Every view and automation of Entente, able to move along the log. */
export function consumersOf(
  facts: Facts,
  store: EventStore,
  database: Database,
  reminders: ReminderConsumers = {
    plan: new PlanConsumer(facts.calendar),
    closeEnded: closeEndedReminders(facts),
  },
): ConsumerRuntime {
  const views: readonly Consumer[] = [
    new AgreementBoardProjection(),
    new AgreementHistoryProjection(),
    new DirectoryProjection(),
    reminders.plan,
  ];
  const automations: readonly Automation[] = [whenAgreementProposedThenNumberIt(facts.sha1, facts.zone)];
  const dispatch = dispatchTo(new SharedCommandHandler(facts));
  const reactors: readonly Reactor[] = [
    ...automations.map((automation) => reactorOf(automation, dispatch)),
    reminders.closeEnded,
  ];
  return new ConsumerRuntime({
    database,
    store,
    views,
    reactors,
    spaces: SPACES,
    now: (space) => facts.now(space),
  });
}

/** A refused command stops the automation: it is shown as its failure and tried again. */
function dispatchTo(handler: SharedCommandHandler): Dispatch {
  return async (message) => {
    const answer = await handler.execute(message);
    if (answer.accepted) return answer.events;
    throw new Error(`${message.body.type} was refused: ${answer.refusal.code}`);
  };
}

function reactorOf(automation: Automation, dispatch: Dispatch): Reactor {
  return {
    name: automation.name,
    categories: automation.categories,
    react: ({ event }) => automation.react(event, dispatch),
  };
}
