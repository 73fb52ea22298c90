import type { SuppressReason } from './events.js';
import type { PlannedReminder } from './steps.js';

/** A step of two plans, as it stands in the later one; one that is removed, in the earlier. */
export interface PlanChange {
  readonly planned: PlannedReminder;
  readonly change: 'same' | 'added' | 'removed' | 'moved';
  /** When it would have been, where it is moved. */
  readonly was?: string;
}

/** The same step of a deadline is one whatever the version of its deadline. In the order in which they go out. */
export function planDifference(
  before: readonly PlannedReminder[],
  after: readonly PlannedReminder[],
): readonly PlanChange[] {
  const earlier = new Map(before.map((planned) => [nameOf(planned), planned]));
  const later = new Set(after.map(nameOf));
  const kept = after.map((planned): PlanChange => {
    const was = earlier.get(nameOf(planned))?.at;
    if (was === undefined) return { planned, change: 'added' };
    return was === planned.at ? { planned, change: 'same' } : { planned, change: 'moved', was };
  });
  const gone = before
    .filter((planned) => !later.has(nameOf(planned)))
    .map((planned): PlanChange => ({ planned, change: 'removed' }));
  return [...kept, ...gone].sort((one, other) => order(one.planned, other.planned));
}

/** Whom a step is for, and why it would not reach them. */
interface ToBeTold {
  readonly positionId: string;
  readonly heldBack: SuppressReason | null;
}

/** Of one step that is in both plans: somebody is not told any more, or is told after all. */
export function toldDifference(
  before: readonly ToBeTold[],
  after: readonly ToBeTold[],
): 'same' | 'held-back' | 'told' {
  const was = toldAmong(before);
  const is = toldAmong(after);
  if ([...was].some((positionId) => !is.has(positionId))) return 'held-back';
  return is.size > was.size ? 'told' : 'same';
}

function toldAmong(recipients: readonly ToBeTold[]): ReadonlySet<string> {
  return new Set(recipients.flatMap(({ positionId, heldBack }) => (heldBack === null ? [positionId] : [])));
}

function nameOf({ deadlineId, step }: PlannedReminder): string {
  return `${deadlineId}|${step}`;
}

function order(one: PlannedReminder, other: PlannedReminder): number {
  const [a, b] = [one, other].map(({ at, deadlineId, step }) => `${at} ${deadlineId} ${step}`);
  return (a ?? '') < (b ?? '') ? -1 : 1;
}
