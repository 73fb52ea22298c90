import type { ReminderRow } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { ADay, AnId, AnInstant, AText, AWord, Part } from '../fields/answer-fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { pageOf } from '../fields/page.js';

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
}

@ApiSchema({ name: 'ReminderPage' })
export class ReminderPageDto extends pageOf(ReminderRowDto) {}
