import { canonicalText } from '@entente/canonical';
import { refuse, type Circumstances, type Stamped } from '@entente/event-sourcing';

import { idFault, nameFault, optionalReasonFault, pastDayFault } from './checks.js';
import type { OrganisationDecision } from './decision.js';
import type {
  HostUnitNamed,
  OrganisationDissolved,
  OrganisationMerged,
  OrganisationRenamed,
  RegistrationCodeSet,
} from './events.js';
import type {
  DissolveOrganisation,
  MergeOrganisation,
  NameHostUnit,
  OrganisationContext,
  RenameOrganisation,
  SetRegistrationCode,
} from './organisation-commands.js';
import { otherwise, type RegisteredOrganisation } from './organisation-state.js';
import { sourceOf } from './positions.js';

const CODE = /^[\p{L}\p{N}][\p{L}\p{N} ./-]{1,39}$/u;

type IdentityCommand =
  RenameOrganisation | SetRegistrationCode | NameHostUnit | MergeOrganisation | DissolveOrganisation;
type IdentityFact =
  OrganisationRenamed | RegistrationCodeSet | HostUnitNamed | OrganisationMerged | OrganisationDissolved;
type Situation = OrganisationContext & Circumstances;

/** What an organisation is called, by which number it is known, through whom it acts, and how it ends. */
export function decideIdentity(
  state: RegisteredOrganisation,
  command: IdentityCommand,
  situation: Situation,
): OrganisationDecision {
  switch (command.type) {
    case 'RenameOrganisation': {
      const { name, from } = command;
      if (canonicalText(state.name) === canonicalText(name)) return [];
      const fault = nameFault('name', name) ?? pastDayFault('from', from, situation);
      return fault ?? [{ type: 'OrganisationRenamed', data: { name, from } }];
    }
    case 'SetRegistrationCode': {
      const { code } = command;
      if (state.registrationCode === code) return [];
      if (!CODE.test(code)) return refuse('invalid-registration-code', { field: 'code' });
      return [{ type: 'RegistrationCodeSet', data: { code } }];
    }
    case 'NameHostUnit':
      return nameHostUnit(state, command, situation);
    case 'MergeOrganisation': {
      const { into, on } = command;
      const fault =
        idFault('into', into) ?? otherFault('into', situation) ?? pastDayFault('on', on, situation);
      return fault ?? [{ type: 'OrganisationMerged', data: { into, on } }];
    }
    case 'DissolveOrganisation': {
      const { on, reason } = command;
      const fault = pastDayFault('on', on, situation) ?? optionalReasonFault(reason);
      return (
        fault ?? [
          { type: 'OrganisationDissolved', data: { on, ...(reason === undefined ? {} : { reason }) } },
        ]
      );
    }
    default:
      return otherwise(command, []);
  }
}

export function isClosingRepeat(
  { closed }: RegisteredOrganisation,
  command: MergeOrganisation | DissolveOrganisation,
): boolean {
  if (!closed) return false;
  return command.type === 'MergeOrganisation' ? closed.into === command.into : closed.into === undefined;
}

export function evolveIdentity(
  state: RegisteredOrganisation,
  event: Stamped<IdentityFact>,
): RegisteredOrganisation {
  switch (event.type) {
    case 'OrganisationRenamed': {
      const { name, from } = event.data;
      // As with positions: what is recorded from a day on replaces what was recorded of later days.
      const earlier = state.names.filter((one) => one.from === null || one.from < from);
      return { ...state, name, names: [...earlier, { name, from, source: sourceOf(event) }] };
    }
    case 'RegistrationCodeSet':
      return { ...state, registrationCode: event.data.code };
    case 'HostUnitNamed': {
      const { host: _, ...rest } = state;
      const { hostId, from } = event.data;
      return hostId === null ? rest : { ...rest, host: { hostId, from } };
    }
    case 'OrganisationMerged':
      return { ...state, closed: { on: event.data.on, into: event.data.into } };
    case 'OrganisationDissolved':
      return { ...state, closed: { on: event.data.on } };
    default:
      return otherwise(event, state);
  }
}

function nameHostUnit(
  state: RegisteredOrganisation,
  { hostId, from }: NameHostUnit,
  situation: Situation,
): OrganisationDecision {
  if (state.host?.hostId === hostId) return [];
  const fault =
    (hostId === undefined ? undefined : (idFault('hostId', hostId) ?? otherFault('hostId', situation))) ??
    pastDayFault('from', from, situation);
  return fault ?? [{ type: 'HostUnitNamed', data: { hostId: hostId ?? null, from } }];
}

function otherFault(field: string, { otherIsKnown }: Situation) {
  return otherIsKnown === true ? undefined : refuse('unknown-other-organisation', { field });
}
