import { MAX_OFFSET_DAYS, MAX_PUT_OFF_DAYS, MAX_REMINDERS } from '@entente/agreement';
import type * as agreement from '@entente/agreement';
import type { ReminderPolicies, ReminderPolicyRow } from '@entente/application';
import type { Mute, PolicyOrigin, PolicyValues } from '@entente/reminder';
import { ApiSchema } from '@nestjs/swagger';

import { ReminderPolicyDto } from '../agreements/dto/deadline.dto.js';
import { ADay, AnInstant, AText, AWord, Part, PartList } from '../fields/answer-fields.js';
import { Flag, Nested, NestedList, OneOf, WholeNumber, WholeNumbers } from '../fields/fields.js';
import { DEADLINE_KINDS, ESCALATION_LEVELS } from '../fields/words.js';

const OFFSETS = { optional: true };

@ApiSchema({ name: 'SetRepeatedReminder' })
class SetRepeatDto {
  @WholeNumber(1, 90, { description: 'days between one and the next' })
  readonly every!: number;

  @OneOf(['working', 'calendar'], 'CountedDays')
  readonly count!: 'working' | 'calendar';

  @WholeNumber(0, MAX_REMINDERS, { description: 'none: never' })
  readonly times!: number;
}

@ApiSchema({ name: 'SetEscalation' })
class SetEscalationDto {
  @OneOf(ESCALATION_LEVELS, 'EscalationLevel')
  readonly to!: agreement.EscalationLevel;

  @WholeNumber(1, MAX_OFFSET_DAYS)
  readonly workingDaysAfter!: number;
}

@ApiSchema({ name: 'SetReminders' })
class SetRemindersDto implements Partial<agreement.ReminderPolicy> {
  @WholeNumbers(1, MAX_OFFSET_DAYS, MAX_REMINDERS, OFFSETS)
  readonly workingDaysBefore?: readonly number[];

  @Flag({ optional: true })
  readonly onTheDay?: boolean;

  @WholeNumbers(1, MAX_OFFSET_DAYS, MAX_REMINDERS, { ...OFFSETS, description: 'days of any calendar' })
  readonly daysBefore?: readonly number[];

  @WholeNumbers(1, MAX_OFFSET_DAYS, MAX_REMINDERS, { ...OFFSETS, description: 'while it is still not done' })
  readonly workingDaysAfter?: readonly number[];

  @WholeNumbers(1, MAX_OFFSET_DAYS, MAX_REMINDERS, OFFSETS)
  readonly daysAfter?: readonly number[];

  @Nested(() => SetRepeatDto, { optional: true })
  readonly repeat?: SetRepeatDto;

  @NestedList(() => SetEscalationDto, 3, { optional: true })
  readonly escalate?: readonly SetEscalationDto[];

  @WholeNumber(0, MAX_PUT_OFF_DAYS, {
    optional: true,
    description:
      'how long somebody further up is kept waiting for whoever took it on, and for an address that mail came back from',
  })
  readonly workingDaysPutOff?: number;

  @WholeNumber(0, MAX_OFFSET_DAYS, {
    optional: true,
    description: 'of a stage: after so many in which nothing happened, before the others begin; 0: never',
  })
  readonly workingDaysStuck?: number;
}

@ApiSchema({ name: 'SetReminderPolicy' })
export class SetReminderPolicyDto {
  @OneOf(DEADLINE_KINDS, 'DeadlineKind')
  readonly kind!: agreement.DeadlineKind;

  @Nested(() => SetRemindersDto, { description: 'what is absent stays as the definition has it' })
  readonly policy!: SetRemindersDto;
}

@ApiSchema({ name: 'PolicyOrigin' })
class PolicyOriginDto {
  @AWord(['platform', 'definition', 'agreement'], 'PolicyLevel')
  readonly level!: PolicyOrigin['level'];

  @AText({ optional: true })
  readonly definition?: string;

  @AText({ optional: true, description: 'the person' })
  readonly by?: string;

  @AnInstant({ optional: true })
  readonly at?: string;
}

@ApiSchema({ name: 'PolicyOrigins' })
class PolicyOriginsDto implements Record<keyof PolicyValues, PolicyOriginDto> {
  @Part(() => PolicyOriginDto)
  readonly workingDaysBefore!: PolicyOriginDto;

  @Part(() => PolicyOriginDto)
  readonly onTheDay!: PolicyOriginDto;

  @Part(() => PolicyOriginDto)
  readonly daysBefore!: PolicyOriginDto;

  @Part(() => PolicyOriginDto)
  readonly workingDaysAfter!: PolicyOriginDto;

  @Part(() => PolicyOriginDto)
  readonly daysAfter!: PolicyOriginDto;

  @Part(() => PolicyOriginDto)
  readonly repeat!: PolicyOriginDto;

  @Part(() => PolicyOriginDto)
  readonly escalate!: PolicyOriginDto;

  @Part(() => PolicyOriginDto)
  readonly workingDaysPutOff!: PolicyOriginDto;

  @Part(() => PolicyOriginDto)
  readonly workingDaysStuck!: PolicyOriginDto;
}

@ApiSchema({ name: 'ReminderPolicyRow' })
class ReminderPolicyRowDto {
  @AWord(DEADLINE_KINDS, 'DeadlineKind')
  readonly kind!: agreement.DeadlineKind;

  @Part(() => ReminderPolicyDto)
  readonly policy!: PolicyValues;

  @Part(() => PolicyOriginsDto)
  readonly origins!: PolicyOriginsDto;
}

@ApiSchema({ name: 'MutedReminders' })
class MutedRemindersDto implements Mute {
  @ADay({ description: 'the last local day without reminders' })
  readonly until!: string;

  @AText({ nullable: true, description: 'null: erased' })
  readonly reason!: string | null;

  @AText({ description: 'the person' })
  readonly by!: string;

  @AnInstant()
  readonly at!: string;
}

@ApiSchema({ name: 'ReminderPolicies' })
export class ReminderPoliciesDto implements ReminderPolicies {
  @PartList(() => ReminderPolicyRowDto)
  readonly items!: readonly ReminderPolicyRow[];

  @Part(() => MutedRemindersDto, { nullable: true, description: 'null: people are reminded' })
  readonly muted!: MutedRemindersDto | null;
}
