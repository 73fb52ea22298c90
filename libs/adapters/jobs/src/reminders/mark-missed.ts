import { MarkDeadlineMissed, SharedCommandHandler, type Facts } from '@entente/application';
import { TIMER } from '@entente/access';
import { uuidV5 } from '@entente/canonical';
import { TryAgain } from '@entente/platform';

import type { DueStep } from './due-step.js';

/** What the day's end may mean: that another answers, or the agreement does. Neither is the timer's affair. */
const NO_MATTER: readonly string[] = ['unknown-deadline', 'unknown-agreement'];

/** Tells the agreement that the day is over; whether it is, and what that means, the agreement decides. */
export async function markMissed(facts: Facts, { space, agreement, planned, cause }: DueStep): Promise<void> {
  const { agreementId } = agreement;
  const { deadlineId, version } = planned;
  const commandId = uuidV5(facts.sha1, space, agreementId, 'MarkDeadlineMissed', deadlineId, String(version));
  const header = { commandId, causationId: cause.id, correlationId: cause.correlationId };
  const body = { type: 'MarkDeadlineMissed', deadlineId } as const;
  const answer = await new SharedCommandHandler(facts).execute(
    new MarkDeadlineMissed({ space, system: TIMER }, header, agreementId, body),
  );
  if (answer.accepted || NO_MATTER.includes(answer.refusal.code)) return;
  const sentence = `the missed deadline ${deadlineId} of ${agreementId} was refused: ${answer.refusal.code}`;
  throw answer.refusal.code === 'conflict' ? new TryAgain(sentence) : new Error(sentence);
}
