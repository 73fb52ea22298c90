/** To whom a missed deadline is taken, one after the other. */
export type EscalationLevel = 'representative' | 'desk' | 'head';

/** When people are reminded of a deadline. What is absent is the platform's default. */
export interface ReminderPolicy {
  readonly workingDaysBefore: readonly number[];
  readonly onTheDay: boolean;
  /** The same in days of any calendar. */
  readonly daysBefore?: readonly number[];
  /** While it is still not done. */
  readonly workingDaysAfter?: readonly number[];
  readonly daysAfter?: readonly number[];
  /** Then again and again, counted from the due date. */
  readonly repeat?: {
    readonly every: number;
    readonly count: 'working' | 'calendar';
    readonly times: number;
  };
  /** Working days after the due date at which somebody further up is told. */
  readonly escalate?: readonly { readonly to: EscalationLevel; readonly workingDaysAfter: number }[];
  /**
   * How long that waits for whoever took the deadline on, and for the address of somebody whose mail came back; 0: not
   * at all.
   */
  readonly workingDaysPutOff?: number;
  /** Of a stage: after so many in which nothing happened, before the others begin; 0: never. */
  readonly workingDaysStuck?: number;
}

/** What becomes of an agreement whose stage is not over in time: it expires, or goes the way a transition leads. */
export type WhenMissed = 'expire' | { readonly transition: string };

/** Messages of one deadline to one person. */
export const MAX_REMINDERS = 12;
/** Longer than this nobody further up is kept waiting. */
export const MAX_PUT_OFF_DAYS = 20;
/** Further from the due date than this, a reminder reminds of nothing. */
export const MAX_OFFSET_DAYS = 250;

export interface PolicyFault {
  /** JSON pointer inside the policy. */
  readonly pointer: string;
  readonly code: 'too-many-reminders' | 'escalation-order' | 'offset-beyond-deadline';
  readonly facts: Readonly<Record<string, unknown>>;
}

/** How many messages one person gets when the deadline is never met. */
export function remindersIn(policy: Partial<ReminderPolicy>): number {
  const { workingDaysBefore = [], onTheDay = false, daysBefore = [], workingDaysAfter = [] } = policy;
  const { daysAfter = [], repeat } = policy;
  const offsets = [workingDaysBefore, daysBefore, workingDaysAfter, daysAfter];
  return offsets.reduce((sum, { length }) => sum + length, onTheDay ? 1 : 0) + (repeat?.times ?? 0);
}

/** What a policy of the right shape gets wrong. `workingDays`: how long the deadline runs, where that is known. */
export function policyFaults(policy: Partial<ReminderPolicy>, workingDays?: number): readonly PolicyFault[] {
  const reminders = remindersIn(policy);
  return [
    ...(reminders > MAX_REMINDERS
      ? [{ pointer: '', code: 'too-many-reminders', facts: { limit: MAX_REMINDERS, reminders } } as const]
      : []),
    ...(policy.workingDaysBefore ?? []).flatMap((days, index) =>
      workingDays !== undefined && days > workingDays
        ? [
            {
              pointer: `/workingDaysBefore/${index}`,
              code: 'offset-beyond-deadline',
              facts: { most: workingDays },
            } as const,
          ]
        : [],
    ),
    ...escalationFaults(policy.escalate ?? []),
  ];
}

const ORDER: readonly EscalationLevel[] = ['representative', 'desk', 'head'];

/** Upwards, each level once, and each later than the one below it. */
function escalationFaults(levels: NonNullable<ReminderPolicy['escalate']>): PolicyFault[] {
  return levels.flatMap(({ to, workingDaysAfter }, index) => {
    const before = levels[index - 1];
    const isAbove =
      !before || (ORDER.indexOf(to) > ORDER.indexOf(before.to) && workingDaysAfter > before.workingDaysAfter);
    return isAbove
      ? []
      : [{ pointer: `/escalate/${index}`, code: 'escalation-order', facts: { levels: ORDER } } as const];
  });
}
