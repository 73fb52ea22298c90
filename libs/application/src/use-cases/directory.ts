import { mayRegister, type Actor } from '@entente/access';
import {
  organisationDecider,
  personDecider,
  type DirectoryRefusalCode,
  type Organisation,
  type OrganisationCommand,
  type OrganisationFact,
  type Person,
  type PersonCommand,
  type PersonFact,
} from '@entente/directory';
import { refuse, type Gathered, type Refused, type UseCase } from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';
import { confirmPosition } from './confirm-position.js';

export type DirectoryCode = DirectoryRefusalCode | 'not-allowed';

export function organisationUseCase(
  ports: Facts,
  actor: Actor,
): UseCase<Organisation, OrganisationCommand, OrganisationFact, object, DirectoryCode> {
  return { decider: organisationDecider, gather: () => permit(ports, actor) };
}

export function personUseCase(
  ports: Facts,
  actor: Actor,
): UseCase<Person, PersonCommand, PersonFact, object, DirectoryCode> {
  return { decider: personDecider, gather: () => permit(ports, actor) };
}

async function permit(ports: Facts, actor: Actor): Promise<Gathered<object> | Refused<'not-allowed'>> {
  const permission = mayRegister(actor);
  if ('refused' in permission) return permission;
  if (!(await confirmPosition(ports, actor, permission.actingAs))) return refuse('not-allowed');
  return permission.actingAs === undefined ? { facts: {} } : { facts: {}, actingAs: permission.actingAs };
}
