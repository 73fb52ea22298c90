import type { PersonDetail, PersonMandate, PersonReminders, PersonTenure } from '@entente/application';
import { ApiSchema } from '@nestjs/swagger';

import {
  ADay,
  AFlag,
  AnId,
  AnInstant,
  AnInteger,
  AText,
  AWord,
  Part,
  PartList,
  WordList,
} from '../fields/answer-fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { LANGUAGES } from '../fields/words.js';
import { HeldPositionDto } from './directory.dto.js';

@ApiSchema({ name: 'PersonTenure' })
class PersonTenureDto extends HeldPositionDto implements PersonTenure {
  @ADay()
  readonly from!: string;

  @ADay({ nullable: true, description: 'the first day on which somebody else or nobody held it' })
  readonly until!: string | null;
}

@ApiSchema({ name: 'PersonMandate' })
class PersonMandateDto implements PersonMandate {
  @AnId()
  readonly mandateId!: string;

  @AnId()
  readonly organisationId!: string;

  @Part(() => LocalTextDto, { nullable: true, description: 'whose duties may be done by somebody else' })
  readonly position!: LocalTextDto | null;

  @Part(() => LocalTextDto, { nullable: true, description: 'who may' })
  readonly to!: LocalTextDto | null;

  @ADay()
  readonly from!: string;

  @ADay({ nullable: true })
  readonly until!: string | null;

  @ADay({ nullable: true })
  readonly revokedOn!: string | null;
}

@ApiSchema({ name: 'BouncedAddress' })
class BouncedAddressDto {
  @AText({ description: 'as the last mail server numbers it, RFC 3463' })
  readonly status!: string;

  @AnInstant()
  readonly at!: string;
}

@ApiSchema({ name: 'ReminderWindow' })
class ReminderWindowDto {
  @AText({ description: 'HH:MM, where they are' })
  readonly from!: string;

  @AText({ description: 'HH:MM, from which nothing goes out any more' })
  readonly to!: string;
}

const ORIGINS = ['platform', 'person'];
type Origin = PersonReminders['origins']['window'];

@ApiSchema({ name: 'PersonReminderOrigins' })
class PersonReminderOriginsDto {
  @AWord(ORIGINS, 'PersonReminderOrigin')
  readonly window!: Origin;

  @AWord(ORIGINS, 'PersonReminderOrigin')
  readonly workingDaysOnly!: Origin;

  @AWord(ORIGINS, 'PersonReminderOrigin')
  readonly digest!: Origin;

  @AWord(ORIGINS, 'PersonReminderOrigin')
  readonly mutedUntil!: Origin;
}

@ApiSchema({ name: 'PersonReminders' })
class PersonRemindersDto implements PersonReminders {
  @Part(() => ReminderWindowDto)
  readonly window!: ReminderWindowDto;

  @AFlag()
  readonly workingDaysOnly!: boolean;

  @AFlag({ description: 'one message a day' })
  readonly digest!: boolean;

  @ADay({ nullable: true, description: 'the last local day without reminders' })
  readonly mutedUntil!: string | null;

  @AText({ nullable: true })
  readonly muteReason!: string | null;

  @Part(() => PersonReminderOriginsDto, { description: 'who said so' })
  readonly origins!: PersonReminderOriginsDto;
}

@ApiSchema({ name: 'PersonDetail' })
export class PersonDetailDto implements PersonDetail {
  @AnId()
  readonly personId!: string;

  @AnInteger()
  readonly revision!: number;

  @AText()
  readonly position!: string;

  @AFlag({ description: 'name and contacts were taken out for good' })
  readonly erased!: boolean;

  @Part(() => LocalTextDto, { nullable: true })
  readonly name!: LocalTextDto | null;

  @AText({ nullable: true, description: 'null: none, erased, or not for this viewer' })
  readonly email!: string | null;

  @AText({ nullable: true, description: 'null: none, erased, or not for this viewer' })
  readonly phone!: string | null;

  @Part(() => BouncedAddressDto, { nullable: true, description: 'mail to the address came back' })
  readonly bounced!: BouncedAddressDto | null;

  @AText({ nullable: true })
  readonly zone!: string | null;

  @AWord(LANGUAGES, 'Language')
  readonly language!: 'zh' | 'en';

  @Part(() => PersonRemindersDto, { nullable: true, description: 'null: erased, or not for this viewer' })
  readonly reminders!: PersonRemindersDto | null;

  @PartList(() => PersonTenureDto, { description: 'newest first' })
  readonly positions!: readonly PersonTenureDto[];

  @PartList(() => PersonMandateDto)
  readonly mandates!: readonly PersonMandateDto[];

  @WordList(['ChangeContacts', 'SetReminderPreferences', 'ErasePerson'], 'PersonCommand')
  readonly possible!: PersonDetail['possible'];
}
