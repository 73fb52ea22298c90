import type { OrganisationCommandType } from '@entente/directory';
import { organisationMessages } from '@entente/application';

import * as dto from './organisation-bodies.js';

/** Registering has a path of its own: it makes the id. */
type SentByPath = Exclude<OrganisationCommandType, 'RegisterOrganisation'>;

interface Row {
  readonly dto: new () => object;
  readonly summary: string;
}

/** Every command of an organisation that has a path, with its body. */
const rows: Readonly<Record<SentByPath, Row>> = {
  RenameOrganisation: { dto: dto.RenameOrganisationDto, summary: 'Rename an organisation from a day on' },
  SetRegistrationCode: { dto: dto.SetRegistrationCodeDto, summary: 'Record its registration code' },
  NameHostUnit: { dto: dto.NameHostUnitDto, summary: 'Name the organisation through which it acts' },
  SetOrganisationCalendars: {
    dto: dto.SetOrganisationCalendarsDto,
    summary: 'Say which calendars count for it, from now on',
  },
  MergeOrganisation: { dto: dto.MergeOrganisationDto, summary: 'Record that it was merged into another' },
  DissolveOrganisation: { dto: dto.DissolveOrganisationDto, summary: 'Record that it was dissolved' },
  FillPosition: { dto: dto.FillPositionDto, summary: 'Say who fills a position of an organisation' },
  VacatePosition: { dto: dto.VacatePositionDto, summary: 'Say that nobody holds a position any more' },
  EndPosition: { dto: dto.EndPositionDto, summary: 'Abolish a position' },
  GrantMandate: { dto: dto.GrantMandateDto, summary: 'Let somebody do what a position may' },
  RevokeMandate: { dto: dto.RevokeMandateDto, summary: 'Revoke a mandate' },
};

export const organisationCommands = (Object.keys(rows) as SentByPath[]).map((type) => ({
  type,
  message: organisationMessages[type],
  /** As it stands in the path: `FillPosition` is `fill-position`. */
  path: type.replaceAll(/(?<=[a-z])[A-Z]/gu, (letter) => `-${letter}`).toLowerCase(),
  ...rows[type],
}));

export type OrganisationCommandRow = (typeof organisationCommands)[number];
