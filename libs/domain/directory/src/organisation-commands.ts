import type { Calendar } from '@entente/calendar';

import type { LocalText, MandateScope, PositionRole } from './events.js';

export interface RegisterOrganisation {
  readonly type: 'RegisterOrganisation';
  readonly name: LocalText;
}
export interface RenameOrganisation {
  readonly type: 'RenameOrganisation';
  readonly name: LocalText;
  readonly from: string;
}
export interface SetRegistrationCode {
  readonly type: 'SetRegistrationCode';
  readonly code: string;
}
export interface NameHostUnit {
  readonly type: 'NameHostUnit';
  /** Absent: it acts through none any more. */
  readonly hostId?: string;
  readonly from: string;
}
/** Ids of calendars. */
export interface SetOrganisationCalendars {
  readonly type: 'SetOrganisationCalendars';
  /** Absent: the coordinating department's counts for it. */
  readonly country?: string;
  /** Days off of its own; absent: it has none. */
  readonly closures?: string;
}
export interface MergeOrganisation {
  readonly type: 'MergeOrganisation';
  readonly into: string;
  readonly on: string;
}
export interface DissolveOrganisation {
  readonly type: 'DissolveOrganisation';
  readonly on: string;
  readonly reason?: string;
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
export interface VacatePosition {
  readonly type: 'VacatePosition';
  readonly positionId: string;
  readonly on: string;
  readonly reason?: string;
}
export interface EndPosition {
  readonly type: 'EndPosition';
  readonly positionId: string;
  readonly on: string;
}
/** Lets somebody do what a position may; its id is the command's. */
export interface GrantMandate {
  readonly type: 'GrantMandate';
  readonly fromPositionId: string;
  readonly toPositionId?: string;
  readonly toPersonId?: string;
  readonly scope: MandateScope;
  readonly from: string;
  readonly until?: string;
}
export interface RevokeMandate {
  readonly type: 'RevokeMandate';
  readonly mandateId: string;
  readonly on: string;
  readonly reason?: string;
}
export type OrganisationCommand =
  | RegisterOrganisation
  | RenameOrganisation
  | SetRegistrationCode
  | NameHostUnit
  | SetOrganisationCalendars
  | MergeOrganisation
  | DissolveOrganisation
  | FillPosition
  | VacatePosition
  | EndPosition
  | GrantMandate
  | RevokeMandate;
export type OrganisationCommandType = OrganisationCommand['type'];

/** What an organisation's rules need from elsewhere. */
export interface OrganisationContext {
  /** IANA zone in which local days are meant. */
  readonly zone: string;
  /** Whether the other organisation that the command names is registered. */
  readonly otherIsKnown?: boolean;
  /** Those that the command names, as far as there are such. */
  readonly calendars?: readonly Pick<Calendar, 'id' | 'kind'>[];
}
