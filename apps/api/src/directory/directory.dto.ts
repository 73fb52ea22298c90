import type { DirectoryPosition, OrganisationRow, PersonRow } from '@entente/application';
import type * as directory from '@entente/directory';
import { ApiSchema } from '@nestjs/swagger';

import { AnId, AWord, Part, PartList, WordList } from '../fields/answer-fields.js';
import { Day, Email, Flag, Nested, OneOf, Text, Zone } from '../fields/fields.js';
import { LocalTextDto, LocalTextField } from '../fields/local-text.js';
import { pageOf } from '../fields/page.js';
import { LANGUAGES, POSITION_ROLES } from '../fields/words.js';

const MAX_REASON = 2_000;
const CHANGED = { optional: true, nullable: true, description: 'absent: it stays; null: there is none' };

@ApiSchema({ name: 'RegisterOrganisation' })
export class RegisterOrganisationDto implements Omit<directory.RegisterOrganisation, 'type'> {
  @LocalTextField()
  readonly name!: LocalTextDto;
}

@ApiSchema({ name: 'RegisterPerson' })
export class RegisterPersonDto implements Omit<directory.RegisterPerson, 'type'> {
  @LocalTextField()
  readonly name!: LocalTextDto;

  @Email({ optional: true })
  readonly email?: string;

  @Zone({ optional: true })
  readonly zone?: string;

  @OneOf(LANGUAGES, 'Language')
  readonly language!: 'zh' | 'en';
}

@ApiSchema({ name: 'ChangeContacts' })
export class ChangeContactsDto implements Omit<directory.ChangeContacts, 'type'> {
  @Email(CHANGED)
  readonly email?: string | null;

  @Text(30, CHANGED)
  readonly phone?: string | null;

  @Zone(CHANGED)
  readonly zone?: string | null;

  @OneOf(LANGUAGES, 'Language', { optional: true })
  readonly language?: 'zh' | 'en';
}

@ApiSchema({ name: 'SetReminderWindow' })
class SetReminderWindowDto {
  @Text(5, { description: 'HH:MM, where they are' })
  readonly from!: string;

  @Text(5, { description: 'HH:MM, from which nothing goes out any more' })
  readonly to!: string;
}

const RETURNED = {
  optional: true,
  nullable: true,
  description: 'absent: it stays; null: as the platform has it',
};

@ApiSchema({ name: 'SetReminderPreferences' })
export class SetReminderPreferencesDto implements Omit<directory.SetReminderPreferences, 'type'> {
  @Nested(() => SetReminderWindowDto, RETURNED)
  readonly window?: SetReminderWindowDto | null;

  @Flag(RETURNED)
  readonly workingDaysOnly?: boolean | null;

  @Flag({ ...RETURNED, description: 'one message a day; null: as the platform has it' })
  readonly digest?: boolean | null;

  @Day({ ...RETURNED, description: 'the last local day without reminders; null: none' })
  readonly mutedUntil?: string | null;

  @Text(MAX_REASON, { optional: true, description: 'why they are not reminded; asked for with a day' })
  readonly muteReason?: string;
}

@ApiSchema({ name: 'ErasePerson' })
export class ErasePersonDto implements Omit<directory.ErasePerson, 'type'> {
  @Text(MAX_REASON)
  readonly reason!: string;
}

@ApiSchema({ name: 'PersonName' })
class PersonNameDto {
  @AnId()
  readonly personId!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;
}

/** What every answer about a position says of it. */
export class PositionDto {
  @AnId()
  readonly positionId!: string;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @WordList(POSITION_ROLES, 'PositionRole')
  readonly roles!: readonly directory.PositionRole[];
}

@ApiSchema({ name: 'DirectoryPosition' })
class DirectoryPositionDto extends PositionDto implements DirectoryPosition {
  @Part(() => PersonNameDto)
  readonly person!: PersonNameDto;
}

@ApiSchema({ name: 'OrganisationRow' })
export class OrganisationRowDto implements OrganisationRow {
  @AnId()
  readonly organisationId!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @PartList(() => DirectoryPositionDto)
  readonly positions!: readonly DirectoryPositionDto[];
}

@ApiSchema({ name: 'OrganisationPage' })
export class OrganisationPageDto extends pageOf(OrganisationRowDto) {}

@ApiSchema({ name: 'OrganisationName' })
class OrganisationNameDto {
  @AnId()
  readonly organisationId!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;
}

@ApiSchema({ name: 'HeldPosition' })
export class HeldPositionDto extends PositionDto {
  @Part(() => OrganisationNameDto)
  readonly organisation!: OrganisationNameDto;
}

@ApiSchema({ name: 'PersonRow' })
export class PersonRowDto implements PersonRow {
  @AnId()
  readonly personId!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @AWord(LANGUAGES, 'Language')
  readonly language!: 'zh' | 'en';

  @PartList(() => HeldPositionDto)
  readonly positions!: readonly HeldPositionDto[];
}

@ApiSchema({ name: 'PersonPage' })
export class PersonPageDto extends pageOf(PersonRowDto) {}
