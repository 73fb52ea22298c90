import { canonicalText } from '@entente/canonical';
import {
  refuse,
  type Circumstances,
  type Decider,
  type Decision,
  type Refused,
} from '@entente/event-sourcing';

import { dateFault, idFault, nameFault } from './checks.js';
import type { LocalText, OrganisationFact, PositionFilled, PositionRole } from './events.js';
import type { DirectoryRefusalCode } from './refusals.js';

export interface RegisterOrganisation {
  readonly type: 'RegisterOrganisation';
  readonly name: LocalText;
}
/** Puts a person in a position; whoever held it before holds it no longer. A new position is made by filling it. */
export interface FillPosition {
  readonly type: 'FillPosition';
  /** Absent: a new position, whose id is the command's. */
  readonly positionId?: string;
  readonly title: LocalText;
  readonly roles: readonly PositionRole[];
  readonly personId: string;
  readonly from: string;
}
export type OrganisationCommand = RegisterOrganisation | FillPosition;

export type FilledPosition = PositionFilled['data'];

export type Organisation =
  | { readonly status: 'unknown'; readonly positions: readonly FilledPosition[] }
  | {
      readonly status: 'registered';
      readonly name: LocalText;
      readonly positions: readonly FilledPosition[];
    };

type OrganisationDecision = Decision<OrganisationFact, DirectoryRefusalCode>;

export const POSITION_ROLES: readonly PositionRole[] = [
  'coordinator',
  'auditor',
  'representative',
  'signatory',
];

export const organisationDecider: Decider<
  Organisation,
  OrganisationCommand,
  OrganisationFact,
  object,
  DirectoryRefusalCode
> = {
  initial: { status: 'unknown', positions: [] },
  schemaVersions: { OrganisationRegistered: 1, PositionFilled: 1 },
  decide(state, command, context) {
    switch (command.type) {
      case 'RegisterOrganisation':
        return registerOrganisation(state, command);
      case 'FillPosition':
        return fillPosition(state, command, context);
      default:
        return otherwise(command, []);
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'OrganisationRegistered':
        return { status: 'registered', name: event.data.name, positions: state.positions };
      case 'PositionFilled':
        return { ...state, positions: withPosition(state.positions, event.data) };
      default:
        return otherwise(event, state);
    }
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

function fillPosition(
  state: Organisation,
  { positionId: named, title, roles, personId, from }: FillPosition,
  { commandId }: Circumstances,
): OrganisationDecision {
  if (state.status === 'unknown') return refuse('unknown-organisation');
  const positionId = named ?? commandId;
  const fault =
    idFault('positionId', positionId) ??
    nameFault('title', title) ??
    rolesFault(roles) ??
    idFault('personId', personId) ??
    dateFault('from', from);
  if (fault) return fault;
  const now = state.positions.find((position) => position.positionId === positionId);
  const filled: FilledPosition = { positionId, title, roles, personId, from };
  // The same person from another day on changes nothing that holds now.
  if (now && canonicalText({ ...now, from }) === canonicalText(filled)) return [];
  return [{ type: 'PositionFilled', data: filled }];
}

function rolesFault(roles: readonly PositionRole[]): Refused<DirectoryRefusalCode> | undefined {
  const right = roles.every((role) => POSITION_ROLES.includes(role)) && new Set(roles).size === roles.length;
  return right
    ? undefined
    : refuse('unknown-position-role', { field: 'roles', facts: { roles: POSITION_ROLES } });
}

function withPosition(
  positions: readonly FilledPosition[],
  filled: FilledPosition,
): readonly FilledPosition[] {
  const isKnown = positions.some(({ positionId }) => positionId === filled.positionId);
  return isKnown
    ? positions.map((position) => (position.positionId === filled.positionId ? filled : position))
    : [...positions, filled];
}

/** Closes a switch over a union: a member without a case does not compile; a stored stranger changes nothing. */
function otherwise<Result>(_never: never, result: Result): Result {
  return result;
}
