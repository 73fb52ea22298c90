import type { LateReminder, OutageReport } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import { AnId, AnInstant, AnInteger, AText, Part, PartList } from '../fields/answer-fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { QueryInteger } from '../fields/query-fields.js';
import { RemindedPersonDto } from './reminder.dto.js';

export class OutageQueryDto {
  @QueryInteger(1, 100_000, { default: 15, description: 'only what was at least so late' })
  readonly minutes?: number;
}

@ApiSchema({ name: 'LateReminder' })
class LateReminderDto implements LateReminder {
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

  @Part(() => RemindedPersonDto)
  readonly person!: RemindedPersonDto;

  @AnInstant({ description: 'from when on it might go to the person' })
  readonly opensAt!: string;

  @AnInstant()
  readonly sentAt!: string;

  @AnInteger()
  readonly lateMinutes!: number;
}

@ApiSchema({ name: 'OutageReport' })
export class OutageReportDto implements OutageReport {
  @AnInstant()
  readonly since!: string;

  @AnInteger()
  readonly total!: number;

  @AnInteger()
  readonly worstMinutes!: number;

  @PartList(() => LateReminderDto, { description: 'the latest first, fifty at most' })
  readonly items!: readonly LateReminderDto[];
}
