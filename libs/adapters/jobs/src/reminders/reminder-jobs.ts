import { setTimeout as sleep } from 'node:timers/promises';

import type { Consumer, Log, Reactor } from '@entente/platform';
import { silentLog } from '@entente/platform';

import type { JobQueue, JobResult, JobRun, JobWorker, Queues } from '../queues/queues.js';
import { closeEndedReminders } from './close-ended-reminders.js';
import { Deliveries } from './deliveries/deliveries.js';
import { keptSince } from './deliveries/kept.js';
import type { ReminderFigures } from './figures.js';
import { Lateness } from './lateness.js';
import { MachineClock } from './machine-clock.js';
import { Overdue } from './overdue.js';
import { Plan } from './plan.js';
import { PlanConsumer } from './plan-consumer.js';
import { PlanListener } from './plan-listener.js';
import { OVERDUE_MS, Reconciler, type Reconciliation } from './reconciler.js';
import { jobIdOf, type ReminderHint } from './reminder-hint.js';
import type { ReminderPorts } from './reminder-ports.js';
import { ReminderProcessor } from './reminder-processor.js';
import { repeatedly } from './repeatedly.js';

export interface ReminderJobsOptions extends ReminderPorts {
  readonly queues: Queues;
  /** Only steps due within these days are in the queue; default 7. */
  readonly windowDays?: number;
  readonly reconcileEveryMs?: number;
  /** How often the queue is looked at for having been emptied, and this machine's clock for being wrong. */
  readonly watchEveryMs?: number;
  /** Milliseconds by which this machine's clock is ahead of the database's, at the moment of asking; default: none. */
  readonly skewMs?: () => number;
}

const QUEUE = 'reminders';
const CONCURRENCY = 4;
const RECONCILE_EVERY_MS = 5 * 60_000;
const WATCH_EVERY_MS = 1_000;
const EARLY_EVERY_MS = 10_000;
const PRUNE_EVERY_MS = 6 * 3_600_000;
/** Pause before asking again whether another process is done with its comparison. */
const OTHERS_MS = 500;

/** Reminders from the plan to the mailbox: what the engine starts and stops. */
export class ReminderJobs {
  /** To be run by the consumer runtime, in a process that may have no worker. */
  readonly plan: Consumer;
  readonly closeEnded: Reactor;
  readonly #plan: Plan;
  readonly #queue: JobQueue<ReminderHint>;
  readonly #processor: ReminderProcessor;
  readonly #reconciler: Reconciler;
  readonly #overdue: Overdue;
  readonly #listener: PlanListener;
  readonly #clock: MachineClock;
  readonly #lateness = new Lateness();
  readonly #log: Log;
  readonly #stop = new AbortController();
  readonly #changed = new Map<string, { readonly space: string; readonly agreementId: string }>();
  #last: Reconciliation | undefined;
  #reconciling: Promise<void> | undefined;
  #reconcilingNext: Promise<void> | undefined;
  #queueing: Promise<void> | undefined;
  #runningOverdue: Promise<void> | undefined;
  #worker: JobWorker | undefined;
  #isAway = false;
  /** The last comparison failed, perhaps after it had left the mark. */
  #isUncompared = false;
  #loops: Promise<void>[] = [];

  constructor(private readonly options: ReminderJobsOptions) {
    const { queues, facts, database, windowDays, skewMs = () => 0, log = silentLog } = options;
    const plan = new Plan(database);
    this.#plan = plan;
    this.#queue = queues.queue(QUEUE);
    this.#log = log;
    this.#processor = new ReminderProcessor(options, (ms) => {
      this.#lateness.add(ms);
    });
    this.#reconciler = new Reconciler({
      queues,
      queue: this.#queue,
      facts,
      database,
      plan,
      ...(windowDays === undefined ? {} : { windowDays }),
    });
    this.#overdue = new Overdue({ plan, facts, log, run: (hint) => this.#processor.run(hint, false) });
    this.#clock = new MachineClock({ skewMs, log, putRight: (hint) => this.#putRight(hint) });
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
    const { queues, reconcileEveryMs = RECONCILE_EVERY_MS, watchEveryMs = WATCH_EVERY_MS } = this.options;
    this.#worker = queues.work<ReminderHint>(QUEUE, CONCURRENCY, (run) => this.#process(run));
    const { signal } = this.#stop;
    // Its connection begins with a reconciliation.
    this.#listener.start();
    this.#loops = [
      repeatedly(reconcileEveryMs, signal, () => this.reconcile()),
      repeatedly(watchEveryMs, signal, () => this.#watch()),
      repeatedly(PRUNE_EVERY_MS, signal, () => this.#prune()),
      repeatedly(EARLY_EVERY_MS, signal, () => this.#processor.early.run(signal)),
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

  /** Compares and heals once, and sends nothing; for a process that does not work. Throws when the queue is away. */
  async compare(): Promise<Reconciliation | undefined> {
    return this.#reconcileWhenFree();
  }

  get figures(): ReminderFigures {
    return {
      from: this.#isLeftToPlan() ? 'plan' : 'queue',
      lateness: this.#lateness.figures,
      ...(this.#last ? { compared: this.#last } : {}),
    };
  }

  /** Waits for reminders under way. The queues are closed by who opened them. */
  async close(): Promise<void> {
    this.#stop.abort();
    await this.#listener.stop();
    await this.#worker?.close();
    await Promise.all([...this.#loops, this.#reconciling, this.#reconcilingNext, this.#queueing]);
    await this.#runningOverdue;
  }

  async #reconcile(): Promise<void> {
    try {
      const found = await this.#reconcileWhenFree();
      if (!found) return;
      this.#last = found;
      this.#isUncompared = false;
      if (found.missing + found.surplus > 0) this.#log.info(found, 'the queue of reminders was healed');
    } catch (error) {
      this.#isUncompared = true;
      this.#log.warn({ err: error }, 'the queue of reminders could not be compared with the plan');
    } finally {
      this.#runOverdue(OVERDUE_MS);
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
  #runOverdue(lateMs: number): void {
    this.#runningOverdue ??= this.#overdue
      .run(lateMs, this.#stop.signal)
      .catch((error: unknown) => {
        this.#log.warn({ err: error }, 'overdue reminders could not be looked for');
      })
      .finally(() => {
        this.#runningOverdue = undefined;
      });
  }

  async #process({ data, lastAttempt }: JobRun<ReminderHint>): Promise<JobResult> {
    const result = await this.#processor.run(data, lastAttempt);
    if (result !== 'done') this.#clock.givenBack(data);
    return result;
  }

  /** Whatever is wrong with the queue or with the clock it is read by, what is due goes out. */
  async #watch(): Promise<void> {
    try {
      await this.#clock.mind(this.#worker);
      await this.#mindQueue();
    } catch (error) {
      this.#log.warn({ err: error }, 'the queue of reminders could not be looked after');
    }
    if (this.#isLeftToPlan()) this.#runOverdue(0);
  }

  async #mindQueue(): Promise<void> {
    // The first comparison, which is under way, leaves the mark: until then its absence says nothing.
    if (!this.#last && !this.#isUncompared) return;
    const mark = await this.options.queues.isIntact().catch(() => 'away' as const);
    this.#isAway = mark === 'away';
    if (mark === false) this.#log.warn({}, 'the queue was emptied; it is filled again from the plan');
    if (mark === false || (mark === true && this.#isUncompared)) this.#reconcileSoon();
  }

  /** Not a second time while one is under way. */
  #reconcileSoon(): void {
    if (!this.#reconciling) void this.reconcile();
  }

  #isLeftToPlan(): boolean {
    return this.#clock.isPaused || this.#isAway;
  }

  /** Another time makes good what fails. */
  async #prune(): Promise<void> {
    const { database } = this.options;
    try {
      const deliveries = new Deliveries(database);
      for (const space of await this.#plan.spaces())
        await deliveries.prune(space, keptSince(this.options, space));
    } catch (error) {
      this.#log.warn({ err: error }, 'old deliveries could not be removed');
    }
  }

  async #putRight(hint: ReminderHint): Promise<void> {
    await this.#queue.remove(jobIdOf(hint));
    await this.#reconciler.queueAgreement(hint.space, hint.agreementId);
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
}
