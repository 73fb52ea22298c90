import type * as agreement from '@entente/agreement';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';

import {
  ADay,
  AFlag,
  AnInstant,
  AnInteger,
  AText,
  AWord,
  IntegerList,
  Part,
  PartList,
} from '../../fields/answer-fields.js';
import { DEADLINE_KINDS, ESCALATION_LEVELS } from '../../fields/words.js';

@ApiSchema({ name: 'RepeatedReminder' })
class RepeatedReminderDto {
  @AnInteger({ description: 'days between one and the next' })
  readonly every!: number;

  @AWord(['working', 'calendar'], 'CountedDays')
  readonly count!: 'working' | 'calendar';

  @AnInteger()
  readonly times!: number;
}

@ApiSchema({ name: 'Escalation' })
class EscalationDto {
  @AWord(ESCALATION_LEVELS, 'EscalationLevel')
  readonly to!: agreement.EscalationLevel;

  @AnInteger()
  readonly workingDaysAfter!: number;
}

@ApiSchema({ name: 'ReminderPolicy' })
export class ReminderPolicyDto implements agreement.ReminderPolicy {
  @IntegerList()
  readonly workingDaysBefore!: readonly number[];

  @AFlag()
  readonly onTheDay!: boolean;

  @IntegerList({ optional: true, description: 'days of any calendar' })
  readonly daysBefore?: readonly number[];

  @IntegerList({ optional: true })
  readonly workingDaysAfter?: readonly number[];

  @IntegerList({ optional: true })
  readonly daysAfter?: readonly number[];

  @Part(() => RepeatedReminderDto, { optional: true })
  readonly repeat?: RepeatedReminderDto;

  @PartList(() => EscalationDto, { optional: true })
  readonly escalate?: readonly EscalationDto[];

  @AnInteger({ optional: true, description: 'how long somebody further up is kept waiting' })
  readonly workingDaysPutOff?: number;

  @AnInteger({ optional: true, description: 'of a stage in which nothing happens' })
  readonly workingDaysStuck?: number;
}

@ApiSchema({ name: 'Deadline' })
export class DeadlineDto implements agreement.Deadline {
  @AText()
  readonly deadlineId!: string;

  @AWord(DEADLINE_KINDS, 'DeadlineKind')
  readonly kind!: agreement.DeadlineKind;

  @AText({ description: 'the stage or milestone it belongs to' })
  readonly subject!: string;

  @AText()
  readonly rule!: string;

  @AText()
  readonly calendar!: string;

  @AText()
  readonly zone!: string;

  @AText()
  readonly tzdb!: string;

  @ADay()
  readonly localDate!: string;

  @AnInstant({ description: 'the first instant at which it is missed' })
  readonly dueAt!: string;

  @AFlag()
  readonly provisional!: boolean;

  @Part(() => ReminderPolicyDto)
  readonly remind!: ReminderPolicyDto;

  @AWord(['open', 'met', 'cancelled'], 'DeadlineStatus')
  readonly status!: 'open' | 'met' | 'cancelled';

  @AnInstant({ optional: true, description: 'when it was found not to be met in time' })
  readonly missedAt?: string;

  @ApiProperty({
    type: Boolean,
    enum: [true],
    required: false,
    description: 'it was met in time and recorded later',
  })
  readonly lateRecorded?: true;

  @AnInstant({ optional: true, description: 'since when no time counts for it' })
  readonly suspendedAt?: string;
}
