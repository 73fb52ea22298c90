import type * as agreement from '@entente/agreement';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AFlag, AnInstant, AText, AWord, IntegerList, Part } from '../../fields/answer-fields.js';
import { DEADLINE_KINDS } from '../../fields/words.js';

@ApiSchema({ name: 'ReminderPolicy' })
export class ReminderPolicyDto implements agreement.ReminderPolicy {
  @IntegerList()
  readonly workingDaysBefore!: readonly number[];

  @AFlag()
  readonly onTheDay!: boolean;
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
}
