import { localDateOf } from '@entente/calendar';

import { answerTo, handedBack, handedOverBy, type Answers } from './answers.js';
import type { StepKey, SuppressReason } from './events.js';
import type { PlannedReminder } from './steps.js';
import type { RemindedDeadline } from './reminded-agreement.js';
import { isLastBefore } from './still-due.js';

interface Answered {
  readonly step: PlannedReminder;
  readonly plan: readonly PlannedReminder[];
  readonly deadline: Pick<RemindedDeadline, 'dueAt' | 'zone'> | undefined;
  readonly recipient: { readonly positionId: string };
  readonly reminders: Answers;
  readonly now: string;
}

/**
 * Whoever answered is left alone, but for the last reminder before the day and for those after it: until the day they
 * named, and else while they are on it or nobody has found out yet whose it is. What goes up is no reminder of theirs.
 */
export function whyAnswered(
  { step, plan, deadline, recipient, reminders: answers, now }: Answered,
  personId: string,
): Extract<SuppressReason, 'acknowledged' | 'snoozed' | 'not-theirs'> | undefined {
  if (step.kind !== 'remind' || !deadline) return undefined;
  const { dueAt, zone } = deadline;
  const answer = answerTo(answers, step, personId);
  if (answer?.kind === 'snoozed' && localDateOf(now, zone) < answer.until) return 'snoozed';
  if (now >= dueAt || isLastBefore(step, plan, dueAt)) return undefined;
  if (handedBack(answers, step, recipient.positionId)?.personId === personId) return 'not-theirs';
  return answer?.kind === 'acknowledged' ? 'acknowledged' : undefined;
}

/** Who is reminded of what the position owes: whoever it was handed over to, where somebody said so. */
export function standInFor(answers: Answers, step: Omit<StepKey, 'step'>, positionId: string): string {
  return handedOverBy(answers, step, positionId)?.toPositionId ?? positionId;
}
