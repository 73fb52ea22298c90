import type {
  LocalText,
  Mandate,
  NameFrom,
  OrganisationCommandType,
  PositionHistory,
  PositionRole,
} from '@entente/directory';

/** An organisation with all that was ever recorded of it. */
export interface OrganisationDetail {
  readonly organisationId: string;
  /** Last revision of its stream; the ETag. */
  readonly revision: number;
  readonly position: string;
  readonly name: LocalText;
  readonly names: readonly NameFrom[];
  readonly registrationCode: string | null;
  readonly host: { readonly hostId: string; readonly from: string } | null;
  readonly closed: { readonly on: string; readonly into: string | null } | null;
  readonly positions: readonly PositionHistory[];
  readonly mandates: readonly Mandate[];
  /** Newest first; none for viewers who are not told reasons. */
  readonly history: readonly DirectoryEvent[];
  /** What this viewer can do to it. */
  readonly possible: readonly OrganisationCommandType[];
  /** Names of the people, positions and organisations it mentions, by id. */
  readonly nameOf: Readonly<Record<string, LocalText>>;
}

export interface DirectoryEvent {
  readonly revision: number;
  readonly type: string;
  readonly recordedAt: string;
  readonly sentence: LocalText;
}

/** What a day's answer rests on. */
export interface RecordedBy {
  /** `stream@revision` of the event that says so. */
  readonly event: string;
  readonly recordedAt: string;
  readonly by: { readonly id: string; readonly name: LocalText | null };
  readonly actingAs: { readonly id: string; readonly title: LocalText | null } | null;
}

export interface HolderOnDay {
  readonly positionId: string;
  readonly title: LocalText;
  readonly roles: readonly PositionRole[];
  readonly person: { readonly personId: string; readonly name: LocalText | null };
  readonly from: string;
  /** The first day on which somebody else or nobody held it. */
  readonly until: string | null;
  readonly granted: RecordedBy;
}

/** Who held which position of an organisation on a day, by what the log says now. */
export interface PositionsOnDay {
  readonly organisationId: string;
  readonly on: string;
  /** As it was called on that day. */
  readonly name: LocalText;
  readonly positions: readonly HolderOnDay[];
}
