import { jobIdOf, openQueues, type ReminderHint } from '@entente/jobs';
import { setTimeout as sleep } from 'node:timers/promises';

import { needs } from '../support/needs.js';
import { startRedis } from '../support/redis.js';
import { mustHold, type Counts, type Fault, type FaultOptions } from './fault.js';
import type { Letter } from './reminder-letters.js';
import { ReminderWorkers, SPACE, type Arrival } from './reminder-workers.js';
import type { RemindingProcess } from './reminding-process.js';

const PATIENCE_MS = 60_000;
const COPIES = 100;
const DUE_IN_MS = 2_000;

export const faults: readonly Fault[] = [
  {
    id: 'R8',
    title: 'a worker dies over a mail or stands still, and jobs come a hundred times, from Redis',
    needs: [needs.redis],
    async run(options) {
      const redis = await startRedis();
      try {
        return await onceEach(options, redis.url);
      } finally {
        await redis.stop();
      }
    },
  },
  {
    id: 'R8',
    title: 'a worker dies over a mail or stands still, and jobs come a hundred times, from PostgreSQL',
    run: (options) => onceEach(options),
  },
];

async function onceEach({ short, say }: FaultOptions, redisUrl?: string): Promise<Counts> {
  await using workers = await ReminderWorkers.open(redisUrl);
  const repeats = { mails: 0 };
  for (let round = 0; round < (short ? 1 : 5); round += 1) {
    repeats.mails += await killedBeforeItHears(workers);
    await killedBeforeItRecords(workers);
  }
  say('workers were killed');
  const blockedMs = short ? 6_000 : 40_000;
  await standsStill(workers, blockedMs);
  say('a worker stood still');
  await duplicates(workers, redisUrl);
  return {
    'workers killed over a mail': short ? 2 : 10,
    'mails repeated, with their Message-ID': repeats.mails,
    'seconds stood still': blockedMs / 1_000,
    'deliveries of one job to two workers': COPIES,
    'recorded other than once': 0,
  };
}

/** The mail server has the message when the worker dies. Answers how many mails came again. */
async function killedBeforeItHears(workers: ReminderWorkers): Promise<number> {
  const victim = await workers.worker();
  const dead = Promise.withResolvers<undefined>();
  workers.taken = () => {
    workers.taken = () => undefined;
    void victim.kill().then(() => {
      dead.resolve(undefined);
    });
  };
  const letter = await dueFor(workers, victim);
  await dead.promise;
  const mails = await finishedByAnother(workers, letter);
  mustHold(mails.length <= 2, `one reminder was ${mails.length} mails`);
  const ids = new Set(mails.map(({ messageId }) => messageId));
  mustHold(ids.size === 1, 'a repeated mail had another Message-ID');
  return mails.length - 1;
}

/** The worker knows that the server took the mail, and the log does not. */
async function killedBeforeItRecords(workers: ReminderWorkers): Promise<void> {
  const victim = await workers.worker();
  await victim.obey('die-after-sending');
  const letter = await dueFor(workers, victim);
  await victim.death();
  const mails = await finishedByAnother(workers, letter);
  mustHold(mails.length === 1, 'what the outbox knew to be sent was sent again');
}

async function finishedByAnother(workers: ReminderWorkers, letter: Letter): Promise<readonly Arrival[]> {
  const heir = await workers.worker();
  await workers.recordedOnce([letter], PATIENCE_MS);
  await heir.kill();
  return workers.mailsTo(letter);
}

/** Longer than its job is held for it, so that another worker is given the job meanwhile. */
async function standsStill(workers: ReminderWorkers, ms: number): Promise<void> {
  const still = await workers.worker();
  const other = await workers.worker();
  for (const worker of [still, other]) await worker.obey(`block-after-sending ${ms}`);
  const letter = await dueFor(workers, still);
  await Promise.race([still.says('blocked'), other.says('blocked')]);
  await sleep(ms);
  await workers.recordedOnce([letter], PATIENCE_MS);
  for (const worker of [still, other]) await worker.kill();
  mustHold(workers.mailsTo(letter).length === 1, `one reminder was ${workers.mailsTo(letter).length} mails`);
}

async function duplicates(workers: ReminderWorkers, redisUrl?: string): Promise<void> {
  const one = await workers.worker();
  const two = await workers.worker();
  const { database } = workers.world;
  const queues = await openQueues({ database, ...(redisUrl === undefined ? {} : { redisUrl }) });
  const queue = queues.queue<ReminderHint>('reminders');
  const letter = await dueFor(workers, one);
  const { agreementId } = letter;
  const data = { space: SPACE, agreementId, deadlineId: 'milestone-m0', step: 'on-the-day', version: 4 };
  await queue.add(Array.from({ length: COPIES }, (_, copy) => ({ id: `${jobIdOf(data)}x${copy}`, data })));
  await workers.recordedOnce([letter], PATIENCE_MS);
  for (let waited = 0; (await queue.ids()).due.size > 0; waited += 100) {
    mustHold(waited < PATIENCE_MS, 'duplicates are left in the queue');
    await sleep(100);
  }
  await queues.close();
  for (const worker of [one, two]) await worker.kill();
  mustHold(workers.mailsTo(letter).length === 1, `one reminder was ${workers.mailsTo(letter).length} mails`);
}

/** A letter whose reminder this worker queues, a moment before it is due. */
async function dueFor(workers: ReminderWorkers, worker: RemindingProcess): Promise<Letter> {
  const [letter] = await workers.letters(1);
  if (!letter) throw new Error('no letter was made');
  await workers.dueIn(DUE_IN_MS);
  worker.tell('catch-up');
  return letter;
}
