import {
  dueAfterWorkingDays,
  endOfDay,
  nameOfCalendars,
  nextWorkingDay,
  previousWorkingDay,
  type Calendars,
  type DueDate,
} from '@entente/calendar';
import { refuse } from '@entente/event-sourcing';

import { reasonFault, todayOf } from '../checks.js';
import type { RecountDeadlines } from '../commands.js';
import type { RecountCalendars, Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { AgreementFact } from '../events.js';
import type { Deadline, ProposedAgreement } from '../state.js';
import { isRunning, setAnew, workingDaysOf } from './deadlines.js';

/** What an open deadline would be with the newest versions of its calendars. */
export interface Recounted {
  readonly deadline: Deadline;
  readonly due: DueDate;
  /** Those versions, named. */
  readonly calendar: string;
}

/** The open deadlines that would fall on another day. */
export function recounted(state: ProposedAgreement, calendars: RecountCalendars): readonly Recounted[] {
  return state.deadlines.filter(isRunning).flatMap((deadline) => {
    const newest = calendars.newest(deadline.calendar);
    const due = dueBy(deadline, state, newest);
    // One that its own calendars do not give was set in another way, and no list of days says anything of it.
    const was = due && dueBy(deadline, state, calendars.named(deadline.calendar));
    if (!due || was?.localDate !== deadline.localDate || due.localDate === was.localDate) return [];
    return [{ deadline, due, calendar: nameOfCalendars(newest) }];
  });
}

/** Chosen ones fall on the days that were seen, or nothing is changed at all; of others, all that would differ. */
export function recountDeadlines(
  state: ProposedAgreement,
  { reason, deadlines }: RecountDeadlines,
  situation: Situation,
): AgreementDecision {
  const fault = reasonFault(reason);
  if (fault) return fault;
  const all = situation.recount ? recounted(state, situation.recount) : [];
  const chosen: Recounted[] = [];
  for (const { deadlineId, to } of deadlines ?? all.map(seen)) {
    const known = state.deadlines.find((deadline) => deadline.deadlineId === deadlineId);
    if (!known) return refuse('unknown-deadline', { field: 'deadlines' });
    // It ended, or was counted like this before.
    if (known.status !== 'open' || known.localDate === to) continue;
    const found = all.find(({ deadline }) => deadline === known);
    const localDate = found?.due.localDate ?? known.localDate;
    if (!found || localDate !== to)
      return refuse('deadline-differs', { field: 'deadlines', facts: { deadlineId, localDate } });
    chosen.push(found);
  }
  const today = todayOf(situation);
  // A list of days makes nobody late.
  const late = chosen.find(({ deadline, due }) => deadline.localDate >= today && due.localDate < today);
  if (late) return refuse('date-in-past', { field: 'deadlines', facts: { today } });
  return chosen.flatMap((one) => factsOf(one, reason));
}

function seen({ deadline: { deadlineId }, due: { localDate } }: Recounted) {
  return { deadlineId, to: localDate };
}

function factsOf({ deadline, due, calendar }: Recounted, reason: string): readonly AgreementFact[] {
  const { deadlineId, localDate: from } = deadline;
  return [
    { type: 'DeadlineRecounted', data: { deadlineId, from, to: due.localDate, calendar, reason } },
    setAnew(deadline, { ...due, calendar }),
  ];
}

const ON_A_DAY = /^(on|by) (\d{4}-\d{2}-\d{2})$/;

/** By the rule that the deadline names; undefined: nobody can say. */
function dueBy(
  { rule, kind, subject, zone }: Deadline,
  { stage, stageSince, signedAt }: ProposedAgreement,
  calendars: Calendars,
): DueDate | undefined {
  const days = workingDaysOf(rule.endsWith(' working') ? rule.slice(0, -' working'.length) : '');
  const from = kind === 'signed-copy' ? signedAt : subject === stage ? stageSince : undefined;
  if (days !== undefined)
    return from === undefined ? undefined : dueAfterWorkingDays(calendars, from, days, zone);
  const [, how, day] = ON_A_DAY.exec(rule) ?? [];
  if (day === undefined) return undefined;
  const { date, provisional } = (how === 'by' ? previousWorkingDay : nextWorkingDay)(calendars, day);
  return { localDate: date, dueAt: endOfDay(date, zone), provisional };
}
