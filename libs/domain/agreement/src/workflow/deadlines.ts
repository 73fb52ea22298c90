import {
  dueAfterWorkingDays,
  endOfDay,
  nameOfCalendars,
  nextWorkingDay,
  previousWorkingDay,
  type Calendars,
} from '@entente/calendar';

import type { Situation } from '../context.js';
import type { DeadlineCancelled, DeadlineMet, DeadlineSet } from '../events.js';
import type { Deadline } from '../state.js';
import type { StageDefinition, WorkflowDefinition } from './definition.js';

export const SIGNED_COPY = 'signed-copy';
const DURATION = /^P([1-9]\d{0,3})D$/;
const MAX_WORKING_DAYS = 2_500;

/** `P20D` → 20; undefined: nobody can say when that is. */
export function workingDaysOf(duration = ''): number | undefined {
  const days = Number(DURATION.exec(duration)?.[1]);
  return days <= MAX_WORKING_DAYS ? days : undefined;
}

/** The deadline of a stage that is entered now, at `revision` of the agreement's stream. */
export function stageDeadline(stage: StageDefinition, revision: number, situation: Situation): DeadlineSet[] {
  const days = workingDaysOf(stage.deadline?.duration);
  if (!stage.deadline || days === undefined) return [];
  const calendars = calendarsOf(stage.deadline, situation);
  const due = dueAfterWorkingDays(calendars, situation.now, days, situation.zone);
  return [
    deadlineSet(situation, calendars, {
      deadlineId: `${stage.name}-${revision}`,
      kind: 'stage',
      subject: stage.name,
      rule: `${stage.deadline.duration} working`,
      ...due,
      remind: stage.deadline.remind,
    }),
  ];
}

/** The deadline by which the signed copy is to be filed, from the end of the signing at `revision` on. */
export function signedCopyDeadline(revision: number, situation: Situation): DeadlineSet[] {
  const { signedCopy } = situation.definition;
  const days = workingDaysOf(signedCopy?.duration);
  if (!signedCopy || days === undefined) return [];
  const calendars = calendarsOf(signedCopy, situation);
  const due = dueAfterWorkingDays(calendars, situation.now, days, situation.zone);
  return [
    deadlineSet(situation, calendars, {
      deadlineId: `${SIGNED_COPY}-${revision}`,
      kind: SIGNED_COPY,
      subject: SIGNED_COPY,
      rule: `${signedCopy.duration} working`,
      ...due,
      remind: signedCopy.remind,
    }),
  ];
}

/** A milestone is a task, which a day off moves forward to the next working day, or else a notice: that moves back. */
export function milestoneDeadline(milestoneId: string, dueOn: string, situation: Situation): DeadlineSet {
  const { milestoneDays, milestoneReminders } = situation.definition;
  const calendars = calendarsOf(milestoneDays, situation);
  const backward = milestoneDays?.dayOff === 'backward';
  const { date, provisional } = (backward ? previousWorkingDay : nextWorkingDay)(calendars, dueOn);
  return deadlineSet(situation, calendars, {
    deadlineId: milestoneDeadlineId(milestoneId),
    kind: 'milestone',
    subject: milestoneId,
    rule: `${backward ? 'by' : 'on'} ${dueOn}`,
    localDate: date,
    dueAt: endOfDay(date, situation.zone),
    provisional,
    remind: milestoneReminders,
  });
}

export function milestoneDeadlineId(milestoneId: string): string {
  return `milestone-${milestoneId}`;
}

/** `doneOn`: the local day on which what was due was done, where that is known. */
export function met(
  { deadlineId, dueAt, localDate }: Pick<Deadline, 'deadlineId' | 'dueAt' | 'localDate'>,
  now: string,
  doneOn?: string,
): DeadlineMet {
  const lateRecorded = doneOn !== undefined && doneOn <= localDate && now >= dueAt;
  return { type: 'DeadlineMet', data: { deadlineId, ...(lateRecorded ? { lateRecorded } : {}) } };
}

/** Open, and time counts for it. */
export function isRunning({ status, suspendedAt }: Deadline): boolean {
  return status === 'open' && suspendedAt === undefined;
}

export function isSuspended({ status, suspendedAt }: Deadline): boolean {
  return status === 'open' && suspendedAt !== undefined;
}

/** The same deadline with some of it changed; what became of it until now is left behind. */
export function setAnew(deadline: Deadline, change: Partial<DeadlineSet['data']>): DeadlineSet {
  const { status: _, missedAt: _missed, lateRecorded: _late, suspendedAt: _since, ...data } = deadline;
  return { type: 'DeadlineSet', data: { ...data, ...change } };
}

/** The newest versions of the calendars it was counted with. */
export function newestOf({ calendar: name }: Deadline, { recount, calendar }: Situation): Calendars {
  return recount?.newest(name) ?? calendar;
}

export function cancelled({ deadlineId }: Pick<Deadline, 'deadlineId'>): DeadlineCancelled {
  return { type: 'DeadlineCancelled', data: { deadlineId } };
}

/** Whether a deadline of it is counted with the calendars of the parties. */
export function asksForPartyCalendars({ stages, signedCopy, milestoneDays }: WorkflowDefinition): boolean {
  const rules = [...stages.map(({ deadline }) => deadline), signedCopy, milestoneDays];
  return rules.some((rule) => rule?.calendars === 'parties');
}

function calendarsOf(
  rule: { readonly calendars?: 'parties' } | undefined,
  { calendar, partyCalendars }: Situation,
): Calendars {
  return rule?.calendars === 'parties' ? (partyCalendars ?? calendar) : calendar;
}

function deadlineSet(
  { zone, tzdb }: Situation,
  calendars: Calendars,
  data: Omit<DeadlineSet['data'], 'calendar' | 'zone' | 'tzdb'>,
): DeadlineSet {
  return {
    type: 'DeadlineSet',
    data: { ...data, calendar: nameOfCalendars(calendars), zone, tzdb },
  };
}
