import type { LocalText, MandateGranted, PositionFilled, PositionRole } from './events.js';

/** The event that says so, and who recorded it in which position. */
export interface Source {
  readonly revision: number;
  readonly recordedAt: string;
  readonly actor: string;
  readonly actingAs?: string;
}

/** Somebody in a position, from a day and up to, without it, another. */
export interface Tenure {
  readonly personId: string;
  readonly title: LocalText;
  readonly roles: readonly PositionRole[];
  readonly from: string;
  readonly until?: string;
  readonly source: Source;
  /** The event that ended it; absent while it goes on. */
  readonly ended?: Source;
}

export interface PositionHistory {
  readonly positionId: string;
  /** By day, without overlaps: what was recorded later replaces what it is about. */
  readonly tenures: readonly Tenure[];
  /** The first day on which the position is no more. */
  readonly endedOn?: string;
}

export type FilledPosition = PositionFilled['data'];

export type Mandate = MandateGranted['data'] & {
  readonly source: Source;
  readonly revoked?: { readonly on: string; readonly reason: string | null; readonly source: Source };
};

export interface NameFrom {
  readonly name: LocalText;
  /** Null: since it was registered. */
  readonly from: string | null;
  readonly source: Source;
}

export interface RegisteredOrganisation {
  readonly status: 'registered';
  readonly name: LocalText;
  /** The positions that somebody holds now. */
  readonly positions: readonly FilledPosition[];
  readonly names: readonly NameFrom[];
  readonly history: readonly PositionHistory[];
  readonly mandates: readonly Mandate[];
  readonly registrationCode?: string;
  readonly host?: { readonly hostId: string; readonly from: string };
  /** Ids; absent: the coordinating department's calendar counts for it. */
  readonly calendars?: { readonly country?: string; readonly closures?: string };
  readonly closed?: { readonly on: string; readonly into?: string };
}

export type Organisation =
  { readonly status: 'unknown'; readonly positions: readonly FilledPosition[] } | RegisteredOrganisation;

/** Closes a switch over a union: a member without a case does not compile; a stored stranger changes nothing. */
export function otherwise<Result>(_never: never, result: Result): Result {
  return result;
}
