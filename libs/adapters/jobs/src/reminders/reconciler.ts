import type { Facts } from '@entente/application';
import { silentLog, type Database, type Log } from '@entente/platform';

import type { JobQueue, Queues } from '../queues/queues.js';
import { underLock } from './advisory-lock.js';
import { Plan, type OpenStep } from './plan.js';
import { jobIdOf, type ReminderHint } from './reminder-hint.js';

export interface ReconcilerOptions {
  readonly queues: Queues;
  readonly queue: JobQueue<ReminderHint>;
  readonly facts: Facts;
  readonly database: Database;
  /** Acts on an overdue step at once, without the queue. */
  readonly run: (hint: ReminderHint) => Promise<unknown>;
  /** Only steps due within these days are in the queue. */
  readonly windowDays?: number;
  readonly log?: Log;
}

export interface Reconciliation {
  /** Steps that belong into the queue. */
  readonly wanted: number;
  /** Of them, those that were not there. */
  readonly missing: number;
  /** Jobs of steps that are no more, or not yet. */
  readonly surplus: number;
  /** Steps whose time passed a while ago and that are still open. */
  readonly overdue: number;
}

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 7;
/** A step this late is not left to the queue alone. */
const OVERDUE_MS = 30_000;
const MAX_OVERDUE = 200;
const OVERDUE_AT_ONCE = 4;

/** Compares the plan with the queue and makes the queue as the plan wants it, whoever emptied or filled it. */
export class Reconciler {
  readonly #plan: Plan;
  readonly #log: Log;
  readonly #windowMs: number;

  constructor(private readonly options: ReconcilerOptions) {
    this.#plan = new Plan(options.database);
    this.#log = options.log ?? silentLog;
    this.#windowMs = (options.windowDays ?? WINDOW_DAYS) * DAY_MS;
  }

  /** One process at a time; answers undefined when another one is at it. */
  async reconcile(): Promise<Reconciliation | undefined> {
    const result = await underLock(this.options.database, 'reminder-reconciler', () => this.#reconcile());
    return result === 'busy' ? undefined : result;
  }

  /** Puts an agreement's steps into the queue without looking at anything else. */
  async queueAgreement(space: string, agreementId: string): Promise<void> {
    const until = new Date(this.#now(space) + this.#windowMs).toISOString();
    await this.#add(await this.#plan.openOf(space, agreementId, until));
  }

  /**
   * Acts on the steps whose time passed a while ago and that are still open, the oldest first, whether or not there is
   * a queue. Reminders go out while it is away, too.
   */
  async runOverdue(signal: AbortSignal): Promise<void> {
    const left: OpenStep[] = [];
    for (const space of await this.#plan.spaces()) {
      const until = new Date(this.#now(space) - OVERDUE_MS).toISOString();
      left.push(...(await this.#plan.open(space, until, MAX_OVERDUE)));
    }
    const runOneByOne = async (): Promise<void> => {
      for (let step = left.shift(); step && !signal.aborted; step = left.shift()) {
        const { atMs: _, ...hint } = step;
        await this.options.run(hint).catch((error: unknown) => {
          this.#log.warn({ ...hint, err: error }, 'an overdue reminder did not go out yet');
        });
      }
    };
    await Promise.all(Array.from({ length: OVERDUE_AT_ONCE }, runOneByOne));
  }

  async #reconcile(): Promise<Reconciliation> {
    const { queues, queue } = this.options;
    // Before anything is added: what is emptied while we add takes the mark along and is noticed.
    await queues.restore();
    const wanted = await this.#wanted();
    const { delayed, due } = await queue.ids();
    const missing = wanted.filter((step) => !delayed.has(jobIdOf(step)) && !due.has(jobIdOf(step)));
    await this.#add(missing);
    const wantedIds = new Set(wanted.map(jobIdOf));
    const surplus = [...delayed].filter((id) => !wantedIds.has(id));
    for (const id of surplus) await queue.remove(id);
    const isDue = (step: OpenStep): boolean => step.atMs <= this.#now(step.space);
    // A job waits on this machine's clock; the space's may have been moved on.
    for (const step of wanted) {
      if (isDue(step) && delayed.has(jobIdOf(step))) await queue.promote(jobIdOf(step));
    }
    const overdue = wanted.filter((step) => step.atMs <= this.#now(step.space) - OVERDUE_MS).length;
    return { wanted: wanted.length, missing: missing.length, surplus: surplus.length, overdue };
  }

  async #wanted(): Promise<OpenStep[]> {
    const all: OpenStep[] = [];
    for (const space of await this.#plan.spaces()) {
      all.push(...(await this.#plan.open(space, new Date(this.#now(space) + this.#windowMs).toISOString())));
    }
    return all;
  }

  async #add(steps: readonly OpenStep[]): Promise<void> {
    await this.options.queue.add(
      steps.map((step) => {
        const { atMs, ...data } = step;
        return { id: jobIdOf(step), data, delayMs: atMs - this.#now(step.space) };
      }),
    );
  }

  #now(space: string): number {
    return Date.parse(this.options.facts.now(space));
  }
}
