import type { EscalationLevel } from '@entente/agreement';
import { localDateOf } from '@entente/calendar';

import { NO_ANSWERS, snoozesOf, type Answers } from './answers.js';
import type { CloseReason, StepKey, SuppressReason } from './events.js';
import type { RemindedAgreement, RemindedDeadline } from './reminded-agreement.js';
import { againOn, type PlannedReminder } from './steps.js';

export interface Recipient {
  readonly positionId: string;
  /** Whoever keeps the agreement's desk is reminded; while nobody does, the holder of the position. */
  readonly atDesk?: true;
  /** Why this one is not reminded although the step is due for others. */
  readonly heldBack?: Extract<SuppressReason, 'already-signed'>;
}

/**
 * Why a step need not be acted on, or undefined while it is open. Its time is not looked at. While its deadline is
 * suspended it may have to be again.
 */
export function whyMoot(
  step: StepKey,
  agreement: RemindedAgreement | undefined,
): CloseReason | 'suspended' | undefined {
  const deadline = deadlineOf(step, agreement);
  if (!deadline) return 'entry-retracted';
  if (deadline.version !== step.version) return 'superseded';
  switch (deadline.status) {
    case 'open':
      return undefined;
    case 'suspended':
      return 'suspended';
    case 'met':
      return 'deadline-met';
    case 'cancelled':
      return 'deadline-cancelled';
    default: {
      const never: never = deadline.status;
      return never;
    }
  }
}

export function isStillDue(step: StepKey, agreement: RemindedAgreement | undefined): boolean {
  return whyMoot(step, agreement) === undefined;
}

/** Whom a missed deadline is taken to, before anybody looks up which positions that is. */
export type Above =
  | { readonly to: 'representative'; readonly partyIds: readonly string[] }
  | { readonly to: 'desk' }
  | { readonly to: 'head' };

export function aboveOf(step: StepKey, level: EscalationLevel, agreement: RemindedAgreement): Above {
  if (level !== 'representative') return { to: level };
  const deadline = deadlineOf(step, agreement);
  const owner = agreement.milestones.find(
    ({ milestoneId }) => milestoneId === deadline?.subject,
  )?.ownerPartyId;
  const parties = agreement.parties.filter(({ partyId, signed }) =>
    deadline?.kind === 'milestone' ? partyId === owner : !signed,
  );
  return { to: level, partyIds: parties.map(({ partyId }) => partyId) };
}

/**
 * Whose duty a step reminds of, as positions: who holds them is found out when it goes out.
 * Signing: every party's signatory, those who have signed held back. A milestone: its owner party's signatory.
 * Drafting, review and the copy to file: the desk, under the position the agreement was proposed from, so that a desk
 * that changes hands is not reminded of a step twice. Again on a day somebody named: whoever did.
 */
export function recipientsOf(
  step: StepKey,
  agreement: RemindedAgreement,
  answers: Answers = NO_ANSWERS,
): readonly Recipient[] {
  const day = againOn(step.step);
  if (day === undefined) return dutyHolders(step, agreement);
  const positions = snoozesOf(answers, step).get(day);
  return dutyHolders(step, agreement).filter(({ positionId }) => positions?.has(positionId));
}

function dutyHolders(step: StepKey, agreement: RemindedAgreement): readonly Recipient[] {
  const deadline = deadlineOf(step, agreement);
  if (!deadline) return [];
  if (deadline.kind === 'milestone') {
    const owner = agreement.milestones.find(
      ({ milestoneId }) => milestoneId === deadline.subject,
    )?.ownerPartyId;
    return agreement.parties.flatMap(({ partyId, signatory }) =>
      partyId === owner && signatory !== undefined ? [{ positionId: signatory }] : [],
    );
  }
  if (deadline.subject === 'signing') return signatoriesOf(agreement);
  const { proposedFrom } = agreement;
  return proposedFrom === undefined ? [] : [{ positionId: proposedFrom, atDesk: true }];
}

/** One person may sign for several parties from one position: it is reminded while any of them is open. */
function signatoriesOf({ parties }: RemindedAgreement): readonly Recipient[] {
  const positions = new Set(parties.flatMap(({ signatory }) => (signatory === undefined ? [] : [signatory])));
  return [...positions].map((positionId) =>
    parties.some(({ signatory, signed }) => signatory === positionId && !signed)
      ? { positionId }
      : { positionId, heldBack: 'already-signed' },
  );
}

export function deadlineOf(
  { deadlineId }: StepKey,
  agreement: RemindedAgreement | undefined,
): RemindedDeadline | undefined {
  return agreement?.deadlines.find((deadline) => deadline.deadlineId === deadlineId);
}

/** Why a step that is due is said to nobody, whoever it is for. */
export function whyUnsaid(
  step: StepKey & Pick<PlannedReminder, 'at' | 'kind' | 'over'>,
  plan: readonly PlannedReminder[],
  now: string,
): Extract<SuppressReason, 'moved-on' | 'superseded'> | undefined {
  if (step.over) return 'moved-on';
  return isSuperseded(step, plan, now) ? 'superseded' : undefined;
}

/** After an outage several steps of a deadline are due at once: only the last of them goes out. */
export function isSuperseded(
  step: StepKey & Pick<PlannedReminder, 'at' | 'kind'>,
  plan: readonly PlannedReminder[],
  now: string,
): boolean {
  return plan.some(
    (other) =>
      other.deadlineId === step.deadlineId &&
      other.version === step.version &&
      step.kind === 'remind' &&
      isForAll(other) &&
      other.at > step.at &&
      other.at <= now,
  );
}

/** The last reminder before the due date: after it nobody is warned any more. */
export function isLastBefore(
  step: PlannedReminder,
  plan: readonly PlannedReminder[],
  dueAt: string,
): boolean {
  return (
    step.kind === 'remind' &&
    step.at < dueAt &&
    !plan.some(
      (other) =>
        other.deadlineId === step.deadlineId &&
        other.version === step.version &&
        other.at > step.at &&
        isForAll(other) &&
        other.at < dueAt,
    )
  );
}

/** What one of them is reminded of again is no reminder of the others. */
function isForAll({ kind, step }: Pick<PlannedReminder, 'kind' | 'step'>): boolean {
  return kind === 'remind' && againOn(step) === undefined;
}

/** Days from the local day of `now` to the due date; negative when it has passed. */
export function daysLeft(deadline: Pick<RemindedDeadline, 'localDate' | 'zone'>, now: string): number {
  return Temporal.PlainDate.from(localDateOf(now, deadline.zone)).until(deadline.localDate).days;
}
