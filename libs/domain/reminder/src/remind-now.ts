import { localDateOf } from '@entente/calendar';
import { refuse, type Decision, type Stamped } from '@entente/event-sourcing';

import type { ReminderRefusalCode, RemindNow } from './commands.js';
import type { ReminderRequested } from './events.js';
import type { Requested } from './policy.js';
import type { RemindedAgreement, RemindedDeadline } from './reminded-agreement.js';
import type { Step } from './steps.js';

interface Known {
  readonly requested: readonly Requested[];
  /** When somebody was last reminded, by deadline, version and person. */
  readonly told: Readonly<Record<string, string>>;
}

/** Of one deadline, and once on one day: whoever was reminded today is not reminded again. */
export function remindNow(
  { requested, told }: Known,
  { deadlineId }: RemindNow,
  agreement: RemindedAgreement | undefined,
  now: string,
): Decision<ReminderRequested, ReminderRefusalCode> {
  const deadline = agreement?.deadlines.find((known) => known.deadlineId === deadlineId);
  if (deadline?.status === 'suspended') return refuse('deadline-suspended', { field: 'deadlineId' });
  if (deadline?.status !== 'open') return refuse('unknown-deadline', { field: 'deadlineId' });
  const { version, zone } = deadline;
  const own = requested.filter((one) => one.deadlineId === deadlineId);
  const reminded = Object.entries(told).flatMap(([key, at]) =>
    key.startsWith(`${deadlineId}|${version}|`) ? [at] : [],
  );
  const today = localDateOf(now, zone);
  const isToday = (at: string): boolean => localDateOf(at, zone) === today;
  if (own.some(({ at }) => isToday(at)) || reminded.some(isToday))
    return refuse('reminded-today', { field: 'deadlineId' });
  return [{ type: 'ReminderRequested', data: { deadlineId, version, step: `now-${own.length + 1}` } }];
}

export function requestedBy({ data, recordedAt }: Stamped<ReminderRequested>): Requested {
  return { ...data, at: recordedAt };
}

export function isRequested({ step }: Pick<Step, 'step'>): boolean {
  return step.startsWith('now-');
}

/** Those of one deadline as it was set. */
export function requestedSteps(
  { deadlineId, version, zone }: RemindedDeadline,
  requested: readonly Requested[] = [],
): readonly Step[] {
  return requested
    .filter((one) => one.deadlineId === deadlineId && one.version === version)
    .map(({ step, at }) => ({ step, kind: 'remind', at, localDate: localDateOf(at, zone) }));
}
