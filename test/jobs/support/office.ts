import { ReminderJobs, type Queues, type ReminderHint } from '@entente/jobs';
import { ConsumerRuntime } from '@entente/platform';

import type { Backend } from './backend.js';
import { DEADLINE_ID, VERSION, type World } from './world.js';

/** One process's share: its queues, its worker, its reconciler and its consumers. */
export interface Office {
  readonly queues: Queues;
  readonly jobs: ReminderJobs;
  readonly runtime: ConsumerRuntime;
  /** Lets plan and automation see everything the log holds. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

export async function openOffice(world: World, backend: Backend): Promise<Office> {
  const database = await world.open();
  const queues = await backend.open(database);
  const { facts, directory, mailer, store } = world;
  const jobs = new ReminderJobs({ queues, facts, database, directory, mailer, watchEveryMs: 100 });
  const runtime = new ConsumerRuntime({ database, store, views: [jobs.plan], reactors: [jobs.closeEnded] });
  await runtime.register();
  return {
    queues,
    jobs,
    runtime,
    async catchUp() {
      for (const name of [...runtime.names, ...runtime.reactorNames]) await runtime.catchUp(name);
    },
    async close() {
      await jobs.close();
      await queues.close();
      await database.close();
    },
  };
}

export function hintOf(agreementId: string, step = 'remind-5'): ReminderHint {
  return { space: 'main', agreementId, deadlineId: DEADLINE_ID, step, version: VERSION };
}
