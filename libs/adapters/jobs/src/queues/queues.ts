/** A job as we know it: what it is about, by ids only, and when. */
export interface NewJob<Data> {
  /** Deterministic; no colon. The same id again while the job is there is no second job. Absent: any. */
  readonly id?: string;
  readonly data: Data;
  readonly delayMs?: number;
  /** At most one waits under this name; one more is remembered while one runs. */
  readonly oneAtATime?: string;
}

export interface QueuedIds {
  readonly delayed: ReadonlySet<string>;
  /** Waiting for a worker or running. */
  readonly due: ReadonlySet<string>;
}

export interface JobQueue<Data> {
  add(jobs: readonly NewJob<Data>[]): Promise<void>;
  /** All of them at once: for a queue known to be small. */
  ids(): Promise<QueuedIds>;
  /** Of these ids, those that are in the queue, in whatever state. */
  present(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * The delayed ones, page by page. One that comes or goes meanwhile may be told twice or not at all; whoever takes some
   * away says how many through `next`.
   */
  delayedPages(): AsyncGenerator<readonly string[], void, number | undefined>;
  /** Makes a delayed job due at once; harmless when it is not delayed any more. */
  promote(id: string): Promise<void>;
  /** Harmless when it is running or gone. */
  remove(id: string): Promise<void>;
}

/** What became of a job: finished, or to be given again later. A thrown error is tried again with growing pauses. */
export type JobResult = 'done' | { readonly againInMs: number };

export interface JobRun<Data> {
  readonly data: Data;
  /** An error now ends the job. */
  readonly lastAttempt: boolean;
  /** Shows whoever looks at the queue how far it is. */
  progress(figures: object): Promise<void>;
}

export interface JobWorker {
  /** Takes no more jobs; what is running goes on. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Waits for what is running. */
  close(): Promise<void>;
}

/** Queues on Redis or PostgreSQL. Nothing in them is truth: they may be emptied at any moment. */
export interface Queues {
  readonly kind: 'redis' | 'postgres';
  queue<Data extends object>(name: string): JobQueue<Data>;
  work<Data extends object>(
    name: string,
    concurrency: number,
    process: (run: JobRun<Data>) => Promise<JobResult>,
  ): JobWorker;
  /** Whether the mark that `restore` left is still there: gone, when everything else is gone with it. */
  isIntact(): Promise<boolean>;
  /** Makes the queues usable again after they were emptied or dropped, and leaves the mark; answers whether it was there. */
  restore(): Promise<boolean>;
  /** Close the workers first. */
  close(): Promise<void>;
}
