import { setTimeout as sleep } from 'node:timers/promises';

import { needs } from '../support/needs.js';
import { startRedis } from '../support/redis.js';
import { mustHold, type Counts, type Fault, type FaultOptions } from './fault.js';
import { ReminderWorkers } from './reminder-workers.js';
import type { RemindingProcess } from './reminding-process.js';

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 60_000;
/** Long enough for a worker to look at its clock and to leave the queue alone. */
const DUE_IN_MS = 6_000;
/** A worker that is given its jobs again and again is given thousands. */
const MAX_RUNS_EACH = 5;

interface Situation {
  readonly name: string;
  /** By how much each worker's clock is ahead at first. */
  readonly skews: readonly number[];
  /** What becomes of the first one's clock while its reminders wait. */
  readonly jumps?: readonly number[];
}

const SITUATIONS: readonly Situation[] = [
  { name: 'an hour ahead', skews: [HOUR_MS] },
  { name: 'an hour ahead, beside one that is right', skews: [HOUR_MS, 0] },
  { name: 'jumping an hour ahead and back', skews: [0], jumps: [HOUR_MS, 0] },
  { name: 'an hour behind', skews: [-HOUR_MS] },
  { name: 'an hour behind, beside one ahead', skews: [-HOUR_MS, HOUR_MS] },
  { name: 'jumping an hour back and ahead', skews: [0], jumps: [-HOUR_MS, HOUR_MS] },
];

export const faults: readonly Fault[] = [
  {
    id: 'R9',
    title: 'workers whose clocks are an hour wrong, or jump, with the queue in Redis',
    needs: [needs.redis],
    async run(options) {
      const redis = await startRedis();
      try {
        return await onTime(options, options.short ? SITUATIONS.slice(2, 3) : SITUATIONS, redis.url);
      } finally {
        await redis.stop();
      }
    },
  },
  {
    id: 'R9',
    title: 'workers whose clocks are an hour wrong, or jump, with the queue in PostgreSQL',
    run: (options) => onTime(options, options.short ? SITUATIONS.slice(3, 4) : SITUATIONS),
  },
];

async function onTime(
  { short, say }: FaultOptions,
  situations: readonly Situation[],
  redisUrl?: string,
): Promise<Counts> {
  const count = short ? 5 : 50;
  let sent = 0;
  let latest = 0;
  for (const situation of situations) {
    await using workers = await ReminderWorkers.open(redisUrl);
    const { runs, lateMs } = await reminded(workers, situation, count);
    mustHold(
      runs <= count * MAX_RUNS_EACH * situation.skews.length,
      `${situation.name}: ${count} jobs were given ${runs} times`,
    );
    sent += count;
    latest = Math.max(latest, lateMs);
    say(`${situation.name}: latest after ${Math.round(lateMs)} ms, jobs given ${runs} times`);
  }
  return {
    situations: situations.length,
    'reminders sent once': sent,
    early: 0,
    'of deadlines in 25 years': 0,
    'latest after ms': Math.round(latest),
  };
}

async function reminded(
  workers: ReminderWorkers,
  { name, skews, jumps = [] }: Situation,
  count: number,
): Promise<{ runs: number; lateMs: number }> {
  const letters = await workers.letters(count);
  await workers.letters(count, { localDate: '2051-03-09' });
  const running: RemindingProcess[] = [];
  for (const skew of skews) running.push(await workers.worker(skew));
  const [first] = running;
  await workers.dueIn(DUE_IN_MS);
  await first?.obey('catch-up');
  for (const jump of jumps) {
    await first?.obey(`skew ${jump}`);
    await sleep(2_000);
  }
  await workers.recordedOnce(letters, PATIENCE_MS);
  const figures = await Promise.all(running.map((worker) => worker.obey('figures')));
  const wrong = figures.filter(({ skewSeconds, from }) => Math.abs(skewSeconds) > 5 && from === 'queue');
  mustHold(wrong.length === 0, `${name}: a wrong clock was followed`);
  const early = workers.arrivals.filter(({ lateMs }) => lateMs < 0);
  mustHold(early.length === 0, `${name}: ${early.length} of ${count} came early`);
  mustHold(
    workers.arrivals.length === count,
    `${name}: ${count} reminders were ${workers.arrivals.length} mails`,
  );
  return {
    runs: figures.reduce((sum, { runs }) => sum + runs, 0),
    lateMs: Math.max(...workers.arrivals.map(({ lateMs }) => lateMs)),
  };
}
