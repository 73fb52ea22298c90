import { setTimeout as sleep } from 'node:timers/promises';

import type { Consumer, Log, Reactor } from '@entente/platform';
import { silentLog } from '@entente/platform';

import type { JobQueue, JobWorker, Queues } from '../queues/queues.js';
import { closeEndedReminders } from './close-ended-reminders.js';
import { PlanConsumer } from './plan-consumer.js';
import { PlanListener } from './plan-listener.js';
import { Reconciler, type Reconciliation } from './reconciler.js';
import type { ReminderHint } from './reminder-hint.js';
import type { ReminderPorts } from './reminder-ports.js';
import { ReminderProcessor } from './reminder-processor.js';

export interface ReminderJobsOptions extends ReminderPorts {
  readonly queues: Queues;
  /** Only steps due within these days are in the queue; default 7. */
  readonly windowDays?: number;
  readonly reconcileEveryMs?: number;
  readonly checkMarkEveryMs?: number;
}

const QUEUE = 'reminders';
const CONCURRENCY = 4;
const RECONCILE_EVERY_MS = 5 * 60_000;
const CHECK_MARK_EVERY_MS = 1_000;
/** Pause before asking again whether another process is done with its comparison. */
const OTHERS_MS = 500;
/** Reminders from the plan to the mailbox: what the engine starts and stops. */
export class ReminderJobs {
  /** To be run by the consumer runtime, in a process that may have no worker. */
  readonly plan: Consumer;
  readonly closeEnded: Reactor;
  readonly #processor: ReminderProcessor;
  readonly #reconciler: Reconciler;
  readonly #listener: PlanListener;
  readonly #log: Log;
  readonly #stop = new AbortController();
  readonly #changed = new Map<string, { readonly space: string; readonly agreementId: string }>();
  #last: Reconciliation | undefined;
  #reconciling: Promise<void> | undefined;
  #reconcilingNext: Promise<void> | undefined;
  #queueing: Promise<void> | undefined;
  #overdue: Promise<void> | undefined;
  #worker: JobWorker | undefined;
  #loops: Promise<void>[] = [];

  constructor(private readonly options: ReminderJobsOptions) {
    const { queues, facts, database, windowDays, log = silentLog } = options;
    const queue: JobQueue<ReminderHint> = queues.queue(QUEUE);
    this.#log = log;
    this.#processor = new ReminderProcessor(options);
    this.#reconciler = new Reconciler({
      queues,
      queue,
      facts,
      database,
      log,
      run: (hint) => this.#processor.run(hint, false),
      ...(windowDays === undefined ? {} : { windowDays }),
    });
    this.plan = new PlanConsumer();
    this.#listener = new PlanListener(
      database,
      {
        changed: (space, agreementId) => {
          this.#changed.set(`${space}/${agreementId}`, { space, agreementId });
          this.#queueing ??= this.#queueChanged();
        },
        everythingChanged: () => void this.reconcile(),
      },
      log,
    );
    this.closeEnded = closeEndedReminders(facts);
  }

  /** Starts the worker and the reconciler, which runs at once. */
  start(): void {
    const {
      queues,
      reconcileEveryMs = RECONCILE_EVERY_MS,
      checkMarkEveryMs = CHECK_MARK_EVERY_MS,
    } = this.options;
    this.#worker = queues.work<ReminderHint>(QUEUE, CONCURRENCY, ({ data, lastAttempt }) =>
      this.#processor.run(data, lastAttempt),
    );
    // Its connection begins with a reconciliation.
    this.#listener.start();
    this.#loops = [
      this.#repeat(reconcileEveryMs, () => this.reconcile()),
      this.#repeat(checkMarkEveryMs, () => this.#checkMark()),
    ];
  }

  /**
   * Also to be called after a space's clock was moved. What is asked for during a comparison is answered by the next
   * one, which sees what changed since. Never throws; a failure is made good by the next time.
   */
  reconcile(): Promise<void> {
    if (this.#reconciling) {
      this.#reconcilingNext ??= this.#reconciling.then(() => {
        this.#reconcilingNext = undefined;
        return this.reconcile();
      });
      return this.#reconcilingNext;
    }
    this.#reconciling = this.#reconcile().finally(() => {
      this.#reconciling = undefined;
    });
    return this.#reconciling;
  }

  /** What the last comparison found before it healed: how many reminders the queue lacked or had too many. */
  get difference(): number {
    return this.#last ? this.#last.missing + this.#last.surplus : 0;
  }

  get lastReconciliation(): Reconciliation | undefined {
    return this.#last;
  }

  /** Waits for reminders under way. The queues are closed by who opened them. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#listener.stop();
    await this.#worker?.close();
    await Promise.all([...this.#loops, this.#reconciling, this.#reconcilingNext, this.#queueing]);
    await this.#overdue;
  }

  async #reconcile(): Promise<void> {
    try {
      const found = await this.#reconcileWhenFree();
      if (!found) return;
      this.#last = found;
      if (found.missing + found.surplus > 0) this.#log.info(found, 'the queue of reminders was healed');
    } catch (error) {
      this.#log.warn({ err: error }, 'the queue of reminders could not be compared with the plan');
    } finally {
      this.#overdue ??= this.#runOverdue();
    }
  }

  /** Another process that is at it may have looked at the plan before what we know of. */
  async #reconcileWhenFree(): Promise<Reconciliation | undefined> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const found = await this.#reconciler.reconcile();
      if (found) return found;
      await sleep(OTHERS_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
    return undefined;
  }

  /** Apart from the comparison, which must not wait for a mail server. */
  async #runOverdue(): Promise<void> {
    try {
      await this.#reconciler.runOverdue(this.#stop.signal);
    } catch (error) {
      this.#log.warn({ err: error }, 'overdue reminders could not be looked for');
    } finally {
      this.#overdue = undefined;
    }
  }

  async #checkMark(): Promise<void> {
    // The first comparison, which is under way, leaves the mark: until then its absence says nothing.
    if (!this.#last) return;
    const isIntact = await this.options.queues.isIntact().catch(() => true);
    if (isIntact) return;
    this.#log.warn({}, 'the queue was emptied; it is filled again from the plan');
    await this.reconcile();
  }

  async #queueChanged(): Promise<void> {
    try {
      for (const [key, { space, agreementId }] of this.#changed) {
        this.#changed.delete(key);
        await this.#reconciler.queueAgreement(space, agreementId);
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'new reminders could not be queued yet');
    } finally {
      this.#queueing = undefined;
    }
  }

  async #repeat(everyMs: number, work: () => Promise<void>): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      await work();
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
