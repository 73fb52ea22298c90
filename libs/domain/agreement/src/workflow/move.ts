import { endOfDay, nameOfCalendars, nextWorkingDay, previousWorkingDay } from '@entente/calendar';
import { refuse } from '@entente/event-sourcing';

import { comingDayFault, firstFault, reasonFault } from '../checks.js';
import type { MoveDeadline } from '../commands.js';
import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { ProposedAgreement } from '../state.js';
import { isSuspended, newestOf, setAnew } from './deadlines.js';

/** To a day that was given: a day off takes it where it takes all of its kind, forward, or a notice backward. */
export function moveDeadline(
  { deadlines }: ProposedAgreement,
  { deadlineId, localDate, reason }: MoveDeadline,
  situation: Situation,
): AgreementDecision {
  const deadline = deadlines.find((known) => known.deadlineId === deadlineId);
  if (deadline?.status !== 'open') return refuse('unknown-deadline', { field: 'deadlineId' });
  const { localDate: from, rule, zone } = deadline;
  if (from === localDate) return [];
  const fault = firstFault(reasonFault(reason), comingDayFault('localDate', localDate, situation));
  if (fault) return fault;
  if (isSuspended(deadline)) return refuse('deadline-suspended', { field: 'deadlineId' });
  const calendars = newestOf(deadline, situation);
  const isNotice = rule.startsWith('by ');
  const { date: to, provisional } = (isNotice ? previousWorkingDay : nextWorkingDay)(calendars, localDate);
  if (to === from) return [];
  // A day off before which there is no more working day to come.
  const early = comingDayFault('localDate', to, situation);
  if (early) return early;
  return [
    { type: 'DeadlineMoved', data: { deadlineId, from, to, reason } },
    setAnew(deadline, {
      rule: `${isNotice ? 'by' : 'on'} ${localDate}`,
      calendar: nameOfCalendars(calendars),
      localDate: to,
      dueAt: endOfDay(to, zone),
      provisional,
    }),
  ];
}
