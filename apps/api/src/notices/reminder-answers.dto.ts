import type { RemindedPeople, RemindedPersonRow } from '@entente/application';
import { MAX_WORD, type ToldMeans } from '@entente/reminder';
import { ApiSchema } from '@nestjs/swagger';

import { AnswerGivenDto, SnoozeDaysDto } from '../answers/answer-link.dto.js';
import { AFlag, AnId, AnInstant, AText, AWord, Part, PartList } from '../fields/answer-fields.js';
import { Day, Flag, Id, Instant, Key, OneOf, Text } from '../fields/fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { TOLD_MEANS } from '../fields/words.js';
import { RemindedPersonDto } from './reminder.dto.js';

@ApiSchema({ name: 'AcknowledgeReminder' })
export class AcknowledgeReminderDto {
  @Key()
  readonly deadlineId!: string;
}

@ApiSchema({ name: 'SnoozeReminder' })
export class SnoozeReminderDto {
  @Key()
  readonly deadlineId!: string;

  @Day({ description: 'reminded again on that local day' })
  readonly until!: string;
}

@ApiSchema({ name: 'HandOverDuty' })
export class HandOverDutyDto {
  @Key()
  readonly deadlineId!: string;

  @Id({ optional: true, description: 'the position that was reminded; absent: the sender’s' })
  readonly positionId?: string;

  @Id({ optional: true, description: 'of the same organisation; absent: whose it is, is to be found out' })
  readonly toPositionId?: string;

  @Text(MAX_WORD, { optional: true })
  readonly word?: string;
}

@ApiSchema({ name: 'RecordTold' })
export class RecordToldDto {
  @Key()
  readonly deadlineId!: string;

  @Id({ description: 'the position that is reminded' })
  readonly positionId!: string;

  @Id({ description: 'who was told' })
  readonly personId!: string;

  @OneOf(TOLD_MEANS, 'ToldMeans')
  readonly means!: ToldMeans;

  @Instant()
  readonly toldAt!: string;

  @Flag({ optional: true, description: 'they promised to see to it' })
  readonly promised?: boolean;

  @Text(MAX_WORD, { optional: true })
  readonly note?: string;
}

@ApiSchema({ name: 'DutyHandedOver' })
class HandedOverDto {
  @AnId({ nullable: true })
  readonly toPositionId!: string | null;

  @Part(() => LocalTextDto, { nullable: true })
  readonly toTitle!: LocalTextDto | null;

  @AText({ nullable: true })
  readonly word!: string | null;

  @AnInstant()
  readonly at!: string;
}

@ApiSchema({ name: 'ToldByHand' })
class ToldByHandDto {
  @AnId()
  readonly personId!: string;

  @AWord(TOLD_MEANS, 'ToldMeans')
  readonly means!: ToldMeans;

  @AnInstant()
  readonly at!: string;

  @AFlag()
  readonly promised!: boolean;

  @AText({ nullable: true })
  readonly note!: string | null;
}

@ApiSchema({ name: 'RemindedRow' })
class RemindedRowDto implements RemindedPersonRow {
  @AnId()
  readonly positionId!: string;

  @Part(() => LocalTextDto, { nullable: true })
  readonly title!: LocalTextDto | null;

  @AnId({ nullable: true, description: 'the party whose position it is; null: the coordinators’' })
  readonly organisationId!: string | null;

  @Part(() => RemindedPersonDto, { nullable: true, description: 'null: nobody is there to be reminded' })
  readonly person!: RemindedPersonDto | null;

  @AFlag({ description: 'the viewer answers for them' })
  readonly isViewer!: boolean;

  @Part(() => AnswerGivenDto, { nullable: true })
  readonly answer!: AnswerGivenDto | null;

  @Part(() => HandedOverDto, { nullable: true })
  readonly handedOver!: HandedOverDto | null;

  @PartList(() => ToldByHandDto)
  readonly byHand!: readonly ToldByHandDto[];
}

@ApiSchema({ name: 'RemindedPeople' })
export class RemindedPeopleDto implements RemindedPeople {
  @PartList(() => RemindedRowDto)
  readonly items!: readonly RemindedRowDto[];

  @Part(() => SnoozeDaysDto, { nullable: true, description: 'null: it cannot be put off any more' })
  readonly snooze!: SnoozeDaysDto | null;
}

@ApiSchema({ name: 'MessageToCopy' })
export class MessageToCopyDto {
  @AWord(['zh', 'en'], 'Language')
  readonly language!: 'zh' | 'en';

  @AText()
  readonly text!: string;

  @AText({ description: 'by which they answer without an account' })
  readonly url!: string;
}

export class MessageQueryDto {
  @Id({ description: 'the position that is reminded' })
  readonly position!: string;
}
