import { addWorkingDays, atLocalTime, localDateOf, type Calendars } from '@entente/calendar';

import type { RemindedDeadline } from './reminded-agreement.js';
import { SEND_TIME, type Step } from './steps.js';

/**
 * A word to somebody further up waits for those who said that they are on it, or promised so, and for an address that is
 * to be repaired first: what would have come within so many working days of these moments comes at their end. Each
 * person puts it off once.
 */
export function steppedDown(
  step: Step,
  moments: readonly string[],
  workingDays: number,
  { zone }: Pick<RemindedDeadline, 'zone'>,
  calendars: Calendars,
): Step {
  if (step.kind !== 'escalate' || workingDays === 0) return step;
  return moments.toSorted().reduce<Step>((moved, moment) => {
    if (moment >= moved.at) return moved;
    const localDate = addWorkingDays(calendars, localDateOf(moment, zone), workingDays).date;
    const at = atLocalTime(localDate, SEND_TIME, zone);
    return at > moved.at ? { ...moved, localDate, at } : moved;
  }, step);
}
