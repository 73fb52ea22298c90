import type { EscalationLevel } from '@entente/agreement';
import type { Stamped } from '@entente/event-sourcing';

import { answerKey, type Answers } from './answers.js';
import type { ReminderBounced, ReminderSuppressed, StepKey } from './events.js';
import type { RemindedAgreement } from './reminded-agreement.js';
import { recipientsOf } from './still-due.js';

/** Whom deadlines were taken to, and whom mail about them did not reach. */
export interface Reach {
  /** By step, under `keyOf`: the positions a missed deadline was taken to. */
  readonly escalated: Readonly<Record<string, readonly string[]>>;
  /**
   * By deadline and position, under `answerKey`: when a mail first came back, or was not sent since others to that
   * address had. UTC ISO text.
   */
  readonly unreached: Readonly<Record<string, string>>;
}

/** What the reminders' own stream tells the plan, beside policies. */
export type Heard = Answers & Partial<Reach>;

/** The first time counts: whoever looks after the address has so long, however often mail comes back. */
export function notReached(
  unreached: Reach['unreached'],
  { data, recordedAt }: Stamped<ReminderBounced | ReminderSuppressed>,
): Reach['unreached'] {
  if (data.positionId === undefined) return unreached;
  const key = answerKey(data, data.positionId);
  return unreached[key] === undefined ? { ...unreached, [key]: recordedAt } : unreached;
}

const UPWARDS: readonly EscalationLevel[] = ['representative', 'desk', 'head'];

/**
 * Since when nobody of those below a level was reached, for want of an address that works: that is to be repaired before
 * anybody is told that they did nothing. Undefined while one of them was, or there is none.
 */
export function unreachedBelow(
  level: EscalationLevel,
  deadline: Omit<StepKey, 'step'>,
  agreement: RemindedAgreement,
  heard: Heard,
): string | undefined {
  // Most letters' people are: then nobody need be looked for.
  if (Object.keys(heard.unreached ?? {}).length === 0) return undefined;
  const since = positionsBelow(level, deadline, agreement, heard).map(
    (positionId) => heard.unreached?.[answerKey(deadline, positionId)],
  );
  return since.includes(undefined) ? undefined : since.toSorted().at(-1);
}

/** Those it was taken to last before it comes to the level; else those whose duty it is. */
function positionsBelow(
  level: EscalationLevel,
  deadline: Omit<StepKey, 'step'>,
  agreement: RemindedAgreement,
  { escalated = {} }: Heard,
): readonly string[] {
  const taken = UPWARDS.slice(0, UPWARDS.indexOf(level)).map(
    (below) => escalated[answerKey(deadline, `escalate-${below}`)],
  );
  const last = taken.findLast((positionIds) => positionIds !== undefined);
  if (last) return last;
  return recipientsOf({ ...deadline, step: '' }, agreement)
    .filter(({ heldBack }) => heldBack === undefined)
    .map(({ positionId }) => positionId);
}
