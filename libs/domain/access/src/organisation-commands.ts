import type { Organisation, OrganisationCommandType } from '@entente/directory';

import { actingPositions, coordinatorPosition, type Viewer } from './viewer.js';

const LEAVING: readonly OrganisationCommandType[] = ['VacatePosition', 'EndPosition', 'RevokeMandate'];
const MANDATES: readonly OrganisationCommandType[] = ['GrantMandate', 'RevokeMandate'];
const STAFFING: readonly OrganisationCommandType[] = [
  'FillPosition',
  'VacatePosition',
  'EndPosition',
  ...MANDATES,
];
const ALL: readonly OrganisationCommandType[] = [
  'RenameOrganisation',
  'SetRegistrationCode',
  'NameHostUnit',
  'SetOrganisationCalendars',
  'MergeOrganisation',
  'DissolveOrganisation',
  ...STAFFING,
];

/** What this viewer is offered for an organisation; each command is judged by itself when it is sent. */
export function organisationCommandsFor(
  viewer: Viewer,
  organisationId: string,
  organisation: Organisation,
): readonly OrganisationCommandType[] {
  if (organisation.status === 'unknown') return [];
  const offered = offeredTo(viewer, organisationId);
  return organisation.closed ? offered.filter((command) => LEAVING.includes(command)) : offered;
}

function offeredTo(viewer: Viewer, organisationId: string): readonly OrganisationCommandType[] {
  if (coordinatorPosition(viewer)) return ALL;
  const own = actingPositions(viewer).filter((position) => position.organisationId === organisationId);
  if (own.some(({ roles }) => roles.includes('representative'))) return STAFFING;
  return own.length > 0 ? MANDATES : [];
}
