import type { Stamped } from '@entente/event-sourcing';

import type { CloseReason, ReminderChannel, ReminderFact, SuppressReason } from './events.js';
import { keyOf } from './reminders.js';

/** One record of what became of a step, for one recipient or for all of them. */
export interface ToldReminder {
  readonly status: 'sent' | 'bounced' | 'held-back' | 'closed';
  /** Absent: the step as a whole. */
  readonly positionId?: string;
  readonly personId?: string;
  /** How it went out. */
  readonly channel?: ReminderChannel;
  /** Why it was held back or closed. */
  readonly reason?: SuppressReason | CloseReason;
  /** When that was recorded, UTC ISO text. */
  readonly at: string;
}

/** What is recorded of each step, under `keyOf` it, the oldest first. */
export function toldReminders(
  history: readonly Stamped<ReminderFact>[],
): ReadonlyMap<string, readonly ToldReminder[]> {
  const told = new Map<string, ToldReminder[]>();
  const note = (key: string, one: ToldReminder): void => {
    told.set(key, [...(told.get(key) ?? []), one]);
  };
  for (const { type, data, recordedAt: at } of history) {
    if (type === 'ReminderSent') {
      const { positionId, personId, channel } = data;
      note(keyOf(data), { status: 'sent', positionId, personId, channel, at });
    }
    if (type === 'ReminderBounced') {
      const { positionId, personId } = data;
      note(keyOf(data), { status: 'bounced', positionId, personId, at });
    }
    if (type === 'ReminderSuppressed') {
      const { deadlineId: _deadline, version: _version, step: _step, plannedAt: _plannedAt, ...held } = data;
      note(keyOf(data), { status: 'held-back', ...held, at });
    }
    if (type === 'RemindersClosed')
      for (const step of data.steps)
        note(keyOf({ ...data, step }), { status: 'closed', reason: data.reason, at });
  }
  return told;
}
