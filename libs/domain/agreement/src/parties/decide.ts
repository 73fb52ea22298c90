import { refuse, type Refused } from '@entente/event-sourcing';

import type { InviteParty, NameSignatory } from '../commands.js';
import type { OrganisationSnapshot, Situation } from '../context.js';
import { otherwise, type AgreementDecision } from '../decision.js';
import type { PartyInvited } from '../events.js';
import type { AgreementRefusalCode } from '../refusals.js';
import { settledFault } from '../signing/settled.js';
import type { Party, ProposedAgreement } from '../state.js';
import { partyOf, unknownParty } from './parties.js';

export const MAX_PARTIES = 100;

type FilledPosition = OrganisationSnapshot['positions'][number];

export function isPartiesRepeat(state: ProposedAgreement, command: InviteParty | NameSignatory): boolean {
  const party = partyOf(state, command.partyId);
  switch (command.type) {
    case 'InviteParty':
      return party?.role === command.role;
    case 'NameSignatory':
      return party?.signatory?.positionId === command.positionId;
    default:
      return otherwise(command, false);
  }
}

export function decideParties(
  state: ProposedAgreement,
  command: InviteParty | NameSignatory,
  situation: Situation,
): AgreementDecision {
  switch (command.type) {
    case 'InviteParty': {
      const invited = invite(state.parties, command, situation);
      return 'refused' in invited ? invited : [invited];
    }
    case 'NameSignatory':
      return nameSignatory(state, command, situation);
    default:
      return otherwise(command, []);
  }
}

/** One invitation beside the parties there are already. */
export function invite(
  parties: readonly Pick<Party, 'partyId' | 'role'>[],
  { partyId, role }: Pick<InviteParty, 'partyId' | 'role'>,
  { definition, organisations }: Situation,
): PartyInvited | Refused<AgreementRefusalCode> {
  const roles = definition.partyRoles.map((known) => known.role);
  const wanted = definition.partyRoles.find((known) => known.role === role);
  if (!wanted) return refuse('unknown-role', { field: 'role', facts: { roles } });
  const organisation = organisationOf(organisations, partyId);
  if (!organisation) return refuse('unknown-organisation', { field: 'partyId' });
  const invited = parties.find((party) => party.partyId === partyId);
  if (invited) return refuse('party-already-invited', { field: 'role', facts: { role: invited.role } });
  const holder = parties.find((party) => party.role === role);
  if (holder && !wanted.several)
    return refuse('role-taken', { field: 'role', facts: { partyId: holder.partyId } });
  if (parties.length >= MAX_PARTIES) return refuse('limit-reached', { facts: { limit: MAX_PARTIES } });
  return {
    type: 'PartyInvited',
    data: {
      partyId,
      organisation: `organisation-${partyId}@${organisation.revision}`,
      name: organisation.name,
      role,
      ...(wanted.approvalRoute ? { approvalRoute: wanted.approvalRoute } : {}),
    },
  };
}

function nameSignatory(
  state: ProposedAgreement,
  { partyId, positionId }: NameSignatory,
  { organisations }: Situation,
): AgreementDecision {
  const party = partyOf(state, partyId);
  if (!party) return unknownParty(state);
  const settled = party.signed ? settledFault(party) : undefined;
  if (settled) return settled;
  const position = positionOf(organisations, partyId, positionId);
  if ('refused' in position) return position;
  return [{ type: 'SignatoryNamed', data: { partyId, positionId, title: position.title } }];
}

/** A position of the organisation that somebody fills. */
export function positionOf(
  organisations: readonly OrganisationSnapshot[],
  partyId: string,
  positionId: string,
): FilledPosition | Refused<AgreementRefusalCode> {
  const organisation = organisationOf(organisations, partyId);
  if (!organisation) return refuse('unknown-organisation', { field: 'partyId' });
  const position = organisation.positions.find((filled) => filled.positionId === positionId);
  if (!position) {
    const positions = organisation.positions.map((filled) => filled.positionId);
    return refuse('unknown-position', { field: 'positionId', facts: { positions } });
  }
  return position.personId === '' ? refuse('position-vacant', { field: 'positionId' }) : position;
}

export function positionFault(
  organisations: readonly OrganisationSnapshot[],
  partyId: string,
  positionId: string,
): Refused<AgreementRefusalCode> | undefined {
  const position = positionOf(organisations, partyId, positionId);
  return 'refused' in position ? position : undefined;
}

function organisationOf(
  organisations: readonly OrganisationSnapshot[],
  organisationId: string,
): OrganisationSnapshot | undefined {
  return organisations.find((organisation) => organisation.organisationId === organisationId);
}
