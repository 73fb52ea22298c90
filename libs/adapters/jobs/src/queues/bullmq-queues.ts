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

export interface BullWorker {
  close(force?: boolean): Promise<void>;
}

/** A worker that dies is noticed after this time, and its jobs given to another. */
const LOCK_MS = 5_000;
export const workerOptions = {
  lockDuration: LOCK_MS,
  stalledInterval: LOCK_MS,
  // A job that outlives several dead workers is not to blame for them.
  maxStalledCount: 20,
} as const;

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
const CLOSE_PATIENCE_MS = 30_000;

export function jobQueue<Data extends object>(name: string, queue: BullQueue): JobQueue<Data> {
  return {
    async add(jobs) {
      for (let start = 0; start < jobs.length; start += BATCH) {
        await queue.addBulk(
          jobs.slice(start, start + BATCH).map((job) => ({ name, data: job.data, opts: optionsOf(job) })),
        );
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
    const result = await process({ data: job.data, lastAttempt });
    if (result === 'done') return;
    await job.moveToDelayed(Date.now() + result.againInMs, token);
    throw new DelayedError();
  };
}

/** A server that is away makes a worker wait for ever for its own farewell. */
export function jobWorker(worker: BullWorker, log: Log): JobWorker {
  return {
    async close() {
      const closed = worker.close().then(() => true);
      const patience = new AbortController();
      const inTime = await Promise.race([
        closed,
        sleep(CLOSE_PATIENCE_MS, false, { signal: patience.signal }),
      ]);
      patience.abort();
      if (inTime) return;
      log.warn({}, 'a worker did not finish in time and is left behind; its jobs will be given to another');
      await worker.close(true);
    },
  };
}
