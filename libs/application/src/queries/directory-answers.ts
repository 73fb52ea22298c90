import type {
  DeskCommandType,
  LocalText,
  Mandate,
  NameFrom,
  OrganisationCommandType,
  PositionHistory,
  PositionRole,
} from '@entente/directory';
import type { ReminderPreferences } from '@entente/reminder';

import type { Freshness } from './page.js';

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
  /** Ids of its own; null: the coordinating department's counts for it, or it has none. */
  readonly calendars: { readonly country: string | null; readonly closures: string | null };
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

/** Somebody by id, with the name they have now; null: erased, or not known yet. */
export interface NamedPerson {
  readonly personId: string;
  readonly name: LocalText | null;
}

export interface DeskRow {
  readonly deskId: string;
  readonly name: LocalText;
  /** It looks after every agreement that names no desk. */
  readonly first: boolean;
  /** Whose it is today; `present`: they still coordinate. */
  readonly holder: (NamedPerson & { readonly from: string; readonly present: boolean }) | null;
  readonly offered: (NamedPerson & { readonly from: string }) | null;
  /** How many agreements it looks after, ended ones too. */
  readonly letters: number;
}

export interface DeskList {
  readonly items: readonly DeskRow[];
  readonly freshness: Freshness;
}

export interface DeskTenureRow {
  readonly person: NamedPerson;
  /** From which they coordinate. */
  readonly position: { readonly positionId: string; readonly title: LocalText | null };
  readonly organisationId: string;
  readonly from: string;
  /** The first day on which it was somebody else's. */
  readonly until: string | null;
  /** Who offered it, or gave it without asking. */
  readonly granted: RecordedBy;
  /** By whom and when it was accepted; null: nobody was asked. */
  readonly accepted: RecordedBy | null;
  /** Why nobody was asked. */
  readonly reason: string | null;
}

/** A desk with whoever had it, by what the log says now. */
export interface DeskDetail {
  readonly deskId: string;
  /** Last revision of its stream; the ETag. */
  readonly revision: number;
  readonly position: string;
  readonly name: LocalText;
  readonly on: string;
  /** Whose it was on that day. */
  readonly holder: DeskTenureRow | null;
  /** Whether today's holder still coordinates. */
  readonly holderIsPresent: boolean;
  /** Newest first. */
  readonly tenures: readonly DeskTenureRow[];
  readonly offered: { readonly person: NamedPerson; readonly from: string; readonly by: RecordedBy } | null;
  /** What this viewer can do with it. */
  readonly possible: readonly DeskCommandType[];
}

/** Somebody in a position, now or once. */
export interface PersonTenure {
  readonly organisation: { readonly organisationId: string; readonly name: LocalText };
  readonly positionId: string;
  readonly title: LocalText;
  readonly roles: readonly PositionRole[];
  readonly from: string;
  readonly until: string | null;
}

export interface PersonMandate {
  readonly mandateId: string;
  readonly organisationId: string;
  /** The position whose duties may be done by somebody else. */
  readonly position: LocalText | null;
  /** Who may. */
  readonly to: LocalText | null;
  readonly from: string;
  readonly until: string | null;
  readonly revokedOn: string | null;
}

/** How somebody is reminded, each value with who said so. */
export interface PersonReminders extends ReminderPreferences {
  /** Null: none, or erased. */
  readonly muteReason: string | null;
  readonly origins: { readonly [Field in keyof ReminderPreferences]: 'platform' | 'person' };
}

export interface PersonDetail {
  readonly personId: string;
  /** Last revision of its stream; the ETag. */
  readonly revision: number;
  readonly position: string;
  readonly erased: boolean;
  readonly name: LocalText | null;
  /** Null: none, erased, or not for this viewer. */
  readonly email: string | null;
  readonly phone: string | null;
  /** Mail to the address came back: as RFC 3463 numbers it, and since when that is known. */
  readonly bounced: { readonly status: string; readonly at: string } | null;
  readonly zone: string | null;
  readonly language: 'zh' | 'en';
  /** Null: erased, or not for this viewer. */
  readonly reminders: PersonReminders | null;
  /** Newest first. */
  readonly positions: readonly PersonTenure[];
  readonly mandates: readonly PersonMandate[];
  /** What this viewer can do. */
  readonly possible: readonly ('ChangeContacts' | 'SetReminderPreferences' | 'ErasePerson')[];
}
