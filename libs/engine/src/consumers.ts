import {
  CommandWasRefused,
  eventShapes,
  reachOf,
  SharedCommandHandler,
  whenAgreementProposedThenNumberIt,
  whenLetterPostponedThenPlaceIt,
  whenLettersReportedSignedThenTellThem,
  type Automation,
  type DataKeys,
  type Dispatch,
  type Facts,
  type Reach,
} from '@entente/application';
import { upcast, type EventStore } from '@entente/event-sourcing';
import { destroyErasedKeys } from '@entente/identity';
import { closeEndedReminders, PlanConsumer, type ReminderJobs } from '@entente/jobs';
import {
  ConsumerRuntime,
  TryAgain,
  type Consumer,
  type Database,
  type Log,
  type Reactor,
} from '@entente/platform';
import { viewConsumers } from '@entente/views';

import { SPACES } from './spaces.js';

/** In a process that works in the background they tell the queue at once what changed. */
export type ReminderConsumers = Pick<ReminderJobs, 'plan' | 'closeEnded'>;

/** Every view and automation of Entente, able to move along the log. */
export function consumersOf(
  facts: Facts,
  store: EventStore,
  database: Database,
  reminders: ReminderConsumers = {
    plan: new PlanConsumer(),
    closeEnded: closeEndedReminders(facts),
  },
  keys?: DataKeys,
  log?: Log,
): ConsumerRuntime {
  const views: readonly Consumer[] = [...viewConsumers(), reminders.plan];
  const automations: readonly Automation[] = [
    whenAgreementProposedThenNumberIt(facts),
    whenLetterPostponedThenPlaceIt(facts.sha1),
    whenLettersReportedSignedThenTellThem(facts.sha1, (event) => facts.read(event)),
  ];
  const reach = reachOf(store, dispatchTo(new SharedCommandHandler(facts)));
  const reactors: readonly Reactor[] = [
    ...automations.map((automation) => reactorOf(automation, reach)),
    reminders.closeEnded,
    ...(keys ? [destroyErasedKeys(keys)] : []),
  ];
  return new ConsumerRuntime({
    database,
    store,
    views,
    reactors,
    spaces: SPACES,
    now: (space) => facts.now(space),
    upcast: (event) => upcast(eventShapes, event),
    ...(log ? { log } : {}),
  });
}

/** A refused command parks the stream of its event, with the refusal as the cause; being in another's way does not. */
function dispatchTo(handler: SharedCommandHandler): Dispatch {
  return async (message) => {
    const answer = await handler.execute(message);
    if (answer.accepted) return answer.events;
    const refused = new CommandWasRefused(message.body.type, answer.refusal.code);
    throw answer.refusal.code === 'conflict' ? new TryAgain(refused.message) : refused;
  };
}

function reactorOf(automation: Automation, reach: Reach): Reactor {
  return {
    name: automation.name,
    categories: automation.categories,
    react: ({ event }) => automation.react([event], reach),
    reactToAll: (events) =>
      automation.react(
        events.map(({ event }) => event),
        reach,
      ),
  };
}
