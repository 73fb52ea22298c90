import { localDateOf } from '@entente/calendar';
import { standInFor, type Answers, type RemindedAgreement, type StepKey } from '@entente/reminder';

import type { Facts } from '../ports/facts.js';
import type { PositionHolder, ReminderDirectory } from '../ports/reminder-directory.js';

interface Asked {
  readonly space: string;
  readonly agreement: Pick<RemindedAgreement, 'deskId'>;
  readonly deadline: Omit<StepKey, 'step'>;
  readonly answers: Answers;
}

/** Whoever a reminder for a position goes to now: who keeps the desk, who it was handed over to, who holds it. */
export async function whoIsReminded(
  facts: Facts,
  directory: ReminderDirectory,
  { space, agreement, deadline, answers }: Asked,
  { positionId, atDesk }: { readonly positionId: string; readonly atDesk?: boolean },
): Promise<PositionHolder | undefined> {
  const standIn = standInFor(answers, deadline, positionId);
  const today = localDateOf(facts.now(space), facts.zone);
  const keeper =
    atDesk === true && standIn === positionId
      ? await directory.deskHolderOf(space, agreement.deskId, today)
      : undefined;
  return keeper ?? directory.holderOf(space, standIn);
}
