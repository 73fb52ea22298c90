import type { ReminderRow, ReminderTold } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AnId, AnInstant, AText, AWord, Part, PartList } from '../fields/answer-fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { pageOf } from '../fields/page.js';
import { REMINDER_CHANNELS, SUPPRESS_REASONS } from '../fields/words.js';

@ApiSchema({ name: 'RemindedPerson' })
export class RemindedPersonDto {
  @AnId()
  readonly personId!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly name!: LocalTextDto | null;
}

@ApiSchema({ name: 'ReminderTold' })
class ReminderToldDto implements ReminderTold {
  @AWord(['sent', 'bounced', 'held-back', 'closed'], 'ReminderToldStatus')
  readonly status!: ReminderTold['status'];

  @Part(() => RemindedPersonDto, {
    nullable: true,
    description: 'named to themselves and to those who see the outbox',
  })
  readonly person!: RemindedPersonDto | null;

  @AWord(REMINDER_CHANNELS, 'ReminderChannel', { nullable: true })
  readonly channel!: ReminderTold['channel'];

  @AWord(SUPPRESS_REASONS, 'SuppressReason', {
    nullable: true,
    description: 'why it was held back or closed',
  })
  readonly reason!: ReminderTold['reason'];

  @AnInstant()
  readonly at!: string;
}

@ApiSchema({ name: 'ReminderRow' })
export class ReminderRowDto implements ReminderRow {
  @AnId()
  readonly agreementId!: string;

  @AText({ nullable: true })
  readonly number!: string | null;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @AText()
  readonly deadlineId!: string;

  @AText()
  readonly step!: string;

  @AWord(['remind', 'escalate', 'elapse'], 'ReminderKind')
  readonly kind!: ReminderRow['kind'];

  @AnInstant()
  readonly at!: string;

  @ADay()
  readonly localDate!: string;

  @AWord(['planned', 'sent', 'suppressed', 'closed', 'missed'], 'ReminderStatus')
  readonly status!: ReminderRow['status'];

  @PartList(() => ReminderToldDto, { description: 'one for each it was for' })
  readonly told!: readonly ReminderToldDto[];
}

@ApiSchema({ name: 'ReminderPage' })
export class ReminderPageDto extends pageOf(ReminderRowDto) {}
