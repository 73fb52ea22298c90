import { localDateOf } from '@entente/calendar';

import type { SuppressReason } from './events.js';
import { isMuted } from './mute.js';
import type { PlannedReminder } from './steps.js';
import type { RemindedDeadline } from './reminded-agreement.js';
import type { OwnPreferences } from './preferences.js';
import { toldKey, type Reminders } from './reminders.js';
import type { Recipient } from './still-due.js';
import { whyAnswered } from './why-answered.js';

/** Whoever a step is for, as they may be reached now. */
export interface Reached {
  readonly personId: string;
  readonly email?: string;
  /** They can sign in, and find there what they were reminded of. */
  readonly hasInbox?: true;
  /** Mail to the address came back, and there is no other yet. */
  readonly bounced?: true;
  /** What they said of how they are reminded. */
  readonly reminders?: OwnPreferences;
}

/** A step that is due for somebody. */
export interface DueFor {
  readonly step: PlannedReminder;
  /** All steps of the agreement, this one too. */
  readonly plan: readonly PlannedReminder[];
  readonly deadline: Pick<RemindedDeadline, 'dueAt' | 'zone'> | undefined;
  readonly recipient: Recipient;
  /** Who holds the position now; undefined: nobody. */
  readonly holder: Reached | undefined;
  readonly reminders: Reminders;
  /** The space's clock, UTC ISO text. */
  readonly now: string;
  /** IANA zone of the holder's days. */
  readonly zone: string;
}

/** Why somebody is not reminded although a step is due for them; the first reason that holds. */
export function heldBack(due: DueFor): SuppressReason | undefined {
  const { recipient, holder } = due;
  if (recipient.heldBack !== undefined) return recipient.heldBack;
  if (!holder) return 'no-holder';
  if (holder.bounced) return 'bounced';
  if (holder.email === undefined && !holder.hasInbox) return 'no-address';
  if (isSilent(due, holder)) return 'muted';
  if (isToldToday(due, holder.personId)) return 'superseded';
  return whyAnswered(due, holder.personId);
}

function isSilent({ step, reminders, now, zone }: DueFor, holder: Reached): boolean {
  const silence = { agreement: reminders.muted?.until, person: holder.reminders?.mutedUntil };
  return isMuted(step.kind, silence, localDateOf(now, zone));
}

/**
 * Nobody is told of one thing twice on one day of theirs, in whichever of their positions; that it is taken further up is
 * another thing.
 */
function isToldToday({ step, reminders, now, zone }: DueFor, personId: string): boolean {
  const { told, toldFurther } = reminders;
  const last = (step.kind === 'escalate' ? toldFurther : told)[toldKey(step, personId)];
  return last !== undefined && localDateOf(last, zone) === localDateOf(now, zone);
}
