import { jobIdOf, openQueues, type ReminderHint } from '@entente/jobs';
import { setTimeout as sleep } from 'node:timers/promises';

import { needs } from '../support/needs.js';
import { startRedis } from '../support/redis.js';
import { mustHold, type Counts, type Fault, type FaultOptions } from './fault.js';
import type { Letter } from './reminder-letters.js';
import { ReminderWorkers, SPACE } from './reminder-workers.js';
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

/** Long enough to be noticed, whoever stands still. */
const FORMS = {
  long: { rounds: 5, lockMs: 5_000, blockedMs: 40_000 },
  short: { rounds: 1, lockMs: 1_500, blockedMs: 3_000 },
} as const;

async function onceEach({ short, say }: FaultOptions, redisUrl?: string): Promise<Counts> {
  const { rounds, lockMs, blockedMs } = FORMS[short ? 'short' : 'long'];
  await using workers = await ReminderWorkers.open(redisUrl, { LOCK_MS: String(lockMs) });
  const unheard: Letter[] = [];
  const unrecorded: Letter[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [one, other, heir] = await idleWorkers(workers, 3);
    unheard.push(await killedBeforeItHears(workers, one));
    await takesOver(workers, other, unheard);
    unrecorded.push(await killedBeforeItRecords(workers, other));
    await takesOver(workers, heir, unrecorded);
    await heir.kill();
  }
  say('workers were killed');
  const [one, other] = await idleWorkers(workers, 2);
  for (const worker of [one, other]) await worker.obey('begin');
  const overlong = await standsStill(workers, [one, other], blockedMs);
  say('a worker stood still');
  const copied = await duplicates(workers, one, redisUrl);
  const repeated = await heldTo(workers, { unheard, others: [...unrecorded, overlong, copied] });
  return {
    'workers killed over a mail': 2 * rounds,
    'mails repeated, with their Message-ID': repeated,
    'seconds stood still': blockedMs / 1_000,
    'deliveries of one job to two workers': COPIES,
    'recorded other than once': 0,
  };
}

type Several = readonly [RemindingProcess, RemindingProcess, RemindingProcess];

/** Loading takes longer than most of what they do: side by side. */
async function idleWorkers(workers: ReminderWorkers, count: 2 | 3): Promise<Several> {
  const started = await Promise.all(Array.from({ length: count }, () => workers.idleWorker()));
  const [one, other = one, third = one] = started;
  if (!one || !other || !third) throw new Error('no worker was started');
  return [one, other, third];
}

/** One record of each; one mail, and of what nobody heard to be sent at most one more, with the same Message-ID. */
async function heldTo(
  workers: ReminderWorkers,
  { unheard, others }: { readonly unheard: readonly Letter[]; readonly others: readonly Letter[] },
): Promise<number> {
  await workers.recordedOnce([...unheard, ...others], PATIENCE_MS);
  for (const letter of others) {
    const { length } = workers.mailsTo(letter);
    mustHold(length === 1, `one reminder was ${length} mails`);
  }
  let repeated = 0;
  for (const letter of unheard) {
    const mails = workers.mailsTo(letter);
    mustHold(mails.length <= 2, `one reminder was ${mails.length} mails`);
    const ids = new Set(mails.map(({ messageId }) => messageId));
    mustHold(ids.size === 1, 'a repeated mail had another Message-ID');
    repeated += mails.length - 1;
  }
  return repeated;
}

/** The mail server has the message when the worker dies. */
async function killedBeforeItHears(workers: ReminderWorkers, victim: RemindingProcess): Promise<Letter> {
  await victim.obey('begin');
  const dead = Promise.withResolvers<undefined>();
  workers.taken = () => {
    workers.taken = () => undefined;
    void victim.kill().then(() => {
      dead.resolve(undefined);
    });
  };
  const letter = await dueFor(workers, victim);
  await dead.promise;
  return letter;
}

async function takesOver(
  workers: ReminderWorkers,
  heir: RemindingProcess,
  letters: readonly Letter[],
): Promise<void> {
  await heir.obey('begin');
  await workers.recorded(letters, PATIENCE_MS);
}

/** The worker knows that the server took the mail, and the log does not. */
async function killedBeforeItRecords(workers: ReminderWorkers, victim: RemindingProcess): Promise<Letter> {
  await victim.obey('die-after-sending');
  const letter = await dueFor(workers, victim);
  await victim.death();
  return letter;
}

/** Longer than its job is held for it, so that another worker is given the job meanwhile. */
async function standsStill(
  workers: ReminderWorkers,
  both: readonly [RemindingProcess, RemindingProcess],
  ms: number,
): Promise<Letter> {
  const [still, other] = both;
  for (const worker of both) await worker.obey(`block-after-sending ${ms}`);
  const letter = await dueFor(workers, still);
  await Promise.race([still.says('blocked'), other.says('blocked')]);
  await sleep(ms);
  await workers.recorded([letter], PATIENCE_MS);
  return letter;
}

async function duplicates(
  workers: ReminderWorkers,
  one: RemindingProcess,
  redisUrl?: string,
): Promise<Letter> {
  const { database } = workers.world;
  const queues = await openQueues({ database, ...(redisUrl === undefined ? {} : { redisUrl }) });
  const queue = queues.queue<ReminderHint>('reminders');
  const letter = await dueFor(workers, one);
  const { agreementId } = letter;
  const data = { space: SPACE, agreementId, deadlineId: 'milestone-m0', step: 'on-the-day', version: 4 };
  await queue.add(Array.from({ length: COPIES }, (_, copy) => ({ id: `${jobIdOf(data)}x${copy}`, data })));
  await workers.recorded([letter], PATIENCE_MS);
  for (let waited = 0; (await queue.ids()).due.size > 0; waited += 100) {
    mustHold(waited < PATIENCE_MS, 'duplicates are left in the queue');
    await sleep(100);
  }
  await queues.close();
  return letter;
}

/** A letter whose reminder this worker queues, a moment before it is due. */
async function dueFor(workers: ReminderWorkers, worker: RemindingProcess): Promise<Letter> {
  const [letter] = await workers.letters(1);
  if (!letter) throw new Error('no letter was made');
  await workers.dueIn(DUE_IN_MS);
  worker.tell('catch-up');
  return letter;
}
