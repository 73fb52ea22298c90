import type { Calendar } from '@entente/calendar';
import type { Fact } from '@entente/event-sourcing';

/** A name in one or both of our languages; at least one is there. */
export interface LocalText {
  readonly zh?: string;
  readonly en?: string;
}

/** What a position lets its holder do beyond acting for its organisation. */
export type PositionRole = 'coordinator' | 'auditor' | 'representative' | 'signatory';

export type OrganisationRegistered = Fact<'OrganisationRegistered', { readonly name: LocalText }>;
export type PositionFilled = Fact<
  'PositionFilled',
  {
    readonly positionId: string;
    readonly title: LocalText;
    readonly roles: readonly PositionRole[];
    readonly personId: string;
    /** Local day, YYYY-MM-DD, from which the person holds it. */
    readonly from: string;
  }
>;
/** From this local day on; what was signed under an earlier name keeps it. */
export type OrganisationRenamed = Fact<
  'OrganisationRenamed',
  { readonly name: LocalText; readonly from: string }
>;
export type RegistrationCodeSet = Fact<'RegistrationCodeSet', { readonly code: string }>;
/** The organisation through which this one acts, having no legal person of its own; null: through none any more. */
export type HostUnitNamed = Fact<'HostUnitNamed', { readonly hostId: string | null; readonly from: string }>;
export type OrganisationMerged = Fact<'OrganisationMerged', { readonly into: string; readonly on: string }>;
export type OrganisationDissolved = Fact<
  'OrganisationDissolved',
  { readonly on: string; readonly reason?: string | null }
>;
export type PositionVacated = Fact<
  'PositionVacated',
  {
    readonly positionId: string;
    /** The first local day on which nobody holds it. */
    readonly on: string;
    readonly reason?: string | null;
  }
>;
/** The position is no more, from this local day on. */
export type PositionEnded = Fact<'PositionEnded', { readonly positionId: string; readonly on: string }>;
export type MandateGranted = Fact<
  'MandateGranted',
  {
    readonly mandateId: string;
    /** The position whose duties may be done by somebody else. */
    readonly fromPositionId: string;
    /** Whoever holds this position, of whatever organisation; or else the person below. */
    readonly toPositionId?: string;
    readonly toPersonId?: string;
    readonly scope: MandateScope;
    /** First and last local day; without a last one it holds until it is revoked. */
    readonly from: string;
    readonly until?: string;
    /** The person who held the position then. */
    readonly grantedBy: string;
  }
>;
export type MandateRevoked = Fact<
  'MandateRevoked',
  {
    readonly mandateId: string;
    /** The first local day on which it does not hold. */
    readonly on: string;
    readonly reason?: string | null;
  }
>;
/** What a mandate is for; of what is absent, everything. */
export interface MandateScope {
  readonly kinds?: readonly string[];
  readonly agreementIds?: readonly string[];
}
/** Whose days off are its own, for what is due from then on; null: those of the coordinating department, or none. */
export type OrganisationCalendarsSet = Fact<
  'OrganisationCalendarsSet',
  { readonly country: string | null; readonly closures: string | null }
>;
export type OrganisationFact =
  | OrganisationRegistered
  | OrganisationRenamed
  | RegistrationCodeSet
  | HostUnitNamed
  | OrganisationCalendarsSet
  | OrganisationMerged
  | OrganisationDissolved
  | PositionFilled
  | PositionVacated
  | PositionEnded
  | MandateGranted
  | MandateRevoked;

/** The event that holds a person's name and first contacts, sealed under the person's key: null once that is destroyed. */
export type PersonRegistered = Fact<
  'PersonRegistered',
  {
    readonly name: LocalText | null;
    readonly email?: string | null;
    /** IANA zone of the send window; absent: the platform's. */
    readonly zone?: string;
    readonly language: 'zh' | 'en';
  }
>;
/** With it the person's key is destroyed: names and contacts are gone, what the person did stays. */
export type PersonErased = Fact<'PersonErased', { readonly reason: string | null }>;
/** Which letters of the board somebody looks at again and again. */
export interface BoardFilterFields {
  readonly stages?: readonly string[];
  readonly search?: string;
  readonly partyId?: string;
  readonly withPartyId?: string;
  readonly deskId?: string;
  readonly mine?: boolean;
  readonly late?: boolean;
  readonly year?: number;
  readonly field?: string;
  /** Texts by the names of attributes. */
  readonly attributes?: Readonly<Record<string, string>>;
}
/** A setting of the person's own: what it is called and looks for is sealed under their key. */
export type BoardFilterSaved = Fact<
  'BoardFilterSaved',
  { readonly filterId: string; readonly name: string | null; readonly filter: BoardFilterFields | null }
>;
export type BoardFilterRemoved = Fact<'BoardFilterRemoved', { readonly filterId: string }>;
/** Also a setting of the person's own: the columns of the board that they leave out. */
export type BoardColumnsChosen = Fact<'BoardColumnsChosen', { readonly hidden: readonly string[] }>;
/** Those that changed, sealed like those there were first; null: there is none any more. */
export type ContactsChanged = Fact<
  'ContactsChanged',
  {
    readonly email?: string | null;
    readonly phone?: string | null;
    readonly zone?: string | null;
    readonly language?: 'zh' | 'en';
  }
>;
/** Mail to the address the person had came back; what the last mail server said of it, as RFC 3463 numbers it. */
export type AddressBounced = Fact<'AddressBounced', { readonly status: string; readonly messageId: string }>;
/** A setting of the person's own: which reminders they have seen. */
export type InboxRead = Fact<
  'InboxRead',
  {
    /** Ids of the events that tell of them. */
    readonly items: readonly string[];
    /** All that came up to this moment, UTC ISO text. */
    readonly until?: string;
  }
>;
/** Wall clock times, HH:MM; `to` is the first at which nothing goes out any more. */
export interface ReminderWindow {
  readonly from: string;
  readonly to: string;
}
/** How somebody wants to be reminded: those that changed; null: as the platform has it again. */
export type ReminderPreferencesSet = Fact<
  'ReminderPreferencesSet',
  {
    readonly window?: ReminderWindow | null;
    readonly workingDaysOnly?: boolean | null;
    readonly digest?: boolean | null;
    /** The last local day without reminders. */
    readonly mutedUntil?: string | null;
    readonly muteReason?: string | null;
  }
>;
export type PersonFact =
  | PersonRegistered
  | InboxRead
  | AddressBounced
  | PersonErased
  | ContactsChanged
  | BoardFilterSaved
  | BoardFilterRemoved
  | BoardColumnsChosen
  | ReminderPreferencesSet;

/** Somebody at a desk: the coordinators' post that looks after agreements. */
export interface DeskHolder {
  readonly personId: string;
  /** The position they coordinate from, and where that was read: `organisation-{id}@{revision}`. */
  readonly positionId: string;
  readonly organisationId: string;
  readonly organisation: string;
  /** First local day. */
  readonly from: string;
}
export type DeskOpened = Fact<'DeskOpened', DeskHolder & { readonly name: LocalText }>;
export type DeskOffered = Fact<'DeskOffered', DeskHolder>;
export type DeskOfferWithdrawn = Fact<'DeskOfferWithdrawn', { readonly personId: string }>;
/** All agreements of the desk are theirs from that day on. With a reason, nobody was asked: the one before was gone. */
export type DeskHolderChanged = Fact<'DeskHolderChanged', DeskHolder & { readonly reason?: string | null }>;
export type DeskFact = DeskOpened | DeskOffered | DeskOfferWithdrawn | DeskHolderChanged;

/** The whole list, so that an old due date computes the same years later. */
export type CalendarPublished = Fact<
  'CalendarPublished',
  {
    readonly name: LocalText;
    /** Where the days come from: a notice, a law, a library with its version. */
    readonly source: string;
    readonly calendar: Calendar;
  }
>;
