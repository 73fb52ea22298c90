import type * as directory from '@entente/directory';
import { ApiSchema } from '@nestjs/swagger';

import { Day, Id, ManyOf, Nested, Text, Word } from '../fields/fields.js';
import { KeyList } from '../fields/key-list.js';
import { LocalTextDto, LocalTextField } from '../fields/local-text.js';
import { POSITION_ROLES } from '../fields/words.js';

type Body<Command> = Omit<Command, 'type'>;

const MAX_REASON = 2_000;

@ApiSchema({ name: 'RenameOrganisation' })
export class RenameOrganisationDto implements Body<directory.RenameOrganisation> {
  @LocalTextField()
  readonly name!: LocalTextDto;

  @Day({ description: 'local day from which it is called so, today at the latest' })
  readonly from!: string;
}

@ApiSchema({ name: 'SetRegistrationCode' })
export class SetRegistrationCodeDto implements Body<directory.SetRegistrationCode> {
  @Text(40, { description: 'letters, digits, spaces, dots, slashes and hyphens' })
  readonly code!: string;
}

@ApiSchema({ name: 'NameHostUnit' })
export class NameHostUnitDto implements Body<directory.NameHostUnit> {
  @Id({ optional: true, description: 'absent: it acts through none any more' })
  readonly hostId?: string;

  @Day()
  readonly from!: string;
}

@ApiSchema({ name: 'SetOrganisationCalendars' })
export class SetOrganisationCalendarsDto implements Body<directory.SetOrganisationCalendars> {
  @Word({ optional: true, description: "absent: the coordinating department's counts", example: 'cn' })
  readonly country?: string;

  @Word({ optional: true, description: 'days off of its own; absent: none' })
  readonly closures?: string;
}

@ApiSchema({ name: 'MergeOrganisation' })
export class MergeOrganisationDto implements Body<directory.MergeOrganisation> {
  @Id()
  readonly into!: string;

  @Day()
  readonly on!: string;
}

@ApiSchema({ name: 'DissolveOrganisation' })
export class DissolveOrganisationDto implements Body<directory.DissolveOrganisation> {
  @Day()
  readonly on!: string;

  @Text(MAX_REASON, { optional: true })
  readonly reason?: string;
}

@ApiSchema({ name: 'FillPosition' })
export class FillPositionDto implements Body<directory.FillPosition> {
  @Id({ optional: true, description: 'absent: a new position' })
  readonly positionId?: string;

  @LocalTextField()
  readonly title!: LocalTextDto;

  @ManyOf(POSITION_ROLES, 'PositionRole')
  readonly roles!: readonly directory.PositionRole[];

  @Id()
  readonly personId!: string;

  @Day({ description: 'local day from which the person holds it, today at the latest' })
  readonly from!: string;
}

@ApiSchema({ name: 'VacatePosition' })
export class VacatePositionDto implements Body<directory.VacatePosition> {
  @Id()
  readonly positionId!: string;

  @Day({ description: 'the first local day on which nobody holds it' })
  readonly on!: string;

  @Text(MAX_REASON, { optional: true })
  readonly reason?: string;
}

@ApiSchema({ name: 'EndPosition' })
export class EndPositionDto implements Body<directory.EndPosition> {
  @Id()
  readonly positionId!: string;

  @Day()
  readonly on!: string;
}

@ApiSchema({ name: 'MandateScope' })
export class MandateScopeDto implements directory.MandateScope {
  @KeyList(100, { optional: true, description: 'absent: agreements of every kind' })
  readonly kinds?: readonly string[];

  @KeyList(100, { optional: true, description: 'absent: every agreement' })
  readonly agreementIds?: readonly string[];
}

@ApiSchema({ name: 'GrantMandate' })
export class GrantMandateDto implements Body<directory.GrantMandate> {
  @Id({ description: 'the position whose duties somebody else may do' })
  readonly fromPositionId!: string;

  @Id({ optional: true, description: 'whoever holds this position, or else toPersonId' })
  readonly toPositionId?: string;

  @Id({ optional: true })
  readonly toPersonId?: string;

  @Nested(() => MandateScopeDto)
  readonly scope!: MandateScopeDto;

  @Day()
  readonly from!: string;

  @Day({ optional: true, description: 'the last day; absent: until it is revoked' })
  readonly until?: string;
}

@ApiSchema({ name: 'RevokeMandate' })
export class RevokeMandateDto implements Body<directory.RevokeMandate> {
  @Id()
  readonly mandateId!: string;

  @Day({ description: 'the first local day on which it does not hold' })
  readonly on!: string;

  @Text(MAX_REASON, { optional: true })
  readonly reason?: string;
}
