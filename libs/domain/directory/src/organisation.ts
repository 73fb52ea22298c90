import { canonicalText } from '@entente/canonical';
import { refuse, type Circumstances, type Decider, type Stamped } from '@entente/event-sourcing';

import { nameFault } from './checks.js';
import type { OrganisationDecision } from './decision.js';
import type { OrganisationFact, OrganisationRegistered } from './events.js';
import { evolveCalendars, setCalendars } from './organisation-calendars.js';
import { decideIdentity, evolveIdentity, isClosingRepeat } from './identity.js';
import { evolveMandates, grantMandate, revokeMandate } from './mandates.js';
import type {
  OrganisationCommand,
  OrganisationContext,
  RegisterOrganisation,
} from './organisation-commands.js';
import { otherwise, type Organisation, type RegisteredOrganisation } from './organisation-state.js';
import { evolvePositions, fillPosition, leavePosition, sourceOf } from './positions.js';
import type { DirectoryRefusalCode } from './refusals.js';

const REASON = { fields: ['reason'], under: 'entry' } as const;

export const organisationDecider: Decider<
  Organisation,
  OrganisationCommand,
  OrganisationFact,
  OrganisationContext,
  DirectoryRefusalCode
> = {
  initial: { status: 'unknown', positions: [] },
  schemaVersions: {
    OrganisationRegistered: 1,
    OrganisationRenamed: 1,
    RegistrationCodeSet: 1,
    HostUnitNamed: 1,
    OrganisationCalendarsSet: 1,
    OrganisationMerged: 1,
    OrganisationDissolved: 1,
    PositionFilled: 1,
    PositionVacated: 1,
    PositionEnded: 1,
    MandateGranted: 1,
    MandateRevoked: 1,
  },
  sealed: { OrganisationDissolved: REASON, PositionVacated: REASON, MandateRevoked: REASON },
  decide(state, command, context) {
    if (command.type === 'RegisterOrganisation') return registerOrganisation(state, command);
    return state.status === 'unknown'
      ? refuse('unknown-organisation')
      : decideRegistered(state, command, context);
  },
  evolve(state, event) {
    if (event.type === 'OrganisationRegistered') return registered(event);
    return state.status === 'unknown' ? state : evolveRegistered(state, event);
  },
};

function registerOrganisation(state: Organisation, { name }: RegisterOrganisation): OrganisationDecision {
  if (state.status === 'registered') {
    return canonicalText(state.name) === canonicalText(name)
      ? []
      : refuse('already-registered', { field: 'name', facts: { name: state.name } });
  }
  return nameFault('name', name) ?? [{ type: 'OrganisationRegistered', data: { name } }];
}

function decideRegistered(
  state: RegisteredOrganisation,
  command: Exclude<OrganisationCommand, RegisterOrganisation>,
  context: OrganisationContext & Circumstances,
): OrganisationDecision {
  switch (command.type) {
    case 'VacatePosition':
    case 'EndPosition':
      return leavePosition(state, command, context);
    case 'RevokeMandate':
      return revokeMandate(state, command, context);
    case 'MergeOrganisation':
    case 'DissolveOrganisation':
      if (isClosingRepeat(state, command)) return [];
      return closedFault(state) ?? decideIdentity(state, command, context);
    case 'RenameOrganisation':
    case 'SetRegistrationCode':
    case 'NameHostUnit':
      return closedFault(state) ?? decideIdentity(state, command, context);
    case 'SetOrganisationCalendars':
      return closedFault(state) ?? setCalendars(state, command, context);
    case 'FillPosition':
      return closedFault(state) ?? fillPosition(state, command, context);
    case 'GrantMandate':
      return closedFault(state) ?? grantMandate(state, command, context);
    default:
      return otherwise(command, []);
  }
}

function registered(event: Stamped<OrganisationRegistered>): RegisteredOrganisation {
  const { name } = event.data;
  const names = [{ name, from: null, source: sourceOf(event) }];
  return { status: 'registered', name, positions: [], names, history: [], mandates: [] };
}

function evolveRegistered(
  state: RegisteredOrganisation,
  event: Exclude<Stamped<OrganisationFact>, { readonly type: 'OrganisationRegistered' }>,
): RegisteredOrganisation {
  switch (event.type) {
    case 'PositionFilled':
    case 'PositionVacated':
    case 'PositionEnded':
      return evolvePositions(state, event);
    case 'MandateGranted':
    case 'MandateRevoked':
      return evolveMandates(state, event);
    case 'OrganisationCalendarsSet':
      return evolveCalendars(state, event);
    case 'OrganisationRenamed':
    case 'RegistrationCodeSet':
    case 'HostUnitNamed':
    case 'OrganisationMerged':
    case 'OrganisationDissolved':
      return evolveIdentity(state, event);
    default:
      return otherwise(event, state);
  }
}

function closedFault({ closed }: RegisteredOrganisation) {
  return closed === undefined ? undefined : refuse('organisation-closed', { facts: { ...closed } });
}
