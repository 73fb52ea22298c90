import {
  whenAgreementProposedThenNumberIt,
  whenLettersReportedSignedThenTellThem,
  type Dispatch,
  type Facts,
  type Reach,
} from '@entente/application';
import { streamName } from '@entente/event-sourcing';

import { BASES, COORDINATING_DEPARTMENT, DISTRICTS, PEOPLE } from './cast.js';
import { demoScript } from './script.js';
import type { Step } from './steps.js';
import { DEMO_SPACE, demoId, Stage } from './stage.js';

export interface DemoClock {
  /** Moves the demo space's clock to an instant (UTC ISO text); null lets it run with everybody's again. */
  set(instant: string | null): Promise<void>;
}

export type SeedProgress = (done: number, all: number) => void;

/**
 * Plays the demo into space `demo`. A performance that was cut short is taken up where it stopped,
 * on the day it was begun; one that is complete only repeats itself and changes nothing.
 */
export async function seedDemo(
  facts: Facts,
  dispatch: Dispatch,
  clock: DemoClock,
  progress: SeedProgress = () => undefined,
): Promise<void> {
  await clock.set(null);
  const today = (await dayOfFirstPerformance(facts)) ?? localDay(facts);
  const stage = new Stage(facts, dispatch, `${CORRELATION}${today.toString()}`);
  const steps = [...setUp(stage, today), ...demoScript(today)];
  try {
    for (const [index, step] of steps.entries()) {
      await clock.set(instantOf(step, facts.zone));
      await step.play(stage);
      progress(index + 1, steps.length);
    }
  } finally {
    await clock.set(null);
  }
}

const CORRELATION = 'demo-';

async function dayOfFirstPerformance(facts: Facts): Promise<Temporal.PlainDate | undefined> {
  const department = streamName(DEMO_SPACE, 'organisation', demoId(facts.sha1, COORDINATING_DEPARTMENT.key));
  for await (const { event } of facts.store.read(department, { limit: 1 })) {
    return Temporal.PlainDate.from(event.correlationId.slice(CORRELATION.length));
  }
  return undefined;
}

function setUp(stage: Stage, today: Temporal.PlainDate): Step[] {
  const day = today.subtract({ days: 400 });
  const from = day.toString();
  const organisations = [COORDINATING_DEPARTMENT, ...Object.values(BASES), ...Object.values(DISTRICTS)];
  const step = (minute: number, play: Step['play']): Step => ({
    at: day.toPlainDateTime({ hour: 9, minute }),
    play,
  });
  return [
    ...organisations.map((organisation, index) => step(index, () => stage.register(organisation))),
    ...Object.values(PEOPLE).map((person, index) => step(20 + index, () => stage.employ(person, from))),
  ];
}

function localDay(facts: Facts): Temporal.PlainDate {
  return Temporal.Instant.from(facts.now(DEMO_SPACE)).toZonedDateTimeISO(facts.zone).toPlainDate();
}

function instantOf(step: Step, zone: string): string {
  return step.at.toZonedDateTime(zone).toInstant().toString({ fractionalSecondDigits: 3 });
}

/** What automations would do a moment later is done at once, at the demo's time; they then find it done. */
export function reactingAtOnce(facts: Facts, reach: Reach): Dispatch {
  const automations = [
    whenAgreementProposedThenNumberIt(facts),
    whenLettersReportedSignedThenTellThem(facts.sha1, (event) => facts.read(event)),
  ];
  return async (message) => {
    const events = await reach.dispatch(message);
    for (const automation of automations) await automation.react(events, reach);
    return events;
  };
}
