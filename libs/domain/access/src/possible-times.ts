import { isRunning, pausableIn, type ProposedAgreement, type WorkflowDefinition } from '@entente/agreement';

import type { PossibleCommand } from './possible-command.js';

/** What can be done to the days on which something is due, whatever the stage. */
export function possibleTimes(
  agreement: ProposedAgreement,
  definition: WorkflowDefinition,
  now: string,
): readonly PossibleCommand[] {
  const { deadlines } = agreement;
  const isSuspended = deadlines.some((one) => one.status === 'open' && !isRunning(one));
  return [
    ...deadlines
      .filter(isRunning)
      .map(({ deadlineId }) => ({ command: 'MoveDeadline', deadlineId }) as const),
    ...(pausableIn(agreement, definition, now).length > 0 ? [{ command: 'SuspendDeadlines' } as const] : []),
    ...(isSuspended ? [{ command: 'ResumeDeadlines' } as const] : []),
  ];
}
