import type { ReminderPolicyRow, SetReminders } from '../../api/types.js';

export const LEVELS = ['representative', 'desk', 'head'] as const;

/** A policy as people type it: days with commas between, a number that is left empty is none. */
export interface PolicyForm {
  readonly before: string;
  readonly onTheDay: boolean;
  readonly after: string;
  readonly times: string;
  readonly every: string;
  readonly representative: string;
  readonly desk: string;
  readonly head: string;
  readonly putOff: string;
  readonly stuck: string;
}

export function formOf({ policy }: ReminderPolicyRow): PolicyForm {
  const { workingDaysBefore, onTheDay, workingDaysAfter = [], repeat, escalate = [] } = policy;
  const levelOf = (level: (typeof LEVELS)[number]): string =>
    String(escalate.find(({ to }) => to === level)?.workingDaysAfter ?? '');
  return {
    before: workingDaysBefore.join(', '),
    onTheDay,
    after: workingDaysAfter.join(', '),
    times: repeat && repeat.times > 0 ? String(repeat.times) : '',
    every: String(repeat?.every ?? 1),
    representative: levelOf('representative'),
    desk: levelOf('desk'),
    head: levelOf('head'),
    putOff: String(policy.workingDaysPutOff ?? 0),
    stuck: policy.workingDaysStuck ? String(policy.workingDaysStuck) : '',
  };
}

/** What is said for the letter alone: what was before, and what is other now. Undefined: something is no number. */
export function policyOf({ policy, origins }: ReminderPolicyRow, form: PolicyForm): SetReminders | undefined {
  const said = saidIn(form, policy.repeat?.count ?? 'working');
  if (!said) return undefined;
  const own = Object.entries({ ...ownOf({ policy, origins }), ...said }).filter(([name, value]) => {
    const field = name as keyof typeof origins;
    return origins[field].level === 'agreement' || JSON.stringify(policy[field]) !== JSON.stringify(value);
  });
  return Object.fromEntries(own);
}

/** Said for the letter before, and not asked for in the form. */
function ownOf({ policy, origins }: Pick<ReminderPolicyRow, 'policy' | 'origins'>): SetReminders {
  const { daysBefore, daysAfter } = policy;
  return {
    ...(daysBefore && origins.daysBefore.level === 'agreement' ? { daysBefore } : {}),
    ...(daysAfter && origins.daysAfter.level === 'agreement' ? { daysAfter } : {}),
  };
}

function saidIn(form: PolicyForm, count: 'working' | 'calendar'): SetReminders | undefined {
  const [workingDaysBefore, workingDaysAfter] = [daysIn(form.before), daysIn(form.after)];
  const [times, every] = [numberIn(form.times, 0), numberIn(form.every, 1)];
  const [putOff, stuck] = [numberIn(form.putOff, 0), numberIn(form.stuck, 0)];
  const levels = LEVELS.map((to) => ({ to, workingDaysAfter: numberIn(form[to], 0) }));
  const isWrong = [...levels.map((level) => level.workingDaysAfter), times, every, putOff, stuck].includes(
    undefined,
  );
  if (!workingDaysBefore || !workingDaysAfter || isWrong) return undefined;
  return {
    workingDaysBefore,
    onTheDay: form.onTheDay,
    workingDaysAfter,
    repeat: { every: every ?? 1, count, times: times ?? 0 },
    escalate: levels.flatMap(({ to, workingDaysAfter: days = 0 }) =>
      days === 0 ? [] : [{ to, workingDaysAfter: days }],
    ),
    workingDaysPutOff: putOff ?? 0,
    workingDaysStuck: stuck ?? 0,
  };
}

function daysIn(text: string): number[] | undefined {
  const parts = text.split(/[\s,，、;；]+/u).filter((part) => part !== '');
  const days = parts.map((part) => numberIn(part, 0));
  return days.every((one) => one !== undefined && one > 0) ? (days as number[]) : undefined;
}

function numberIn(text: string, empty: number): number | undefined {
  const typed = text.trim();
  if (typed === '') return empty;
  return /^\d{1,3}$/u.test(typed) ? Number(typed) : undefined;
}
