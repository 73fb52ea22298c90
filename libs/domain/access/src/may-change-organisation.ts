import type { Organisation, OrganisationCommand, PositionRole } from '@entente/directory';

import { mayRegister, permitIn, type Permission } from './permission.js';
import { actingPositions, isSystem, type Actor, type HeldPosition, type Viewer } from './viewer.js';

/** Roles that reach beyond one's own organisation: coordinators alone give and take them. */
const REACHING: readonly PositionRole[] = ['coordinator', 'auditor'];

/**
 * Coordinators keep the directory. A representative fills the positions of their own organisation and lets others act
 * for them; whoever holds a position may give its mandate away.
 */
export function mayChangeOrganisation(
  actor: Actor,
  command: OrganisationCommand,
  organisationId: string,
  organisation: Organisation,
): Permission<'not-allowed'> {
  const permission = mayRegister(actor);
  if ('allowed' in permission || isSystem(actor)) return permission;
  return permitIn(ownPosition(actor, command, organisationId, organisation));
}

function ownPosition(
  viewer: Viewer,
  command: OrganisationCommand,
  organisationId: string,
  organisation: Organisation,
): HeldPosition | undefined {
  const own = actingPositions(viewer).filter((position) => position.organisationId === organisationId);
  const representative = own.find(({ roles }) => roles.includes('representative'));
  const unlessReaching = (positionId: string | undefined): HeldPosition | undefined =>
    rolesOf(organisation, positionId).some(isReaching) ? undefined : representative;
  switch (command.type) {
    case 'FillPosition':
      return command.roles.some(isReaching) ? undefined : unlessReaching(command.positionId);
    case 'VacatePosition':
    case 'EndPosition':
      return unlessReaching(command.positionId);
    case 'GrantMandate':
    case 'RevokeMandate': {
      const positionId = granterOf(command, organisation);
      return own.find((position) => position.positionId === positionId) ?? unlessReaching(positionId);
    }
    case 'RegisterOrganisation':
    case 'RenameOrganisation':
    case 'SetRegistrationCode':
    case 'NameHostUnit':
    case 'SetOrganisationCalendars':
    case 'MergeOrganisation':
    case 'DissolveOrganisation':
      return undefined;
    default:
      return nobody(command);
  }
}

function granterOf(
  command: Extract<OrganisationCommand, { readonly type: 'GrantMandate' | 'RevokeMandate' }>,
  organisation: Organisation,
): string | undefined {
  if (command.type === 'GrantMandate') return command.fromPositionId;
  if (organisation.status === 'unknown') return undefined;
  return organisation.mandates.find(({ mandateId }) => mandateId === command.mandateId)?.fromPositionId;
}

/** Also of a position that is vacant: what it last had. */
function rolesOf(organisation: Organisation, positionId: string | undefined): readonly PositionRole[] {
  if (organisation.status === 'unknown') return [];
  const known = organisation.history.find((position) => position.positionId === positionId);
  return known?.tenures.at(-1)?.roles ?? [];
}

const isReaching = (role: PositionRole): boolean => REACHING.includes(role);

/** Closes the switch: a command without a rule does not compile, and one from elsewhere is nobody's. */
function nobody(_never: never): HeldPosition | undefined {
  return undefined;
}
