import { jobIdOf, openQueues, type JobQueue, type ReminderHint } from '@entente/jobs';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Backend } from '../jobs/support/backend.js';
import { onPostgres } from '../jobs/support/backend.js';
import { openOffice, type Office } from '../jobs/support/office.js';
import { createWorldOn, linesOf, type World } from '../jobs/support/world.js';
import { needs } from '../support/needs.js';
import { OwnPostgres } from '../support/own-postgres.js';
import { startRedis } from '../support/redis.js';
import { mustHold, type Counts, type Fault, type FaultOptions } from './fault.js';
import { letterWith, type Letter, type LetterDeadline } from './reminder-letters.js';

const BACK_WITHIN_MS = 10_000;
const PATIENCE_MS = 120_000;
/** 25 deadlines with a reminder on each of four days of the window. */
const DEADLINES_PER_LETTER = 25;
const STEPS = 4;
const OPEN = {
  localDate: '2026-03-13',
  zone: 'America/New_York',
  workingDaysBefore: [3, 2, 1],
  onTheDay: true,
};

/** What goes wrong, and where it is nine in the morning a moment later. */
interface Disaster {
  readonly name: string;
  readonly zone: string;
  /** 9 March, 09:00 in that zone. */
  readonly dueAt: string;
  happen(world: World): Promise<void>;
}

const SHANGHAI = { zone: 'Asia/Shanghai', dueAt: '2026-03-09T01:00:00.000Z' };
const KOLKATA = { zone: 'Asia/Kolkata', dueAt: '2026-03-09T03:30:00.000Z' };

export const faults: readonly Fault[] = [
  {
    id: 'R7',
    title: 'Redis is emptied, and restarted without persistence, with 100,000 reminders in the window',
    needs: [needs.redis],
    async run(options) {
      let redis = await startRedis();
      const { url } = redis;
      try {
        const backend: Backend = {
          ...onPostgres,
          kind: 'redis',
          open: (database) => openQueues({ database, redisUrl: url }),
        };
        return await refilled(options, backend, [
          { name: 'FLUSHALL', ...SHANGHAI, happen: () => redis.flush() },
          {
            name: 'restarted',
            ...KOLKATA,
            async happen() {
              await redis.stop();
              redis = await startRedis(url);
            },
          },
        ]);
      } finally {
        await redis.stop();
      }
    },
  },
  {
    id: 'R7',
    title: "the schema of PostgreSQL's queues is dropped, with 100,000 reminders in the window",
    run: (options) =>
      refilled(options, onPostgres, [
        { name: 'dropped', ...SHANGHAI, happen: ({ database }) => onPostgres.wipe(database) },
      ]),
  },
];

async function refilled(
  { short, say }: FaultOptions,
  backend: Backend,
  disasters: readonly Disaster[],
): Promise<Counts> {
  const letters = short ? 20 : 1_000;
  await using server = await OwnPostgres.start();
  const world = await createWorldOn({
    connectionString: await server.createDatabase('entente'),
    drop: () => Promise.resolve(),
  });
  world.clock.set('2026-03-09T00:30:00.000Z');
  const open: Letter[] = [];
  for (let count = 0; count < letters; count += 1)
    open.push(
      await letterWith(
        world,
        Array.from({ length: DEADLINES_PER_LETTER }, () => OPEN),
      ),
    );
  const office = await openOffice(world, backend);
  try {
    const begun = performance.now();
    await office.catchUp();
    const reminders = letters * DEADLINES_PER_LETTER * STEPS;
    say(`${reminders} reminders planned in ${seconds(performance.now() - begun)} s`);
    office.jobs.start();
    // Before anything happens: one that begins while there is no schema never comes to itself.
    const queue = office.queues.queue<ReminderHint>('reminders');
    const filledAfter = await filled(queue, open);
    const counts: Record<string, string | number> = {
      'reminders in the window': reminders,
      'first filled after s': seconds(filledAfter),
    };
    for (const disaster of disasters) {
      const after = await survive({ world, office, queue, open }, disaster, short ? 20 : 100);
      counts[`${disaster.name}: back after s`] = seconds(after);
      say(`${disaster.name}: all back after ${seconds(after)} s`);
      mustHold(
        after <= BACK_WITHIN_MS,
        `${disaster.name}: the queue was whole after ${Math.round(after)} ms only`,
      );
    }
    return { ...counts, 'due meanwhile and sent once': world.smtp.received.length, lost: 0, twice: 0 };
  } finally {
    await office.close();
    await world.close();
  }
}

interface Filled {
  readonly world: World;
  readonly office: Office;
  readonly queue: JobQueue<ReminderHint>;
  readonly open: readonly Letter[];
}

/** Some fall due while the queue is being filled again. Answers after how many milliseconds all were back. */
async function survive(
  { world, office, queue, open }: Filled,
  disaster: Disaster,
  sample: number,
): Promise<number> {
  const { zone, dueAt } = disaster;
  const soon: LetterDeadline = { localDate: '2026-03-09', zone, workingDaysBefore: [], onTheDay: true };
  const due: Letter[] = [];
  for (let count = 0; count < sample; count += 1) due.push(await letterWith(world, [soon]));
  const before = world.smtp.received.length;
  // Before anything of them is queued: a clock that moves moves no job.
  world.clock.set(new Date(Date.parse(dueAt) - 2_000).toISOString());
  await office.catchUp();
  await disaster.happen(world);
  const begun = performance.now();
  await filled(queue, open);
  const after = performance.now() - begun;
  await sent(world, due, before);
  return after;
}

async function filled(queue: JobQueue<ReminderHint>, letters: readonly Letter[]): Promise<number> {
  const ids = letters.flatMap(jobsOf);
  // All of them are asked for only when some of each part are there: the question itself takes its time.
  const some = ids.filter((_, index) => index % 997 === 0);
  const begun = performance.now();
  for (;;) {
    const asked = performance.now();
    if (await areThere(queue.present(some), some.length)) {
      const { delayed } = await queue.ids().catch(() => ({ delayed: new Set<string>() }));
      if (ids.every((id) => delayed.has(id))) return asked - begun;
    }
    mustHold(performance.now() - begun < PATIENCE_MS, 'the queue was not filled');
    await sleep(100);
  }
}

async function areThere(present: Promise<ReadonlySet<string>>, count: number): Promise<boolean> {
  return (await present.catch(() => new Set())).size === count;
}

function jobsOf({ agreementId }: Letter): string[] {
  return Array.from({ length: DEADLINES_PER_LETTER }, (_, index) =>
    ['remind-3', 'remind-2', 'remind-1', 'on-the-day'].map((step) =>
      jobIdOf({
        space: 'main',
        agreementId,
        deadlineId: `milestone-m${index}`,
        step,
        // After the proposal, the party and its signatory a milestone and its deadline each.
        version: 4 + 2 * index,
      }),
    ),
  ).flat();
}

/** One mail for each, and one record of it. */
async function sent(world: World, due: readonly Letter[], before: number): Promise<void> {
  for (let waited = 0; ; waited += 100) {
    const arrived = world.smtp.received.length - before;
    const recorded = await Promise.all(due.map(({ agreementId }) => linesOf(world, agreementId)));
    if (arrived >= due.length && recorded.every((lines) => lines.length > 0)) break;
    mustHold(waited < 60_000, `${due.length - arrived} of ${due.length} reminders did not go out`);
    await sleep(100);
  }
  // What would come twice comes now.
  await sleep(2_000);
  const mails = world.smtp.received.slice(before).flatMap(({ to }) => to);
  mustHold(mails.length === due.length, `${due.length} reminders were ${mails.length} mails`);
  mustHold(new Set(mails).size === mails.length, 'somebody was reminded twice');
  for (const { agreementId } of due) {
    const lines = await linesOf(world, agreementId);
    mustHold(lines.length === 1, `of one reminder is recorded: ${lines.join('; ')}`);
  }
}

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
