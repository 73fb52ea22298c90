import type { DirectoryEvent, OrganisationDetail } from '@entente/application';
import type * as directory from '@entente/directory';
import { ApiExtraModels, ApiSchema } from '@nestjs/swagger';

import {
  ADay,
  AnId,
  AnInstant,
  AnInteger,
  AText,
  Part,
  PartById,
  PartList,
  WordList,
} from '../fields/answer-fields.js';
import { LocalTextDto } from '../fields/local-text.js';
import { ORGANISATION_COMMANDS, POSITION_ROLES } from '../fields/words.js';
import { MandateScopeDto } from './organisation-bodies.js';

@ApiSchema({ name: 'Source' })
class SourceDto implements directory.Source {
  @AnInteger({ description: 'of the event in this stream' })
  readonly revision!: number;

  @AnInstant()
  readonly recordedAt!: string;

  @AText()
  readonly actor!: string;

  @AText({ optional: true })
  readonly actingAs?: string;
}

@ApiSchema({ name: 'NameFrom' })
class NameFromDto implements directory.NameFrom {
  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @ADay({ nullable: true, description: 'null: since it was registered' })
  readonly from!: string | null;

  @Part(() => SourceDto)
  readonly source!: SourceDto;
}

@ApiSchema({ name: 'Tenure' })
class TenureDto implements directory.Tenure {
  @AnId()
  readonly personId!: string;

  @Part(() => LocalTextDto)
  readonly title!: LocalTextDto;

  @WordList(POSITION_ROLES, 'PositionRole')
  readonly roles!: readonly directory.PositionRole[];

  @ADay()
  readonly from!: string;

  @ADay({ optional: true, description: 'the first day on which somebody else or nobody held it' })
  readonly until?: string;

  @Part(() => SourceDto)
  readonly source!: SourceDto;

  @Part(() => SourceDto, { optional: true })
  readonly ended?: SourceDto;
}

@ApiSchema({ name: 'PositionHistory' })
class PositionHistoryDto implements directory.PositionHistory {
  @AnId()
  readonly positionId!: string;

  @PartList(() => TenureDto)
  readonly tenures!: readonly TenureDto[];

  @ADay({ optional: true })
  readonly endedOn?: string;
}

@ApiSchema({ name: 'Revocation' })
class RevocationDto {
  @ADay()
  readonly on!: string;

  @AText({ nullable: true, description: 'null: none was given, it is not for this viewer, or it was erased' })
  readonly reason!: string | null;

  @Part(() => SourceDto)
  readonly source!: SourceDto;
}

@ApiSchema({ name: 'Mandate' })
class MandateDto implements directory.Mandate {
  @AnId()
  readonly mandateId!: string;

  @AnId()
  readonly fromPositionId!: string;

  @AnId({ optional: true })
  readonly toPositionId?: string;

  @AnId({ optional: true })
  readonly toPersonId?: string;

  @Part(() => MandateScopeDto)
  readonly scope!: MandateScopeDto;

  @ADay()
  readonly from!: string;

  @ADay({ optional: true })
  readonly until?: string;

  @AnId()
  readonly grantedBy!: string;

  @Part(() => SourceDto)
  readonly source!: SourceDto;

  @Part(() => RevocationDto, { optional: true })
  readonly revoked?: RevocationDto;
}

@ApiSchema({ name: 'HostUnit' })
class HostUnitDto {
  @AnId()
  readonly hostId!: string;

  @ADay()
  readonly from!: string;
}

@ApiSchema({ name: 'Closure' })
class ClosureDto {
  @ADay()
  readonly on!: string;

  @AnId({ nullable: true, description: 'the organisation it was merged into; null: it was dissolved' })
  readonly into!: string | null;
}

@ApiSchema({ name: 'OrganisationCalendars' })
class OrganisationCalendarsDto {
  @AText({ nullable: true, description: "null: the coordinating department's" })
  readonly country!: string | null;

  @AText({ nullable: true, description: 'days off of its own' })
  readonly closures!: string | null;
}

@ApiSchema({ name: 'DirectoryEvent' })
class DirectoryEventDto implements DirectoryEvent {
  @AnInteger()
  readonly revision!: number;

  @AText()
  readonly type!: string;

  @AnInstant()
  readonly recordedAt!: string;

  @Part(() => LocalTextDto)
  readonly sentence!: LocalTextDto;
}

@ApiExtraModels(LocalTextDto)
@ApiSchema({ name: 'OrganisationDetail' })
export class OrganisationDetailDto implements OrganisationDetail {
  @AnId()
  readonly organisationId!: string;

  @AnInteger()
  readonly revision!: number;

  @AText()
  readonly position!: string;

  @Part(() => LocalTextDto)
  readonly name!: LocalTextDto;

  @PartList(() => NameFromDto)
  readonly names!: readonly NameFromDto[];

  @AText({ nullable: true })
  readonly registrationCode!: string | null;

  @Part(() => HostUnitDto, { nullable: true })
  readonly host!: HostUnitDto | null;

  @Part(() => ClosureDto, { nullable: true })
  readonly closed!: ClosureDto | null;

  @Part(() => OrganisationCalendarsDto)
  readonly calendars!: OrganisationCalendarsDto;

  @PartList(() => PositionHistoryDto)
  readonly positions!: readonly PositionHistoryDto[];

  @PartList(() => MandateDto)
  readonly mandates!: readonly MandateDto[];

  @PartList(() => DirectoryEventDto, { description: 'newest first; none for whoever is not told reasons' })
  readonly history!: readonly DirectoryEventDto[];

  @WordList(ORGANISATION_COMMANDS, 'OrganisationCommand')
  readonly possible!: readonly directory.OrganisationCommandType[];

  @PartById(LocalTextDto, { description: 'of people, positions and organisations' })
  readonly nameOf!: Readonly<Record<string, LocalTextDto>>;
}
