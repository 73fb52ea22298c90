import type { Facts } from '@entente/application';
import type { Database } from '@entente/platform';

import type { JobQueue, Queues } from '../queues/queues.js';
import { underLock } from './advisory-lock.js';
import type { OpenStep, Plan, Window } from './plan.js';
import { jobIdOf, type ReminderHint } from './reminder-hint.js';

export interface ReconcilerOptions {
  readonly queues: Queues;
  readonly queue: JobQueue<ReminderHint>;
  readonly facts: Facts;
  readonly database: Database;
  readonly plan: Plan;
  /** Only steps due within these days are in the queue. */
  readonly windowDays?: number;
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
export const OVERDUE_MS = 30_000;
/** Steps in memory at a time, however many are in the window. */
const PAGE = 10_000;
const AT_ONCE = 100;

/** Compares the plan with the queue and makes the queue as the plan wants it, whoever emptied or filled it. */
export class Reconciler {
  readonly #windowMs: number;

  constructor(private readonly options: ReconcilerOptions) {
    this.#windowMs = (options.windowDays ?? WINDOW_DAYS) * DAY_MS;
  }

  /** One process at a time; answers undefined when another one is at it. */
  async reconcile(): Promise<Reconciliation | undefined> {
    const result = await underLock(this.options.database, 'reminder-reconciler', () => this.#reconcile());
    return result === 'busy' ? undefined : result;
  }

  /** Puts an agreement's steps into the queue without looking at anything else. */
  async queueAgreement(space: string, agreementId: string): Promise<void> {
    await this.#add(await this.options.plan.openOf(this.#window(space), agreementId));
  }

  async #reconcile(): Promise<Reconciliation> {
    const { queues, plan } = this.options;
    // Before anything is added: what is emptied while we add takes the mark along and is noticed.
    const wasIntact = await queues.restore();
    const windows = (await plan.spaces()).map((space) => this.#window(space));
    const found = { wanted: 0, missing: 0, overdue: 0 };
    for (const window of windows) {
      for await (const page of readAhead(plan.pages(window, PAGE))) {
        const now = this.#now(window.space);
        found.wanted += page.length;
        found.missing += wasIntact ? await this.#heal(page, now) : await this.#refill(page);
        found.overdue += page.filter(({ atMs }) => atMs <= now - OVERDUE_MS).length;
      }
    }
    // What was emptied holds only what the plan wanted a moment ago.
    return { ...found, surplus: wasIntact ? await this.#removeSurplus(windows) : 0 };
  }

  /** Into what was emptied: nobody needs to be asked what is there, and what somebody added meanwhile is added once. */
  async #refill(page: readonly OpenStep[]): Promise<number> {
    await this.#add(page);
    return page.length;
  }

  /** Adds what is missing and makes due what is due; answers how many were missing. */
  async #heal(page: readonly OpenStep[], now: number): Promise<number> {
    const { queue } = this.options;
    const present = await queue.present(page.map(jobIdOf));
    const missing = page.filter((step) => !present.has(jobIdOf(step)));
    await this.#add(missing);
    // A job waits on this machine's clock; the space's may have been moved on.
    const due = page.filter((step) => step.atMs <= now && present.has(jobIdOf(step)));
    await severally(due, (step) => queue.promote(jobIdOf(step)));
    return missing.length;
  }

  async #removeSurplus(windows: readonly Window[]): Promise<number> {
    const { queue, plan } = this.options;
    const pages = queue.delayedPages();
    let removed = 0;
    for (let page = await pages.next(); page.done !== true;) {
      const wanted = await plan.wanted(windows, page.value);
      const surplus = page.value.filter((id) => !wanted.has(id));
      await severally(surplus, (id) => queue.remove(id));
      removed += surplus.length;
      page = await pages.next(surplus.length);
    }
    return removed;
  }

  /** Steps of one space. */
  async #add(steps: readonly OpenStep[]): Promise<void> {
    const [first] = steps;
    if (!first) return;
    // At the last moment: a delay is counted from when it is given.
    const now = this.#now(first.space);
    await this.options.queue.add(
      steps.map((step) => {
        const { atMs, ...data } = step;
        return { id: jobIdOf(step), data, delayMs: atMs - now };
      }),
    );
  }

  #window(space: string): Window {
    return { space, until: new Date(this.#now(space) + this.#windowMs).toISOString() };
  }

  #now(space: string): number {
    return Date.parse(this.options.facts.now(space));
  }
}

/** Many at once, but not all: each is a question to the server. */
async function severally<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await Promise.all(items.slice(start, start + AT_ONCE).map(work));
  }
}

/** The next page is read while the one before is worked on. */
async function* readAhead<Page>(pages: AsyncGenerator<Page, void, undefined>): AsyncGenerator<Page> {
  let next = pages.next();
  for (let page = await next; page.done !== true; page = await next) {
    next = pages.next();
    // Whoever stops in the midst never asks how it went.
    next.catch(() => undefined);
    yield page.value;
  }
}
