import { canonicalText } from '@entente/canonical';
import { refuse, type Circumstances, type Stamped } from '@entente/event-sourcing';

import { idFault, nameFault, optionalReasonFault, pastDayFault } from './checks.js';
import type { OrganisationDecision } from './decision.js';
import type { PositionEnded, PositionFilled, PositionRole, PositionVacated } from './events.js';
import type {
  EndPosition,
  FillPosition,
  OrganisationContext,
  VacatePosition,
} from './organisation-commands.js';
import type {
  FilledPosition,
  PositionHistory,
  RegisteredOrganisation,
  Source,
  Tenure,
} from './organisation-state.js';

export const POSITION_ROLES: readonly PositionRole[] = [
  'coordinator',
  'auditor',
  'representative',
  'signatory',
];

type Situation = OrganisationContext & Circumstances;

/** Who held the position on a local day; undefined when nobody did. */
export function holderOn(
  organisation: RegisteredOrganisation,
  positionId: string,
  day: string,
): Tenure | undefined {
  const known = organisation.history.find((position) => position.positionId === positionId);
  return known?.tenures.find(({ from, until }) => from <= day && (until === undefined || day < until));
}

export function fillPosition(
  state: RegisteredOrganisation,
  { positionId: named, title, roles, personId, from }: FillPosition,
  situation: Situation,
): OrganisationDecision {
  const positionId = named ?? situation.commandId;
  const fault =
    idFault('positionId', positionId) ??
    nameFault('title', title) ??
    rolesFault(roles) ??
    idFault('personId', personId) ??
    pastDayFault('from', from, situation);
  if (fault) return fault;
  const now = state.positions.find((position) => position.positionId === positionId);
  const filled: FilledPosition = { positionId, title, roles, personId, from };
  // The same person from another day on changes nothing that holds now.
  if (now && canonicalText({ ...now, from }) === canonicalText(filled)) return [];
  return endedFault(state, positionId) ?? [{ type: 'PositionFilled', data: filled }];
}

export function leavePosition(
  state: RegisteredOrganisation,
  command: VacatePosition | EndPosition,
  situation: Situation,
): OrganisationDecision {
  const { positionId, on } = command;
  const known = state.history.find((position) => position.positionId === positionId);
  if (!known) return unknownPosition(state);
  const holder = state.positions.find((position) => position.positionId === positionId);
  const isLeft = command.type === 'VacatePosition' ? !holder : known.endedOn !== undefined;
  if (isLeft) return [];
  const reason = command.type === 'VacatePosition' ? command.reason : undefined;
  const fault = pastDayFault('on', on, situation) ?? optionalReasonFault(reason);
  if (fault) return fault;
  if (holder?.roles.includes('coordinator') && holder.personId === situation.actor) {
    return refuse('own-coordinator-position', { field: 'positionId' });
  }
  return command.type === 'EndPosition'
    ? [{ type: 'PositionEnded', data: { positionId, on } }]
    : [{ type: 'PositionVacated', data: { positionId, on, ...(reason === undefined ? {} : { reason }) } }];
}

export function evolvePositions(
  state: RegisteredOrganisation,
  event: Stamped<PositionFilled | PositionVacated | PositionEnded>,
): RegisteredOrganisation {
  const { positionId } = event.data;
  const source = sourceOf(event);
  const known = state.history.find((position) => position.positionId === positionId);
  const before: PositionHistory = known ?? { positionId, tenures: [] };
  const after = positionAfter(before, event, source);
  const history = known
    ? state.history.map((position) => (position === known ? after : position))
    : [...state.history, after];
  return { ...state, history, positions: history.flatMap(heldNow) };
}

export function sourceOf({ revision, recordedAt, actor, actingAs }: Source): Source {
  return { revision, recordedAt, actor, ...(actingAs === undefined ? {} : { actingAs }) };
}

function positionAfter(
  position: PositionHistory,
  event: Stamped<PositionFilled | PositionVacated | PositionEnded>,
  source: Source,
): PositionHistory {
  if (event.type === 'PositionFilled') {
    const { positionId: _, ...filled } = event.data;
    return {
      ...position,
      tenures: [...endedOn(position.tenures, filled.from, source), { ...filled, source }],
    };
  }
  const { on } = event.data;
  const tenures = endedOn(position.tenures, on, source);
  return { ...position, tenures, ...(event.type === 'PositionEnded' ? { endedOn: on } : {}) };
}

/** What is recorded from a day on replaces all that was recorded of it and of later days. */
function endedOn(tenures: readonly Tenure[], day: string, source: Source): readonly Tenure[] {
  return tenures
    .filter(({ from }) => from < day)
    .map((tenure) =>
      tenure.until === undefined || tenure.until > day ? { ...tenure, until: day, ended: source } : tenure,
    );
}

function heldNow({ positionId, tenures }: PositionHistory): readonly FilledPosition[] {
  const last = tenures.at(-1);
  if (!last || last.until !== undefined) return [];
  const { title, roles, personId, from } = last;
  return [{ positionId, title, roles, personId, from }];
}

export function unknownPosition(state: RegisteredOrganisation, field = 'positionId') {
  const positions = state.history.map(({ positionId }) => positionId);
  return refuse('unknown-position', { field, facts: { positions } });
}

export function endedFault(state: RegisteredOrganisation, positionId: string, field = 'positionId') {
  const on = state.history.find((position) => position.positionId === positionId)?.endedOn;
  return on === undefined ? undefined : refuse('position-ended', { field, facts: { on } });
}

function rolesFault(roles: readonly PositionRole[]) {
  const right = roles.every((role) => POSITION_ROLES.includes(role)) && new Set(roles).size === roles.length;
  return right
    ? undefined
    : refuse('unknown-position-role', { field: 'roles', facts: { roles: POSITION_ROLES } });
}
