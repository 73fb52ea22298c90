import { silentLog, type Log } from '@entente/platform';

import type { JobQueue, JobRun, JobWorker, Queues } from '../queues/queues.js';

export interface ProjectionJobsOptions {
  readonly queues: Queues;
  /** Names of the consumers of this installation. */
  readonly consumers: readonly string[];
  /** Brings one consumer up to the end of the log; told twice at once, it must be harmless. */
  readonly catchUp: (consumer: string) => Promise<void>;
  /** How far a consumer's rebuild is; undefined while none is under way. */
  readonly progressOf?: (consumer: string) => Promise<object | undefined>;
  readonly log?: Log;
  /** How often every consumer is called without being woken. */
  readonly everyMs?: number;
  /** How often the progress of a running job is shown. */
  readonly progressMs?: number;
}

const EVERY_MS = 60_000;
const CONCURRENCY = 4;
const PROGRESS_MS = 1_000;

/** The net under the wake-ups: a job per consumer, one at a time, that calls its catch-up again until it succeeds. */
export class ProjectionJobs {
  readonly #queue: JobQueue<{ consumer: string }>;
  readonly #log: Log;
  #worker: JobWorker | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: ProjectionJobsOptions) {
    this.#queue = options.queues.queue('projections');
    this.#log = options.log ?? silentLog;
  }

  start(): void {
    const { queues, everyMs = EVERY_MS } = this.options;
    this.#worker = queues.work<{ consumer: string }>('projections', CONCURRENCY, async (run) => {
      // A queue that outlived a deployment may name a consumer that is no more.
      if (this.options.consumers.includes(run.data.consumer)) await this.#catchUp(run);
      return 'done';
    });
    void this.wake();
    this.#timer = setInterval(() => void this.wake(), everyMs).unref();
  }

  /** Asks for a catch-up. Never throws: a queue that is away is made good by the next wake-up. */
  async wake(consumers: readonly string[] = this.options.consumers): Promise<void> {
    try {
      await this.#queue.add(consumers.map((consumer) => ({ data: { consumer }, oneAtATime: consumer })));
    } catch (error) {
      this.#log.warn({ err: error }, 'projections could not be queued');
    }
  }

  /** Most take milliseconds; one that takes seconds shows in the queue how far its rebuild is. */
  async #catchUp(run: JobRun<{ consumer: string }>): Promise<void> {
    const { consumer } = run.data;
    const { catchUp, progressOf } = this.options;
    const showing = setInterval(() => {
      void (async () => {
        const figures = await progressOf?.(consumer);
        if (figures !== undefined) await run.progress(figures);
      })().catch((error: unknown) => {
        this.#log.debug({ consumer, err: error }, 'the progress could not be shown');
      });
    }, this.options.progressMs ?? PROGRESS_MS);
    try {
      await catchUp(consumer);
    } finally {
      clearInterval(showing);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#worker?.close();
  }
}
