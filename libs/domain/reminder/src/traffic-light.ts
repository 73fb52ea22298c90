import { addWorkingDays, localDateOf, type Calendars } from '@entente/calendar';
import type { Stamped } from '@entente/event-sourcing';

import type { ReminderFact, SuppressReason } from './events.js';
import type { RemindedDeadline } from './reminded-agreement.js';

/** How a deadline stands, and why, as a word that pages put into a sentence. */
export interface TrafficLight {
  readonly colour: 'red' | 'amber' | 'green' | 'grey';
  readonly reason: 'missed' | 'due-today' | 'due-soon' | 'nobody-reached' | 'ahead' | 'suspended';
}

/** What became of the last reminder of a deadline that was due. */
export interface LastReminder {
  readonly step: string;
  readonly status: 'sent' | 'held-back';
  /** Why it was held back. */
  readonly reason: SuppressReason | null;
  /** When it was recorded, UTC ISO text. */
  readonly at: string;
}

/** So many working days before it is due, a deadline wants attention. */
export const SOON_WORKING_DAYS = 3;

/** A reminder held back for these reasons reached nobody who could act on it. */
const NOBODY_REACHED: ReadonlySet<SuppressReason> = new Set([
  'no-recipient',
  'no-holder',
  'no-address',
  'rejected',
  'bounced',
]);

interface Lit extends Pick<RemindedDeadline, 'localDate' | 'dueAt' | 'zone'> {
  /** No time counts for it. */
  readonly suspended?: boolean;
}

/** The light of an open deadline on the space's clock. */
export function trafficLight(
  { localDate, dueAt, zone, suspended }: Lit,
  calendars: Calendars,
  last: LastReminder | undefined,
  now: string,
): TrafficLight {
  if (suspended) return { colour: 'grey', reason: 'suspended' };
  if (dueAt <= now) return { colour: 'red', reason: 'missed' };
  if (last?.reason && NOBODY_REACHED.has(last.reason)) return { colour: 'amber', reason: 'nobody-reached' };
  const today = localDateOf(now, zone);
  if (localDate <= today) return { colour: 'amber', reason: 'due-today' };
  return localDate <= addWorkingDays(calendars, today, SOON_WORKING_DAYS).date
    ? { colour: 'amber', reason: 'due-soon' }
    : { colour: 'green', reason: 'ahead' };
}

/** Of each deadline, by its id: the last reminder of which something is told. One that reached somebody tells more. */
export function lastReminders(history: readonly Stamped<ReminderFact>[]): ReadonlyMap<string, LastReminder> {
  const last = new Map<string, LastReminder>();
  /** Of the last step: the positions whose message has not come back. */
  const reached = new Map<string, Set<string>>();
  for (const { type, data, recordedAt: at } of history) {
    if (type === 'ReminderSent') {
      const others = last.get(data.deadlineId)?.step === data.step ? reached.get(data.deadlineId) : undefined;
      reached.set(data.deadlineId, new Set([...(others ?? []), data.positionId]));
      last.set(data.deadlineId, { step: data.step, status: 'sent', reason: null, at });
    }
    if (type === 'ReminderBounced') {
      if (last.get(data.deadlineId)?.step !== data.step) continue;
      const others = reached.get(data.deadlineId);
      others?.delete(data.positionId);
      if (others?.size === 0)
        last.set(data.deadlineId, { step: data.step, status: 'held-back', reason: 'bounced', at });
    }
    if (type === 'ReminderSuppressed') {
      const before = last.get(data.deadlineId);
      // Others of the same step may have been reached.
      if (before?.step === data.step && before.status === 'sent') continue;
      last.set(data.deadlineId, { step: data.step, status: 'held-back', reason: data.reason, at });
    }
  }
  return last;
}
