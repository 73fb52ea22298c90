import {
  addWorkingDays,
  endOfDay,
  localDateOf,
  nameOfCalendars,
  workingDaysIn,
  type Calendars,
  type DueDate,
} from '@entente/calendar';
import { refuse } from '@entente/event-sourcing';

import { reasonFault } from '../checks.js';
import type { ResumeDeadlines, SuspendDeadlines } from '../commands.js';
import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { Deadline, ProposedAgreement } from '../state.js';
import { isRunning, isSuspended, newestOf, setAnew } from './deadlines.js';
import type { WorkflowDefinition } from './definition.js';
import { stageOf } from './definitions.js';

/** Its open deadlines stop that may: what is over by now is late, and stays so. */
export function suspendDeadlines(
  state: ProposedAgreement,
  { reason }: SuspendDeadlines,
  { definition, now }: Situation,
): AgreementDecision {
  const fault = reasonFault(reason);
  if (fault) return fault;
  const deadlineIds = pausableIn(state, definition, now).map(({ deadlineId }) => deadlineId);
  if (deadlineIds.length > 0) return [{ type: 'DeadlinesSuspended', data: { deadlineIds, reason } }];
  return state.deadlines.some(isSuspended) ? [] : refuse('nothing-to-suspend');
}

/** They run on, each as many working days later as it stood still. */
export function resumeDeadlines(
  state: ProposedAgreement,
  _command: ResumeDeadlines,
  situation: Situation,
): AgreementDecision {
  const suspended = state.deadlines.filter(isSuspended);
  if (suspended.length === 0) return [];
  const resumed = suspended.map((deadline) => {
    const calendars = newestOf(deadline, situation);
    return { deadline, calendars, due: dueAgain(deadline, calendars, situation.now) };
  });
  const deadlines = resumed.map(({ deadline: { deadlineId, localDate }, due }) => ({
    deadlineId,
    from: localDate,
    to: due.localDate,
  }));
  return [
    { type: 'DeadlinesResumed', data: { deadlines } },
    ...resumed
      .filter(({ deadline, due }) => deadline.localDate !== due.localDate)
      .map(({ deadline, calendars, due }) =>
        setAnew(deadline, { ...due, calendar: nameOfCalendars(calendars) }),
      ),
  ];
}

/** Those that would stop. */
export function pausableIn(
  { deadlines }: ProposedAgreement,
  definition: WorkflowDefinition,
  now: string,
): readonly Deadline[] {
  return deadlines.filter(
    (deadline) => isRunning(deadline) && deadline.dueAt > now && mayPause(deadline, definition),
  );
}

function mayPause({ kind, subject }: Deadline, definition: WorkflowDefinition): boolean {
  switch (kind) {
    case 'stage':
      return stageOf(definition, subject)?.deadline?.pausable === true;
    case 'milestone':
      return definition.milestoneDays?.pausable === true;
    case 'signed-copy':
      return definition.signedCopy?.pausable === true;
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** The day on which it stopped counts as stood still, the day on which it runs on does not. */
function dueAgain(
  { localDate, dueAt, provisional, zone, suspendedAt = '' }: Deadline,
  calendars: Calendars,
  now: string,
): DueDate {
  const days = workingDaysIn(calendars, localDateOf(suspendedAt, zone), localDateOf(now, zone));
  if (days === 0) return { localDate, dueAt, provisional };
  const { date, provisional: guessed } = addWorkingDays(calendars, localDate, days);
  return { localDate: date, dueAt: endOfDay(date, zone), provisional: guessed };
}
