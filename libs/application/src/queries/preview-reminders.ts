import type {
  LocalText,
  MoveDeadline,
  RecountDeadlines,
  ResumeDeadlines,
  SuspendDeadlines,
} from '@entente/agreement';
import type { Refused } from '@entente/event-sourcing';
import type {
  MuteReminders,
  PlanChange,
  SetReminderPolicy,
  StepKind,
  SuppressReason,
} from '@entente/reminder';
import { Query } from '@nestjs/cqrs';

import type { Asked } from './queries.js';

/** What would change when people are reminded of an agreement's deadlines. */
export type ForeseenCommand =
  SetReminderPolicy | MuteReminders | MoveDeadline | RecountDeadlines | SuspendDeadlines | ResumeDeadlines;

/** Somebody who would be told. */
export interface PreviewedRecipient {
  readonly positionId: string;
  readonly position: LocalText | null;
  /** Who holds it now; null: nobody. */
  readonly person: { readonly personId: string; readonly name: LocalText | null } | null;
  /** IANA zone in which their hours are meant. */
  readonly zone: string;
  /** When it goes out in their hours, UTC ISO text; null to nobody. */
  readonly sendAt: string | null;
  /** Why it would not as things stand. */
  readonly heldBack: SuppressReason | null;
}

/** A step still to come, as it would be. */
export interface PreviewedStep {
  readonly deadlineId: string;
  readonly step: string;
  readonly kind: StepKind;
  /** The local day on which it is due, in the deadline's zone. */
  readonly localDate: string;
  readonly at: string;
  /** Told: somebody who would not have been. */
  readonly change: PlanChange['change'] | 'held-back' | 'told';
  /** When it would have been, where it is moved. */
  readonly was: string | null;
  readonly to: readonly PreviewedRecipient[];
}

/** By the commands in turn; none: the plan as it stands. Undefined when there is no agreement the viewer may see. */
export class PreviewReminders extends Query<readonly PreviewedStep[] | Refused | undefined> {
  constructor(
    readonly asked: Asked,
    readonly agreement: string,
    readonly commands: readonly ForeseenCommand[],
  ) {
    super();
  }
}
