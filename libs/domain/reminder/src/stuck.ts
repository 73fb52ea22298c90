import { addWorkingDays, atLocalTime, localDateOf, type Calendars } from '@entente/calendar';

import type { Recorded, RemindedDeadline } from './reminded-agreement.js';
import { SEND_TIME, type Step } from './steps.js';

interface Asked {
  /** So many working days without anything are too many; 0: never. */
  readonly workingDays: number;
  /** From then on they are reminded anyhow, UTC ISO text. */
  readonly before: string;
  readonly most: number;
}

const STUCK = 'stuck-';
const DAY_MS = 86_400_000;

/** Whether a step says that nothing happens. */
export function isStuck(step: string): boolean {
  return step.startsWith(STUCK);
}

/**
 * Of a stage that is to end on a day: whenever nothing was recorded of the agreement for so many working days, before the
 * reminders of that day begin. Each is named by the revision after which nothing came.
 */
export function stepsStuck(
  { kind, version, endedAt = Number.POSITIVE_INFINITY, zone }: RemindedDeadline,
  recorded: readonly Recorded[],
  { workingDays, before, most }: Asked,
  calendars: Calendars,
): readonly Step[] {
  if (kind !== 'stage' || workingDays === 0) return [];
  const found = recorded.flatMap(({ revision, at: since }, index): Step[] => {
    const next = recorded[index + 1]?.at;
    const isShort = next !== undefined && Date.parse(next) - Date.parse(since) < (workingDays - 1) * DAY_MS;
    if (revision < version || revision >= endedAt || isShort) return [];
    const day = localDateOf(since, zone);
    const localDate = addWorkingDays(calendars, day, workingDays).date;
    const at = atLocalTime(localDate, SEND_TIME, zone);
    if (at >= before || (next !== undefined && next <= at)) return [];
    const isOver = next === undefined ? {} : { over: true as const };
    return [{ step: `${STUCK}${revision}`, kind: 'remind', localDate, at, since: day, ...isOver }];
  });
  return found.slice(0, Math.max(0, most));
}
