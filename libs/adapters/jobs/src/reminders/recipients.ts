import { whoIsReminded, type Facts, type PositionHolder } from '@entente/application';
import { localDateOf } from '@entente/calendar';
import {
  deadlineOf,
  isLastBefore,
  isRequested,
  opensAt,
  recipientsOf,
  standInFor,
  type Recipient,
  type SendWindow,
  windowOf as hoursOf,
} from '@entente/reminder';

import type { Assignment } from './deliveries/delivery.js';
import type { DueStep } from './due-step.js';
import type { ReminderPorts } from './reminder-ports.js';

/** Who fills positions at one moment: each is asked for once. */
export class Holders {
  readonly #known = new Map<string, Promise<PositionHolder | undefined>>();

  constructor(private readonly ports: Pick<ReminderPorts, 'directory' | 'facts'>) {}

  of(due: DueStep, { positionId, atDesk }: Recipient): Promise<PositionHolder | undefined> {
    const { space, agreement, planned: deadline, reminders: answers } = due;
    const standIn = standInFor(answers, deadline, positionId);
    const desk = atDesk === true ? `|${agreement.deskId ?? ''}|${positionId}` : '';
    const key = `${space}|${standIn}${desk}`;
    const { facts, directory } = this.ports;
    const known =
      this.#known.get(key) ??
      whoIsReminded(
        facts,
        directory,
        { space, agreement, deadline, answers },
        { positionId, atDesk: atDesk === true },
      );
    this.#known.set(key, known);
    return known;
  }
}

/** As whom a position is reminded of a step; undefined: it is not, any more. */
export function recipientAt(
  { planned, agreement, reminders }: DueStep,
  positionId: string,
): Recipient | undefined {
  if (planned.kind === 'escalate') return { positionId };
  return recipientsOf(planned, agreement, reminders).find((recipient) => recipient.positionId === positionId);
}

export async function windowOf(
  facts: Facts,
  space: string,
  { zone, reminders }: PositionHolder,
): Promise<SendWindow> {
  return hoursOf(reminders, zone ?? facts.zone, await facts.calendarsNow(space));
}

/** The end of the deadline, when nobody is warned of it after this step any more. */
export function lastBeforeOf({ planned, plan, agreement }: DueStep): string | undefined {
  const dueAt = deadlineOf(planned, agreement)?.dueAt;
  return dueAt !== undefined && isLastBefore(planned, plan, dueAt) ? dueAt : undefined;
}

export async function assignmentOf(
  facts: Facts,
  due: DueStep,
  positionId: string,
  holder: PositionHolder,
): Promise<Assignment> {
  const { space, agreement, planned } = due;
  const window = await windowOf(facts, space, holder);
  const opens = opensAt(planned, window, lastBeforeOf(due));
  const { deadlineId, version, step, at } = planned;
  return {
    space,
    agreementId: agreement.agreementId,
    ...{ deadlineId, version, step, positionId },
    personId: holder.personId,
    zone: window.zone,
    at,
    opensAt: opens,
    localDay: localDateOf(opens, window.zone),
  };
}

/** A last warning waits for no other day, nor does what somebody asked for. */
export function isUrgent(due: DueStep): boolean {
  return isRequested(due.planned) || lastBeforeOf(due) !== undefined;
}
