import type { MoveDeadline } from '@entente/agreement';
import type { PreviewedRecipient, PreviewedStep } from '@entente/application';
import type { MuteReminders, SuppressReason } from '@entente/reminder';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AnId, AnInstant, AText, AWord, Part, PartList } from '../fields/answer-fields.js';
import { Day, Flag, Key, Nested } from '../fields/fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { SUPPRESS_REASONS } from '../fields/words.js';
import { SetReminderPolicyDto } from './reminder-policy.dto.js';

@ApiSchema({ name: 'PreviewedMove' })
class PreviewedMoveDto implements Omit<MoveDeadline, 'type' | 'reason'> {
  @Key()
  readonly deadlineId!: string;

  @Day()
  readonly localDate!: string;
}

@ApiSchema({ name: 'PreviewedMute' })
class PreviewedMuteDto implements Omit<MuteReminders, 'type' | 'reason'> {
  @Day({ description: 'the last local day without reminders' })
  readonly until!: string;
}

@ApiSchema({ name: 'PreviewChanges' })
export class PreviewChangesDto {
  @Nested(() => SetReminderPolicyDto, { optional: true })
  readonly policy?: SetReminderPolicyDto;

  @Nested(() => PreviewedMoveDto, { optional: true })
  readonly move?: PreviewedMoveDto;

  @Flag({ optional: true, description: 'count open deadlines with the newest calendars' })
  readonly recount?: boolean;

  @Flag({ optional: true })
  readonly suspend?: boolean;

  @Flag({ optional: true })
  readonly resume?: boolean;

  @Nested(() => PreviewedMuteDto, { optional: true })
  readonly mute?: PreviewedMuteDto;
}

@ApiSchema({ name: 'PreviewedPerson' })
class PreviewedPersonDto {
  @AnId()
  readonly personId!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly name!: LocalTextDto | null;
}

@ApiSchema({ name: 'PreviewedRecipient' })
class PreviewedRecipientDto implements PreviewedRecipient {
  @AText()
  readonly positionId!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly position!: LocalTextDto | null;

  @Part(() => PreviewedPersonDto, { nullable: true, description: 'null: nobody holds it now' })
  readonly person!: PreviewedPersonDto | null;

  @AText({ description: 'in which their hours are meant' })
  readonly zone!: string;

  @AnInstant({ nullable: true, description: 'when it goes out in their hours' })
  readonly sendAt!: string | null;

  @AWord(SUPPRESS_REASONS, 'SuppressReason', {
    nullable: true,
    description: 'why it would not as things stand',
  })
  readonly heldBack!: SuppressReason | null;
}

@ApiSchema({ name: 'PreviewedStep' })
class PreviewedStepDto implements PreviewedStep {
  @AText()
  readonly deadlineId!: string;

  @AText()
  readonly step!: string;

  @AWord(['remind', 'escalate', 'elapse'], 'ReminderKind')
  readonly kind!: PreviewedStep['kind'];

  @ADay()
  readonly localDate!: string;

  @AnInstant()
  readonly at!: string;

  @AWord(['same', 'added', 'removed', 'moved', 'held-back', 'told'], 'PlanChange', {
    description: 'told: somebody who would not have been',
  })
  readonly change!: PreviewedStep['change'];

  @AnInstant({ nullable: true, description: 'when it would have been, where it is moved' })
  readonly was!: string | null;

  @PartList(() => PreviewedRecipientDto)
  readonly to!: readonly PreviewedRecipientDto[];
}

@ApiSchema({ name: 'RemindersPreview' })
export class PreviewDto {
  @PartList(() => PreviewedStepDto, { description: 'still to come, in the order in which they go out' })
  readonly items!: readonly PreviewedStep[];
}
