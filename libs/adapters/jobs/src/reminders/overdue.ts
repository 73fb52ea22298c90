import type { Facts } from '@entente/application';
import type { Log } from '@entente/platform';

import type { JobResult } from '../queues/queues.js';
import type { OpenStep, Plan } from './plan.js';
import { jobIdOf, type ReminderHint } from './reminder-hint.js';

export interface OverdueOptions {
  readonly plan: Plan;
  readonly facts: Facts;
  /** Acts on a step at once, without the queue. */
  readonly run: (hint: ReminderHint) => Promise<JobResult>;
  readonly log: Log;
}

const PAGE = 200;
const AT_ONCE = 4;
/** What failed is left alone for this long, so that it keeps nobody else waiting; what is not yet to go out, at most. */
const PAUSE_MS = 60_000;

/** Acts on steps whose time has passed, the oldest first, from the plan itself: reminders need no queue to go out. */
export class Overdue {
  /** When those are looked at again that failed, or that wait for somebody's hours; on this process's own clock. */
  readonly #notBefore = new Map<string, number>();

  constructor(private readonly options: OverdueOptions) {}

  /** Those that are this late. Never throws for one step's sake. */
  async run(lateMs: number, signal: AbortSignal): Promise<void> {
    const { plan, facts } = this.options;
    this.#forgetThePast();
    for (const space of await plan.spaces()) {
      const until = new Date(Date.parse(facts.now(space)) - lateMs).toISOString();
      for await (const page of plan.pages({ space, until }, PAGE)) {
        await this.#runAll(page, signal);
        if (signal.aborted) return;
      }
    }
  }

  async #runAll(page: readonly OpenStep[], signal: AbortSignal): Promise<void> {
    const left = page.filter((step) => !this.#notBefore.has(jobIdOf(step)));
    const runOneByOne = async (): Promise<void> => {
      for (let step = left.shift(); step && !signal.aborted; step = left.shift()) await this.#runOne(step);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, runOneByOne));
  }

  async #runOne({ atMs: _, ...hint }: OpenStep): Promise<void> {
    try {
      const result = await this.options.run(hint);
      if (result !== 'done') this.#pause(hint, Math.min(result.againInMs, PAUSE_MS));
    } catch (error) {
      this.#pause(hint, PAUSE_MS);
      this.options.log.warn({ ...hint, err: error }, 'an overdue reminder did not go out yet');
    }
  }

  #pause(hint: ReminderHint, ms: number): void {
    this.#notBefore.set(jobIdOf(hint), performance.now() + ms);
  }

  #forgetThePast(): void {
    const now = performance.now();
    for (const [id, at] of this.#notBefore) if (at <= now) this.#notBefore.delete(id);
  }
}
