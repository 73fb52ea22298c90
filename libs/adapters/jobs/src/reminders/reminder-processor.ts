import { setTimeout as sleep } from 'node:timers/promises';

import { recipientsOf, whyMoot, whyUnsaid, type Recipient } from '@entente/reminder';
import { silentLog, type Log } from '@entente/platform';

import type { JobResult } from '../queues/queues.js';
import { underLock } from './advisory-lock.js';
import { Assigner, keysOf } from './assigner.js';
import { closeEnded } from './close-ended-reminders.js';
import { Deliveries } from './deliveries/deliveries.js';
import type { Assignment } from './deliveries/delivery.js';
import { dispatch, ReminderNotDelivered } from './dispatch.js';
import { dueStep, see, type DueStep, type Seen } from './due-step.js';
import { EarlyReminders } from './early-reminders.js';
import { escalate } from './escalate.js';
import { markMissed } from './mark-missed.js';
import { Plan } from './plan.js';
import { Holders } from './recipients.js';
import { jobIdOf, type ReminderHint } from './reminder-hint.js';
import type { ReminderPorts } from './reminder-ports.js';
import { suppress } from './suppress.js';

/** A job that comes this early waits in place; an earlier one is given back. */
const MAX_WAIT_MS = 5_000;
/** Somebody else is at this reminder, or at the person's: looked at again, should they die over it. */
const BUSY_PAUSE_MS = 1_000;

/** A step that is due and those it is assigned to; nothing is left to do when it is nobody. */
interface Assigned {
  readonly assignments: readonly Assignment[];
  readonly lateMs: number;
}

/**
 * What a job asks for is never believed: the agreement is read again, and its reminders, under a lock of the one step,
 * and the space's clock says whether it is time. So a job may come early, late, twice or not at all. Messages are the
 * people's: each goes out under a lock of the person it is for.
 */
export class ReminderProcessor {
  readonly early: EarlyReminders;
  readonly #log: Log;
  readonly #deliveries: Deliveries;
  readonly #assigner: Assigner;

  constructor(
    private readonly ports: ReminderPorts,
    /** Told how late each reminder went out, and each other step was acted on, in milliseconds. */
    private readonly acted: (lateMs: number) => void = () => undefined,
  ) {
    this.#log = ports.log ?? silentLog;
    this.#deliveries = new Deliveries(ports.database);
    this.#assigner = new Assigner(ports, this.#deliveries);
    const dispatchTo = (space: string, personId: string): Promise<boolean> =>
      this.#dispatchTo(space, personId, new Holders(ports), false);
    this.early = new EarlyReminders(
      ports,
      new Plan(ports.database),
      this.#deliveries,
      this.#assigner,
      dispatchTo,
    );
  }

  /** Throws when a message was not delivered and another attempt may help. */
  async run(hint: ReminderHint, lastAttempt: boolean): Promise<JobResult> {
    await this.#assigner.ready(hint.space);
    const holders = new Holders(this.ports);
    const result = await underLock(this.ports.database, `reminder:${hint.space}:${jobIdOf(hint)}`, () =>
      this.#assign(hint, holders),
    );
    if (result === 'busy') return { againInMs: BUSY_PAUSE_MS };
    if (result === 'done' || 'againInMs' in result) return result;
    const againInMs = await this.#remind(hint.space, result.assignments, holders, lastAttempt);
    if (againInMs > 0) return { againInMs };
    if (result.assignments.length === 0) this.acted(result.lateMs);
    return 'done';
  }

  async #assign(hint: ReminderHint, holders: Holders): Promise<JobResult | Assigned> {
    const { facts } = this.ports;
    let seen = await see(facts, hint.space, hint.agreementId);
    let due = dueStep(seen, hint);
    const wait = this.#msUntil(due);
    if (wait > MAX_WAIT_MS) return { againInMs: wait };
    if (wait > 0) {
      await sleep(wait);
      seen = await see(facts, hint.space, hint.agreementId);
      due = dueStep(seen, hint);
    }
    if (!due) {
      await this.#putAside(hint, seen);
      return 'done';
    }
    // The clock of a space can be moved back while a job waits.
    const left = this.#msUntil(due);
    if (left > 0) return { againInMs: left };
    return { assignments: await this.#act(due, seen, holders), lateMs: -left };
  }

  async #act(due: DueStep, seen: Seen, holders: Holders): Promise<readonly Assignment[]> {
    const { facts } = this.ports;
    const { planned, agreement, plan, space } = due;
    switch (planned.kind) {
      case 'elapse':
        await markMissed(facts, due);
        return [];
      case 'escalate':
        return this.#assignTo(due, await escalate(this.ports, due, seen.reminders), seen, holders);
      case 'remind': {
        const unsaid = whyUnsaid(planned, plan, facts.now(space));
        if (unsaid === undefined)
          return this.#assignTo(due, recipientsOf(planned, agreement, seen.reminders), seen, holders);
        await suppress(facts, due, unsaid);
        return [];
      }
      default: {
        const never: never = planned.kind;
        return never;
      }
    }
  }

  /** Who cannot be assigned anything is told of at once. */
  async #assignTo(
    due: DueStep,
    recipients: readonly Recipient[],
    { reminders }: Seen,
    holders: Holders,
  ): Promise<readonly Assignment[]> {
    const { facts } = this.ports;
    if (recipients.length === 0) await suppress(facts, due, 'no-recipient');
    const assignments = await this.#assigner.assign(due, recipients, reminders, holders);
    for (const recipient of recipients) {
      const { positionId } = recipient;
      if (recipient.heldBack !== undefined) await suppress(facts, due, recipient.heldBack, positionId);
      else if (!(await holders.of(due, recipient))) await suppress(facts, due, 'no-holder', positionId);
    }
    return assignments;
  }

  /** Answers after how many milliseconds there is more to do; zero when nobody is left. */
  async #remind(
    space: string,
    assignments: readonly Assignment[],
    holders: Holders,
    lastAttempt: boolean,
  ): Promise<number> {
    if (assignments.length === 0) return 0;
    const failures: ReminderNotDelivered[] = [];
    const reached = new Set<string>();
    let left = assignments.map(({ personId, opensAt }) => ({ personId, nextAt: opensAt }));
    for (;;) {
      const now = this.ports.facts.now(space);
      const open = left.filter(({ personId, nextAt }) => nextAt <= now && !reached.has(personId));
      if (open.length === 0) break;
      for (const personId of new Set(open.map((one) => one.personId))) {
        reached.add(personId);
        try {
          await this.#dispatchTo(space, personId, holders, lastAttempt);
        } catch (error) {
          // The others are still reminded: one bad address is nobody else's.
          if (!(error instanceof ReminderNotDelivered)) throw error;
          failures.push(error);
        }
      }
      left = [...(await this.#deliveries.openAmong(keysOf(assignments)))];
    }
    if (failures.length > 0)
      throw new ReminderNotDelivered(failures.map(({ message }) => message).join(', '));
    const now = Date.parse(this.ports.facts.now(space));
    const waits = left.map(({ nextAt }) => Math.max(BUSY_PAUSE_MS, Date.parse(nextAt) - now));
    return waits.length > 0 ? Math.min(...waits) : 0;
  }

  /** Answers false when somebody else is at it. */
  async #dispatchTo(
    space: string,
    personId: string,
    holders: Holders,
    lastAttempt: boolean,
  ): Promise<boolean> {
    const { ports } = this;
    const done = await underLock(ports.database, `person:${space}:${personId}`, () =>
      dispatch(ports, this.#deliveries, { space, personId }, holders, lastAttempt),
    );
    if (done !== 'busy') for (const lateMs of done) this.acted(lateMs);
    return done !== 'busy';
  }

  /** A step that is no more: its deadline ended, and with it whatever was still planned. */
  async #putAside(hint: ReminderHint, { history, agreement }: Seen): Promise<void> {
    const [cause] = history;
    const reason = whyMoot(hint, agreement);
    this.#log.info({ ...hint, reason }, 'a reminder was moot');
    if (cause === undefined || reason === undefined) return;
    await closeEnded(
      this.ports.facts,
      hint,
      cause,
      ({ deadlineId, version }) => deadlineId === hint.deadlineId && version === hint.version,
    );
  }

  /** Zero, or less, for a step that is due, and zero for one that is no more. */
  #msUntil(due: DueStep | undefined): number {
    return due ? Date.parse(due.planned.at) - Date.parse(this.ports.facts.now(due.space)) : 0;
  }
}
