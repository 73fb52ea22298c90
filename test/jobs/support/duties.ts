import type { PositionHolder } from '@entente/application';
import type { ReminderHint } from '@entente/jobs';

import { letterWith, type LetterDeadline } from '../../faults/reminder-letters.js';
import type { World } from './world.js';

export const ANA: PositionHolder = {
  personId: 'ana',
  name: { en: 'Ana' },
  email: 'ana@north.example',
  language: 'en',
};

/** Five working days ahead on 9 March 2026 at 01:00 UTC, two on 12 March, the day itself on 16 March. */
export const MID_MARCH: LetterDeadline = {
  localDate: '2026-03-16',
  zone: 'Asia/Shanghai',
  workingDaysBefore: [5, 2],
  onTheDay: true,
};

export interface LetterOf {
  readonly agreementId: string;
  readonly positionId: string;
  /** What a job says of a step of its deadlines, counted from zero. */
  hint(step?: string, deadline?: number): ReminderHint;
}

/** A letter whose deadlines are this person's duty. */
export async function letterOf(
  world: World,
  person: PositionHolder,
  deadlines: readonly LetterDeadline[] = [MID_MARCH],
): Promise<LetterOf> {
  const { agreementId } = await letterWith(world, deadlines);
  const positionId = `head-of-${agreementId}`;
  world.directory.holders.set(positionId, person);
  return {
    agreementId,
    positionId,
    hint: (step = 'remind-5', deadline = 0) => ({
      space: 'main',
      agreementId,
      deadlineId: `milestone-m${deadline}`,
      step,
      version: 4 + 2 * deadline,
    }),
  };
}
