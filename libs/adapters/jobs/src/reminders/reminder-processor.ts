import { setTimeout as sleep } from 'node:timers/promises';

import type { AgreementFact } from '@entente/agreement';
import type { EventEnvelope } from '@entente/event-sourcing';
import {
  isSuperseded,
  planReminders,
  remindedAgreement,
  whyMoot,
  type RemindedAgreement,
} from '@entente/reminder';
import { silentLog, type Log } from '@entente/platform';

import type { JobResult } from '../queues/queues.js';
import { underLock } from './advisory-lock.js';
import { closeEnded } from './close-ended-reminders.js';
import { dispatch, suppressStep, type DueStep } from './dispatch.js';
import { escalate } from './escalate.js';
import { markMissed } from './mark-missed.js';
import { readAgreementHistory, readReminders } from './record.js';
import { jobIdOf, type ReminderHint } from './reminder-hint.js';
import type { ReminderPorts } from './reminder-ports.js';

/** A job that comes this early waits in place; an earlier one is given back. */
const MAX_WAIT_MS = 5_000;
/** Somebody else is at this reminder: looked at again, should they die over it. */
const BUSY_PAUSE_MS = 1_000;

/**
 * What a job asks for is never believed: the agreement is read again, and its reminders, under a lock of the one step,
 * and the space's clock says whether it is time. So a job may come early, late, twice or not at all.
 */
export class ReminderProcessor {
  readonly #log: Log;

  constructor(
    private readonly ports: ReminderPorts,
    /** Told how late each reminder was acted on, in milliseconds. */
    private readonly acted: (lateMs: number) => void = () => undefined,
  ) {
    this.#log = ports.log ?? silentLog;
  }

  /** Throws when a message was not delivered and another attempt may help. */
  async run(hint: ReminderHint, lastAttempt: boolean): Promise<JobResult> {
    const wait = await this.#msUntilDue(hint);
    if (wait > MAX_WAIT_MS) return { againInMs: wait };
    if (wait > 0) await sleep(wait);
    const result = await underLock(this.ports.database, `reminder:${hint.space}:${jobIdOf(hint)}`, () =>
      this.#act(hint, lastAttempt),
    );
    return result === 'busy' ? { againInMs: BUSY_PAUSE_MS } : result;
  }

  /** Zero for a step that is due, and for one that is no more. */
  async #msUntilDue(hint: ReminderHint): Promise<number> {
    const found = await this.#find(hint, await this.#read(hint));
    return found ? Math.max(0, Date.parse(found.planned.at) - this.#now(hint)) : 0;
  }

  async #act(hint: ReminderHint, lastAttempt: boolean): Promise<JobResult> {
    const { facts } = this.ports;
    const history = await this.#read(hint);
    const due = await this.#find(hint, history);
    if (!due) {
      await this.#putAside(hint, history);
      return 'done';
    }
    // The clock of a space can be moved back while a job waits.
    const wait = Date.parse(due.planned.at) - this.#now(hint);
    if (wait > 0) return { againInMs: wait };
    if (due.planned.kind === 'remind' && isSuperseded(due.planned, due.plan, facts.now(hint.space))) {
      await suppressStep(facts, due, 'superseded');
      return 'done';
    }
    const againInMs = await this.#do(due, lastAttempt);
    if (againInMs > 0) return { againInMs };
    this.acted(-wait);
    return 'done';
  }

  /** Answers after how many milliseconds there is more to do; zero when it is done. */
  async #do(due: DueStep, lastAttempt: boolean): Promise<number> {
    const { kind } = due.planned;
    switch (kind) {
      case 'elapse':
        await markMissed(this.ports.facts, due);
        return 0;
      case 'escalate':
        return escalate(this.ports, due, lastAttempt);
      case 'remind':
        return dispatch(this.ports, due, lastAttempt);
      default: {
        const never: never = kind;
        return never;
      }
    }
  }

  /** A step that is no more: its deadline ended, and with it whatever was still planned. */
  async #putAside(hint: ReminderHint, history: readonly EventEnvelope<AgreementFact>[]): Promise<void> {
    const cause = history[0];
    const reason = whyMoot(hint, remindedAgreement(hint.agreementId, history));
    this.#log.info({ ...hint, reason }, 'a reminder was moot');
    if (cause === undefined || reason === undefined) return;
    await closeEnded(
      this.ports.facts,
      hint,
      cause,
      ({ deadlineId, version }) => deadlineId === hint.deadlineId && version === hint.version,
    );
  }

  async #find(
    hint: ReminderHint,
    history: readonly EventEnvelope<AgreementFact>[],
  ): Promise<DueStep | undefined> {
    const agreement = remindedAgreement(hint.agreementId, history);
    if (!agreement) return undefined;
    const names = agreement.deadlines.map(({ calendar }) => calendar);
    const calendars = await this.ports.facts.calendarsNamed(hint.space, names);
    const { policies } = await readReminders(this.ports.facts, hint.space, hint.agreementId);
    const plan = planReminders(agreement, calendars, policies);
    const planned = plan.find(
      ({ deadlineId, step, version }) =>
        deadlineId === hint.deadlineId && step === hint.step && version === hint.version,
    );
    return (
      planned && {
        space: hint.space,
        agreement,
        plan,
        planned,
        cause: causeOf(history, planned.version, agreement),
      }
    );
  }

  #read({ space, agreementId }: ReminderHint): Promise<readonly EventEnvelope<AgreementFact>[]> {
    return readAgreementHistory(this.ports.facts, space, agreementId);
  }

  #now({ space }: ReminderHint): number {
    return Date.parse(this.ports.facts.now(space));
  }
}

/** The version of a step is the revision of the event that set its deadline. */
function causeOf(
  history: readonly EventEnvelope<AgreementFact>[],
  version: number,
  { agreementId }: RemindedAgreement,
): EventEnvelope<AgreementFact> {
  const cause = history.find(({ revision }) => revision === version);
  if (!cause) throw new Error(`agreement ${agreementId} has no event at revision ${version}`);
  return cause;
}
