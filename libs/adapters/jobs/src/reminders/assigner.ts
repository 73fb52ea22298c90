import { silentLog } from '@entente/platform';
import { isRecorded, recipientsOf, whyUnsaid, type Recipient, type Reminders } from '@entente/reminder';

import type { Deliveries } from './deliveries/deliveries.js';
import { deliveryKey, type Assignment } from './deliveries/delivery.js';
import { keptSince } from './deliveries/kept.js';
import { restoreDeliveries } from './deliveries/restore.js';
import { dueStep, see, type DueStep } from './due-step.js';
import { assignmentOf, Holders } from './recipients.js';
import type { ReminderPorts } from './reminder-ports.js';

/** No clock is further ahead of another than this: nobody's nine o'clock comes earlier before that of a deadline. */
const AHEAD_MS = 26 * 3_600_000;
/** What became due since the last look is assigned by its own job. */
const LOOK_EVERY_MS = 60_000;
const AT_ONCE = 4;

/**
 * Says ahead of time who is to be reminded of what and when, so that all of a person's reminders of a day are known when
 * the first of them goes out.
 */
export class Assigner {
  readonly #lookedAt = new Map<string, number>();
  /** Spaces of which the log tells of no reminder either. */
  readonly #silent = new Set<string>();
  readonly #looking = new Map<string, Promise<void>>();

  constructor(
    private readonly ports: ReminderPorts,
    private readonly deliveries: Deliveries,
  ) {}

  /** Before anything goes out in a space: what is due by now, or soon, is assigned. */
  async ready(space: string): Promise<void> {
    const since = this.#now(space) - (this.#lookedAt.get(space) ?? Number.NEGATIVE_INFINITY);
    // A space's clock may have been moved back.
    if (since >= 0 && since < LOOK_EVERY_MS) return;
    const looking = this.#looking.get(space) ?? this.assignAhead(space);
    this.#looking.set(space, looking);
    try {
      await looking;
    } finally {
      this.#looking.delete(space);
    }
  }

  async assignAhead(space: string): Promise<void> {
    const { log = silentLog } = this.ports;
    const now = this.#now(space);
    await this.#restore(space);
    const until = new Date(now + AHEAD_MS).toISOString();
    const left = [...(await this.deliveries.unassigned(space, until))];
    const holders = new Holders(this.ports);
    const oneByOne = async (): Promise<void> => {
      for (let id = left.shift(); id !== undefined; id = left.shift()) {
        try {
          await this.#assignAgreement(space, id, until, holders);
        } catch (error) {
          // One that cannot be read keeps nobody else waiting.
          log.warn({ space, agreementId: id, err: error }, 'reminders could not be assigned yet');
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, oneByOne));
    this.#lookedAt.set(space, now);
  }

  /** Assigns one step to whoever it is for and nothing is recorded of; answers what it can be assigned to. */
  async assign(
    due: DueStep,
    recipients: readonly Recipient[],
    reminders: Reminders,
    holders: Holders,
  ): Promise<readonly Assignment[]> {
    const found = await this.#assignmentsOf(due, recipients, reminders, holders);
    await this.deliveries.assign(found);
    return found;
  }

  /** Whoever was told something today is known again before anything goes out. */
  async #restore(space: string): Promise<void> {
    if (!(await this.deliveries.isEmpty(space))) this.#silent.delete(space);
    else if (!this.#silent.has(space)) {
      this.#silent.add(space);
      await restoreDeliveries(this.ports, this.deliveries, space, keptSince(this.ports, space));
    }
  }

  async #assignAgreement(space: string, agreementId: string, until: string, holders: Holders): Promise<void> {
    const seen = await see(this.ports.facts, space, agreementId);
    const now = this.ports.facts.now(space);
    const found: Assignment[] = [];
    for (const step of seen.plan) {
      const due = dueStep(seen, step);
      if (!due || step.kind !== 'remind' || step.at > until || whyUnsaid(step, seen.plan, now)) continue;
      const recipients = recipientsOf(step, due.agreement, seen.reminders);
      found.push(...(await this.#assignmentsOf(due, recipients, seen.reminders, holders)));
    }
    await this.deliveries.assign(found);
  }

  async #assignmentsOf(
    due: DueStep,
    recipients: readonly Recipient[],
    reminders: Reminders,
    holders: Holders,
  ): Promise<readonly Assignment[]> {
    const found: Assignment[] = [];
    for (const recipient of recipients) {
      if (recipient.heldBack !== undefined || isRecorded(reminders, due.planned, recipient.positionId))
        continue;
      const holder = await holders.of(due, recipient);
      if (holder) found.push(await assignmentOf(this.ports.facts, due, recipient.positionId, holder));
    }
    return found;
  }

  #now(space: string): number {
    return Date.parse(this.ports.facts.now(space));
  }
}

export function keysOf(assignments: readonly Assignment[]): readonly string[] {
  return assignments.map(deliveryKey);
}
