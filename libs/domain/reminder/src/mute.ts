import { comingDayFault, reasonFault } from '@entente/agreement';
import { localDateOf } from '@entente/calendar';
import { refuse, type Decision, type Stamped } from '@entente/event-sourcing';

import type { MuteReminders, ReminderRefusalCode } from './commands.js';
import type { ReminderFact, RemindersMuted } from './events.js';
import type { StepKind } from './steps.js';

/** Nobody is reminded of the agreement's deadlines, by somebody's word. */
export interface Mute {
  /** The last local day without reminders. */
  readonly until: string;
  readonly reason: string | null;
  readonly by: string;
  /** UTC ISO text. */
  readonly at: string;
}

export const MAX_MUTE_DAYS = 366;

/** The last local day on which nobody is reminded: of an agreement, and whoever it is about. */
export interface Silence {
  readonly agreement: string | undefined;
  readonly person: string | undefined;
}

/**
 * Whether a step stays unsaid on a local day of whoever it is for. Who is muted is not reminded, and what they leave
 * undone still goes up; of a muted agreement nobody is told anything. That time is over is never muted.
 */
export function isMuted(kind: StepKind, { agreement, person }: Silence, today: string): boolean {
  const silent = (until: string | undefined): boolean => until !== undefined && today <= until;
  switch (kind) {
    case 'elapse':
      return false;
    case 'escalate':
      return silent(agreement);
    case 'remind':
      return silent(agreement) || silent(person);
    default: {
      const never: never = kind;
      return never;
    }
  }
}

export function mute(
  known: Mute | undefined,
  { until, reason }: MuteReminders,
  moment: { readonly now: string; readonly zone: string },
): Decision<RemindersMuted, ReminderRefusalCode> {
  if (known?.until === until && known.reason === reason) return [];
  const fault = reasonFault(reason) ?? comingDayFault('until', until, moment);
  if (fault) return fault;
  const today = Temporal.PlainDate.from(localDateOf(moment.now, moment.zone));
  const latest = today.add({ days: MAX_MUTE_DAYS }).toString();
  if (until > latest) return refuse('date-too-far', { field: 'until', facts: { latest } });
  return [{ type: 'RemindersMuted', data: { until, reason } }];
}

export function muted({ data, actor, recordedAt }: Stamped<RemindersMuted>): Mute {
  return { ...data, by: actor, at: recordedAt };
}

/** Where it is not over; one whose day has passed needs nobody to end it. */
export function unmute(known: Mute | undefined): readonly ReminderFact[] {
  return known ? [{ type: 'RemindersUnmuted', data: { until: known.until } }] : [];
}
