import type { Calendar } from '@entente/calendar';
import { isUuid } from '@entente/canonical';
import {
  mayChangeContacts,
  mayChangeOrganisation,
  mayKeepFilters,
  mayRegister,
  mayTellOfBounces,
  type Actor,
  type Permission,
} from '@entente/access';
import {
  organisationDecider,
  personDecider,
  type DirectoryRefusalCode,
  type Organisation,
  type OrganisationCommand,
  type OrganisationContext,
  type OrganisationFact,
  type Person,
  type PersonCommand,
  type PersonContext,
  type PersonFact,
} from '@entente/directory';
import { parseStreamName, refuse, type Gathered, type Refused, type UseCase } from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';
import { confirmPosition } from './confirm-position.js';
import { readOrganisation } from './organisations.js';

export type DirectoryCode = DirectoryRefusalCode | 'not-allowed';

export function organisationUseCase(
  ports: Facts,
  actor: Actor,
): UseCase<Organisation, OrganisationCommand, OrganisationFact, OrganisationContext, DirectoryCode> {
  return {
    decider: organisationDecider,
    async gather(state, { command, stream }) {
      const { id } = parseStreamName(stream);
      const permitted = await permit(ports, actor, mayChangeOrganisation(actor, command, id, state));
      if ('refused' in permitted) return permitted;
      const otherIsKnown = await isOtherKnown(ports, actor.space, id, otherNamedBy(command));
      const calendars = await calendarsNamedBy(ports, actor.space, command);
      return { ...permitted, facts: { zone: ports.zone, otherIsKnown, calendars } };
    },
  };
}

export function personUseCase(
  ports: Facts,
  actor: Actor,
): UseCase<Person, PersonCommand, PersonFact, PersonContext, DirectoryCode> {
  return {
    decider: personDecider,
    async gather(_, { command, stream }) {
      const permitted = await permit(ports, actor, mayChangePerson(actor, command, stream));
      return 'refused' in permitted ? permitted : { ...permitted, facts: { zone: ports.zone } };
    },
  };
}

function mayChangePerson(actor: Actor, { type }: PersonCommand, stream: string): Permission<'not-allowed'> {
  const personId = parseStreamName(stream).id;
  switch (type) {
    case 'SaveBoardFilter':
    case 'RemoveBoardFilter':
    case 'ChooseBoardColumns':
    case 'MarkInboxRead':
      return mayKeepFilters(actor, personId);
    case 'ChangeContacts':
    case 'SetReminderPreferences':
      return mayChangeContacts(actor, personId);
    case 'RecordAddressBounced':
      return mayTellOfBounces(actor);
    default:
      return mayRegister(actor);
  }
}

async function permit(
  ports: Facts,
  actor: Actor,
  permission: Permission<'not-allowed'>,
): Promise<Gathered<object> | Refused<'not-allowed'>> {
  if ('refused' in permission) return permission;
  if (!(await confirmPosition(ports, actor, permission.actingAs))) return refuse('not-allowed');
  return permission.actingAs === undefined ? { facts: {} } : { facts: {}, actingAs: permission.actingAs };
}

function otherNamedBy(command: OrganisationCommand): string | undefined {
  if (command.type === 'MergeOrganisation') return command.into;
  return command.type === 'NameHostUnit' ? command.hostId : undefined;
}

async function calendarsNamedBy(
  ports: Facts,
  space: string,
  command: OrganisationCommand,
): Promise<readonly Calendar[]> {
  if (command.type !== 'SetOrganisationCalendars') return [];
  const ids = [command.country, command.closures].filter((id) => id !== undefined);
  return ports.newestCalendars(space, ids);
}

async function isOtherKnown(
  { store }: Facts,
  space: string,
  own: string,
  other: string | undefined,
): Promise<boolean> {
  if (other === undefined || other === own || !isUuid(other)) return false;
  return (await readOrganisation(store, space, other))?.organisation.status === 'registered';
}
