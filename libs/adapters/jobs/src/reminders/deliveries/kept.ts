import type { ReminderPorts } from '../reminder-ports.js';

const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

/** Since when a space's settled deliveries are kept, UTC ISO text. The log keeps them all. */
export function keptSince(
  { facts, keptDays = KEPT_DAYS }: Pick<ReminderPorts, 'facts' | 'keptDays'>,
  space: string,
): string {
  return new Date(Date.parse(facts.now(space)) - keptDays * DAY_MS).toISOString();
}
