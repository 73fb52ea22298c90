import { canonicalText } from '@entente/canonical';
import { refuse, type Circumstances, type Refused, type Stamped } from '@entente/event-sourcing';

import { dateFault, idFault, localToday, optionalReasonFault, pastDayFault, tooFarFault } from './checks.js';
import type { OrganisationDecision } from './decision.js';
import type { MandateGranted, MandateRevoked, MandateScope } from './events.js';
import type { GrantMandate, OrganisationContext, RevokeMandate } from './organisation-commands.js';
import type { Mandate, Organisation, RegisteredOrganisation } from './organisation-state.js';
import { endedFault, holderOn, sourceOf, unknownPosition } from './positions.js';
import type { DirectoryRefusalCode } from './refusals.js';

const MAX_SCOPE = 100;

type Situation = OrganisationContext & Circumstances;

export function grantMandate(
  state: RegisteredOrganisation,
  command: GrantMandate,
  situation: Situation,
): OrganisationDecision {
  const { type: _, fromPositionId, ...granted } = command;
  if (!state.history.some(({ positionId }) => positionId === fromPositionId)) {
    return unknownPosition(state, 'fromPositionId');
  }
  const fault =
    endedFault(state, fromPositionId, 'fromPositionId') ??
    toFault(command) ??
    scopeFault(command.scope) ??
    periodFault(command, situation);
  if (fault) return fault;
  const granter = holderOn(state, fromPositionId, localToday(situation));
  if (!granter) return refuse('position-vacant', { field: 'fromPositionId' });
  const same = { fromPositionId, ...granted };
  const isRepeat = state.mandates.some((mandate) => !mandate.revoked && says(mandate, same));
  if (isRepeat) return [];
  const mandateId = situation.commandId;
  return [{ type: 'MandateGranted', data: { mandateId, ...same, grantedBy: granter.personId } }];
}

export function revokeMandate(
  state: RegisteredOrganisation,
  { mandateId, on, reason }: RevokeMandate,
  situation: Situation,
): OrganisationDecision {
  const mandate = state.mandates.find((granted) => granted.mandateId === mandateId);
  if (!mandate) return refuse('unknown-mandate', { field: 'mandateId' });
  if (mandate.revoked) return [];
  const fault = pastDayFault('on', on, situation) ?? optionalReasonFault(reason);
  return (
    fault ?? [
      { type: 'MandateRevoked', data: { mandateId, on, ...(reason === undefined ? {} : { reason }) } },
    ]
  );
}

export function evolveMandates(
  state: RegisteredOrganisation,
  event: Stamped<MandateGranted | MandateRevoked>,
): RegisteredOrganisation {
  const source = sourceOf(event);
  if (event.type === 'MandateGranted') {
    return { ...state, mandates: [...state.mandates, { ...event.data, source }] };
  }
  const { mandateId, on, reason = null } = event.data;
  const revoked = { on, reason, source };
  const mandates = state.mandates.map((mandate) =>
    mandate.mandateId === mandateId ? { ...mandate, revoked } : mandate,
  );
  return { ...state, mandates };
}

/** Somebody is about to sign in another's place. */
export interface SubstituteQuestion {
  /** By its id; another text is the number of a document that the directory does not hold. */
  readonly mandate: string;
  /** The position that signs for the organisation. */
  readonly positionId: string;
  /** The position that signs in its place. */
  readonly substituteId: string;
  /** Local day of the signature. */
  readonly on: string;
  readonly kind: string;
  readonly agreementId: string;
}

/** Why a substitute may not sign under the mandate that was named for it; it must hold on the day of the signature. */
export function mandateFault(
  organisation: Organisation,
  { mandate, positionId, substituteId, on, kind, agreementId }: SubstituteQuestion,
): Refused<'mandate-expired' | 'signatory-without-mandate'> | undefined {
  if (organisation.status === 'unknown') return undefined;
  const named = organisation.mandates.find(({ mandateId }) => mandateId === mandate);
  if (!named) return undefined;
  const personId = holderOn(organisation, substituteId, on)?.personId ?? '';
  const covered =
    named.fromPositionId === positionId &&
    isFor(named, personId, substituteId) &&
    covers(named.scope, kind, agreementId);
  if (!covered)
    return refuse('signatory-without-mandate', { field: 'positionId', facts: { positionId, on } });
  return holdsOn(named, on) ? undefined : expired(named);
}

function expired({ mandateId, from, until, revoked }: Mandate): Refused<'mandate-expired'> {
  const last = until === undefined ? {} : { until };
  const revokedOn = revoked === undefined ? {} : { revokedOn: revoked.on };
  return refuse('mandate-expired', { facts: { mandateId, from, ...last, ...revokedOn } });
}

function holdsOn({ from, until, revoked }: Mandate, day: string): boolean {
  return from <= day && (until === undefined || day <= until) && (revoked === undefined || day < revoked.on);
}

function isFor({ toPositionId, toPersonId }: Mandate, personId: string, positionId: string): boolean {
  return toPersonId === undefined ? toPositionId === positionId : toPersonId === personId;
}

function covers({ kinds, agreementIds }: MandateScope, kind: string, agreementId: string): boolean {
  return (
    (kinds === undefined || kinds.includes(kind)) &&
    (agreementIds === undefined || agreementIds.includes(agreementId))
  );
}

function says(mandate: Mandate, wanted: Omit<GrantMandate, 'type'>): boolean {
  const { mandateId: _id, grantedBy: _by, source: _source, ...granted } = mandate;
  return canonicalText(granted) === canonicalText(wanted);
}

function toFault({
  fromPositionId,
  toPositionId,
  toPersonId,
}: GrantMandate): Refused<DirectoryRefusalCode> | undefined {
  if (toPositionId !== undefined && toPersonId === undefined && toPositionId !== fromPositionId) {
    return idFault('toPositionId', toPositionId);
  }
  if (toPersonId !== undefined && toPositionId === undefined) return idFault('toPersonId', toPersonId);
  return refuse('mandate-without-holder', { field: 'toPositionId' });
}

function scopeFault({
  kinds = [],
  agreementIds = [],
}: MandateScope): Refused<DirectoryRefusalCode> | undefined {
  if (kinds.length > MAX_SCOPE)
    return refuse('limit-reached', { field: 'scope.kinds', facts: { limit: MAX_SCOPE } });
  if (agreementIds.length > MAX_SCOPE) {
    return refuse('limit-reached', { field: 'scope.agreementIds', facts: { limit: MAX_SCOPE } });
  }
  return (
    kinds.map((kind) => idFault('scope.kinds', kind)).find((fault) => fault !== undefined) ??
    agreementIds.map((id) => idFault('scope.agreementIds', id)).find((fault) => fault !== undefined)
  );
}

function periodFault(
  { from, until }: GrantMandate,
  situation: Situation,
): Refused<DirectoryRefusalCode> | undefined {
  const fault =
    farFault('from', from, situation) ??
    (until === undefined ? undefined : farFault('until', until, situation));
  if (fault) return fault;
  return until !== undefined && until < from
    ? refuse('until-before-from', { field: 'until', facts: { from } })
    : undefined;
}

function farFault(
  field: string,
  day: string,
  situation: Situation,
): Refused<DirectoryRefusalCode> | undefined {
  return dateFault(field, day) ?? tooFarFault(field, day, situation);
}
