import { setTimeout as sleep } from 'node:timers/promises';

import type { Log } from '@entente/platform';
import { DelayedError, type Job, type JobsOptions } from 'bullmq';

import type { JobQueue, JobResult, JobRun, JobWorker, NewJob, QueuedIds } from './queues.js';

/** What we use of BullMQ's Queue, whose type parameters differ with its backend. */
export interface BullQueue {
  addBulk(jobs: { name: string; data: object; opts: JobsOptions }[]): Promise<unknown>;
  getRanges(types: ('delayed' | 'waiting' | 'active')[], start: number, end: number): Promise<string[]>;
  getJob(id: string): Promise<{ promote(): Promise<void> } | undefined>;
  remove(id: string): Promise<number>;
}

/** What BullMQ has no question for. */
export interface Asked {
  present(ids: readonly string[]): Promise<readonly string[]>;
  /** Milliseconds by which this machine's clock is ahead of the database's. */
  skewMs(): number;
}

export interface BullWorker {
  pause(doNotWaitActive?: boolean): Promise<void>;
  resume(): Promise<void>;
  close(force?: boolean): Promise<void>;
}

/** One that does not run by itself. */
export interface IdleWorker extends BullWorker {
  waitUntilReady(): Promise<unknown>;
  run(): Promise<void>;
}

export const LOCK_MS = 5_000;

export function workerOptions(lockMs: number) {
  return {
    lockDuration: lockMs,
    stalledInterval: lockMs,
    // A job that outlives several dead workers is not to blame for them.
    maxStalledCount: 20,
  } as const;
}

const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 5_000;
const JOB_OPTIONS: JobsOptions = {
  attempts: ATTEMPTS,
  backoff: { type: 'exponential', delay: FIRST_PAUSE_MS },
  // A finished job under its old id would keep a new one out.
  removeOnComplete: true,
  removeOnFail: true,
};
const BATCH = 1_000;
/** Batches under way at once: one is made while the server takes another. */
const BATCHES_AT_ONCE = 3;
const PAGE = 10_000;
/** What a job may take to end by itself: a mail server's patience. */
const CLOSE_PATIENCE_MS = 25_000;
const AWAY_PATIENCE_MS = 2_000;

export function jobQueue<Data extends object>(name: string, queue: BullQueue, asked: Asked): JobQueue<Data> {
  return {
    async add(jobs) {
      // BullMQ counts a delay from a job's timestamp: the database's, so that whoever adds it makes no difference.
      const timestamp = Math.round(Date.now() - asked.skewMs());
      let start = 0;
      const addBatches = async (): Promise<void> => {
        while (start < jobs.length) {
          const batch = jobs.slice(start, (start += BATCH));
          await queue.addBulk(
            batch.map((job) => ({ name, data: job.data, opts: { ...optionsOf(job), timestamp } })),
          );
        }
      };
      await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, addBatches));
    },
    async present(ids) {
      return new Set(await asked.present(ids));
    },
    async *delayedPages() {
      for (let start = 0; ;) {
        const page = await queue.getRanges(['delayed'], start, start + PAGE - 1);
        if (page.length === 0) return;
        const removed = yield page;
        start += page.length - (removed ?? 0);
      }
    },
    async ids(): Promise<QueuedIds> {
      const [delayed, due] = await Promise.all([
        queue.getRanges(['delayed'], 0, -1),
        queue.getRanges(['waiting', 'active'], 0, -1),
      ]);
      return { delayed: new Set(delayed), due: new Set(due) };
    },
    async promote(id) {
      const job = await queue.getJob(id);
      // It may have become due by itself, or be gone, in between.
      await job?.promote().catch(() => undefined);
    },
    async remove(id) {
      await queue.remove(id).catch(() => 0);
    },
  };
}

function optionsOf<Data>({ id, delayMs, oneAtATime }: NewJob<Data>): JobsOptions {
  return {
    ...JOB_OPTIONS,
    ...(id === undefined ? {} : { jobId: id }),
    delay: Math.max(0, Math.ceil(delayMs ?? 0)),
    ...(oneAtATime === undefined ? {} : { deduplication: { id: oneAtATime, keepLastIfActive: true } }),
  };
}

export function processorOf<Data extends object>(
  process: (run: JobRun<Data>) => Promise<JobResult>,
): (job: Job<Data>, token?: string) => Promise<void> {
  return async (job, token) => {
    const lastAttempt = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    const progress = (figures: object): Promise<void> => job.updateProgress(figures);
    const result = await process({ data: job.data, lastAttempt, progress });
    if (result === 'done') return;
    await job.moveToDelayed(Date.now() + result.againInMs, token);
    throw new DelayedError();
  };
}

const READY_PAUSE_MS = 1_000;

/**
 * A worker that runs from the moment its server answers. On PostgreSQL one whose first connection failed is told of that
 * failure again whenever it asks for a job, without a connection being tried: it would turn round for ever, and nothing
 * else in the process would run. So one that did not come about is given up, and another made.
 */
export function runningWhenReady(open: () => IdleWorker, onError: (error: Error) => void): BullWorker {
  const stop = new AbortController();
  const { signal } = stop;
  const isStopped = (): boolean => signal.aborted;
  const begin = async (): Promise<IdleWorker | undefined> => {
    while (!isStopped()) {
      const worker = open();
      const isReady = await worker.waitUntilReady().then(
        () => true,
        () => false,
      );
      if (isReady) {
        if (!isStopped()) worker.run().catch(onError);
        return worker;
      }
      await worker.close(true).catch(onError);
      await sleep(READY_PAUSE_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
    return undefined;
  };
  const begun = begin();
  return {
    pause: async (doNotWaitActive) => (await begun)?.pause(doNotWaitActive),
    resume: async () => (await begun)?.resume(),
    async close(force) {
      stop.abort();
      await (await begun)?.close(force);
    },
  };
}

export interface IdleQueue extends BullQueue {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

/** A queue that is opened when it is first asked, and again as long as its server does not answer: see above. */
export function openedWhenAsked(open: () => IdleQueue): BullQueue & { close(): Promise<void> } {
  let opened: Promise<IdleQueue> | undefined;
  const openAnew = async (): Promise<IdleQueue> => {
    const queue = open();
    try {
      await queue.waitUntilReady();
      return queue;
    } catch (error) {
      opened = undefined;
      await queue.close().catch(() => undefined);
      throw error;
    }
  };
  const ready = (): Promise<IdleQueue> => (opened ??= openAnew());
  return {
    addBulk: async (jobs) => (await ready()).addBulk(jobs),
    getRanges: async (types, start, end) => (await ready()).getRanges(types, start, end),
    getJob: async (id) => (await ready()).getJob(id),
    remove: async (id) => (await ready()).remove(id),
    close: async () => (await opened)?.close(),
  };
}

/** BullMQ waits for its server even to say farewell: for one that is away, for ever. Then only force ends it. */
export function jobWorker(worker: BullWorker, isServerThere: () => boolean, log: Log): JobWorker {
  return {
    pause: () => worker.pause(true),
    resume: () => worker.resume(),
    async close() {
      const isThere = isServerThere();
      const patience = isThere ? CLOSE_PATIENCE_MS : AWAY_PATIENCE_MS;
      if (await isSettledIn(worker.close(!isThere), patience)) return;
      log.warn({}, 'a worker did not finish in time and is left behind; its jobs will be given to another');
    },
  };
}

export async function closeQueues(queues: readonly { close(): Promise<void> }[]): Promise<void> {
  await isSettledIn(Promise.all(queues.map((queue) => queue.close())), AWAY_PATIENCE_MS);
}

async function isSettledIn(work: Promise<unknown>, ms: number): Promise<boolean> {
  const patience = new AbortController();
  const settled = work.then(
    () => true,
    () => true,
  );
  const late = sleep(ms, false, { signal: patience.signal }).catch(() => false);
  try {
    return await Promise.race([settled, late]);
  } finally {
    patience.abort();
  }
}
