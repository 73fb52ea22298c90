import { addWorkingDays, atLocalTime, localDateOf, type Calendars } from '@entente/calendar';

import type { RemindedDeadline } from './reminded-agreement.js';
import { SEND_TIME, type Step } from './steps.js';

/** So many working days whoever took it on has before it goes further up. */
export const DAYS_TAKEN_ON = 3;

/**
 * A word to somebody further up waits for those who said that they are on it, or promised so: what would have come
 * within these days comes at their end. Who has said so once cannot put it off again.
 */
export function steppedDown(
  step: Step,
  takenOn: readonly string[],
  { zone }: Pick<RemindedDeadline, 'zone'>,
  calendars: Calendars,
): Step {
  if (step.kind !== 'escalate') return step;
  return takenOn.toSorted().reduce<Step>((moved, moment) => {
    if (moment >= moved.at) return moved;
    const localDate = addWorkingDays(calendars, localDateOf(moment, zone), DAYS_TAKEN_ON).date;
    const at = atLocalTime(localDate, SEND_TIME, zone);
    return at > moved.at ? { ...moved, localDate, at } : moved;
  }, step);
}
