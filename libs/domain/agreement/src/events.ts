import type { EntryCorrected, EntryRetracted, Fact } from '@entente/event-sourcing';

import type {
  AttributeValue,
  Audience,
  CorrectableField,
  CorrectValue,
  DeadlineKind,
  DocumentLanguage,
  FileReference,
  Language,
  LocalText,
  MilestoneKind,
  OverrideCause,
  OverrideRule,
  SignatureMeans,
  StageName,
  VerdictOutcome,
  Voided,
} from './words.js';
import type { ApprovalStep, WorkflowDefinition } from './workflow/definition.js';
import type { ReminderPolicy } from './workflow/reminder-policy.js';

export type AgreementProposed = Fact<
  'AgreementProposed',
  {
    readonly kind: string;
    /** The workflow definition it is pinned to, `name@version`. */
    readonly definition: string;
    readonly title: LocalText;
    /** The named field of the think-tank base. */
    readonly field?: LocalText;
  }
>;
/**
 * The one type of every stage change. `conditions` are those that held, under their versioned names. What the
 * definition says of the stage stands here too, so that a fold needs no definition.
 */
export type StageEntered = Fact<
  'StageEntered',
  {
    readonly from: StageName | null;
    readonly to: StageName;
    readonly transition: string;
    readonly conditions: readonly (string | { readonly name: string; readonly count: number })[];
    readonly title: LocalText;
    /** What can be done in it, under versioned names. */
    readonly activities: readonly string[];
    /** Commands by which it can be left. */
    readonly moves: readonly string[];
    /** Nothing leads out of it. */
    readonly final: boolean;
  }
>;
export type PartyInvited = Fact<
  'PartyInvited',
  {
    /** The organisation's id. */
    readonly partyId: string;
    /** Where the name was read: `organisation-{id}@{revision}`. */
    readonly organisation: string;
    readonly name: LocalText;
    /** One of the definition's party roles. */
    readonly role: string;
    /** Who inside it agrees to a text before it does, as the definition says. */
    readonly approvalRoute?: readonly ApprovalStep[];
  }
>;
export type SignatoryNamed = Fact<
  'SignatoryNamed',
  { readonly partyId: string; readonly positionId: string; readonly title: LocalText }
>;
export type SectionRevised = Fact<
  'SectionRevised',
  {
    readonly sectionId: string;
    readonly rendition: Language;
    readonly heading: string;
    readonly body: string;
    /** Hash of the rendition this revision was made on; null when there was none. */
    readonly baseHash: string | null;
    /** SHA-256 of the canonical text of {sectionId, rendition, heading, body}, hex. */
    readonly hash: string;
    /** Hash over the whole set after this revision, hex. */
    readonly textHash: string;
  }
>;
/** Those that changed; null was taken away. */
export type AttributesSet = Fact<
  'AttributesSet',
  {
    readonly values: Readonly<Record<string, AttributeValue | null>>;
    /** What the definition calls them, and the value where it has a word of its own. */
    readonly labels: Readonly<Record<string, { readonly title: LocalText; readonly value?: LocalText }>>;
    /** Why they were put right, once the stages that ask for them were over. */
    readonly reason?: string | null;
  }
>;
export type TextApproved = Fact<'TextApproved', { readonly partyId: string; readonly textHash: string }>;
/** What happens inside a party: the owner's, and for nobody else. */
interface InsideParty {
  readonly audience: 'own-side';
  /** The party. */
  readonly owner: string;
}
/** One for each post of the party's route; what others had said before counts no more. */
export type ApproversNamed = Fact<
  'ApproversNamed',
  InsideParty & {
    readonly approvers: readonly {
      readonly post: string;
      readonly positionId: string;
      /** Title of the position. */
      readonly title: LocalText;
    }[];
  }
>;
interface SaidByPost extends InsideParty {
  readonly post: string;
  /** Title of the post. */
  readonly title: LocalText;
  readonly positionId: string;
  readonly textHash: string;
}
export type TextEndorsed = Fact<'TextEndorsed', SaidByPost>;
export type TextReturned = Fact<'TextReturned', SaidByPost & { readonly reason: string | null }>;
/** It is their turn from here on. */
export type TextServed = Fact<
  'TextServed',
  {
    readonly textHash: string;
    /** A party by id, or `coordinator`. */
    readonly by: string;
    readonly to: readonly string[];
    /** Local day, YYYY-MM-DD. */
    readonly on: string;
  }
>;
export type AnnexAttached = Fact<
  'AnnexAttached',
  {
    readonly file: FileReference;
    readonly title: LocalText;
    /** Hash over the whole set with it, hex. */
    readonly textHash: string;
  }
>;
export type AnnexRemoved = Fact<
  'AnnexRemoved',
  {
    readonly sha256: string;
    readonly title: LocalText;
    /** Hash over the whole set without it, hex. */
    readonly textHash: string;
  }
>;
/** The text in this language is the file; what sections said in it is said no more. */
export type TextFileProvided = Fact<
  'TextFileProvided',
  {
    readonly rendition: Language;
    readonly file: FileReference;
    /** SHA-256 of the file in whose place it comes. */
    readonly replaces?: string;
    /** Hash over the whole set with it, hex. */
    readonly textHash: string;
  }
>;
export type TextFileRemoved = Fact<
  'TextFileRemoved',
  {
    readonly rendition: Language;
    readonly sha256: string;
    /** Hash over the whole set without it, hex. */
    readonly textHash: string;
  }
>;
export type CommentAdded = Fact<
  'CommentAdded',
  {
    readonly commentId: string;
    /** On whose side it was written: a party's id, or `coordinator`. */
    readonly side: string;
    readonly audience: Audience;
    /** The side that began the conversation: its audience is told from there. */
    readonly owner: string;
    readonly sectionId?: string;
    readonly replyTo?: string;
    /** The text it was written about. */
    readonly textHash: string | null;
    readonly quote?: string | null;
    readonly text: string | null;
  }
>;
export type CommentResolved = Fact<
  'CommentResolved',
  { readonly commentId: string; readonly audience: Audience; readonly owner: string }
>;
export type CommentReopened = Fact<
  'CommentReopened',
  { readonly commentId: string; readonly audience: Audience; readonly owner: string }
>;
export type SignatureRecorded = Fact<
  'SignatureRecorded',
  {
    readonly partyId: string;
    readonly positionId: string;
    readonly means: SignatureMeans;
    /** Local day, YYYY-MM-DD. */
    readonly signedOn: string;
    readonly place?: string;
    /** The text that was signed. */
    readonly textHash: string;
    /** The signatory in whose place it was signed, and the mandate that allows it. */
    readonly substituteFor?: string;
    readonly mandate?: string;
    readonly evidenceFile?: string;
    readonly evidence?: string | null;
  }
>;
/** It is a party from the day on which it signed; the text and who signed it first stay as they are. */
export type PartyAcceded = Fact<
  'PartyAcceded',
  {
    readonly partyId: string;
    /** Where the name was read: `organisation-{id}@{revision}`. */
    readonly organisation: string;
    readonly name: LocalText;
    readonly role: string;
    readonly positionId: string;
    /** Title of the position. */
    readonly title: LocalText;
    /** The position in whose place it signed, with its title, and the mandate that allows it. */
    readonly substituteFor?: string;
    readonly signatoryTitle?: LocalText;
    readonly mandate?: string;
    readonly means: SignatureMeans;
    /** Local day, YYYY-MM-DD. */
    readonly signedOn: string;
    readonly place?: string;
    /** The text that was signed. */
    readonly textHash: string;
    readonly evidenceFile?: string;
    readonly evidence?: string | null;
  }
>;
export type SigningHandedOver = Fact<
  'SigningHandedOver',
  {
    readonly partyId: string;
    readonly positionId: string;
    readonly title: LocalText;
    readonly mandate?: string;
  }
>;
/** Groups of parties, one after the other. */
export type SigningOrdered = Fact<'SigningOrdered', { readonly groups: readonly (readonly string[])[] }>;
/** Voids every signature and approval there is. */
export type DraftingReopened = Fact<'DraftingReopened', { readonly reason: string | null }>;
/** What follows from the party's rule of signing. */
export type PartySigned = Fact<'PartySigned', { readonly partyId: string }>;
/** Free text is sealed under its entry's key, here as everywhere: null once that is destroyed. */
export type SigningDeclined = Fact<
  'SigningDeclined',
  { readonly partyId: string; readonly reason: string | null }
>;
export type MilestonePlanned = Fact<
  'MilestonePlanned',
  {
    readonly milestoneId: string;
    readonly kind: MilestoneKind;
    readonly title: LocalText;
    readonly ownerPartyId: string;
    readonly dueOn: string;
  }
>;
/** The owner's report; it counts as the owner's own confirmation. */
export type MilestoneCompleted = Fact<
  'MilestoneCompleted',
  { readonly milestoneId: string; readonly completedOn: string }
>;
export type MilestoneConfirmed = Fact<
  'MilestoneConfirmed',
  { readonly milestoneId: string; readonly partyId: string }
>;
export type VerdictGiven = Fact<
  'VerdictGiven',
  { readonly outcome: VerdictOutcome; readonly report: string | null }
>;
export type AgreementWithdrawn = Fact<'AgreementWithdrawn', { readonly reason: string | null }>;
export type DocumentIssued = Fact<
  'DocumentIssued',
  {
    readonly file: FileReference;
    /** The text it shows. */
    readonly textHash: string;
    /** `{name}@{version}`. */
    readonly template: string;
    readonly language: DocumentLanguage;
  }
>;
export type SignedCopyFiled = Fact<
  'SignedCopyFiled',
  {
    readonly file: FileReference;
    readonly matchesText: boolean;
    /** The person who compared it. */
    readonly checkedBy: string;
  }
>;
export type OriginalsHeld = Fact<
  'OriginalsHeld',
  {
    readonly copies: number;
    /** The organisation that keeps them. */
    readonly holderId: string;
    readonly archiveNumber: string;
  }
>;
export type AgreementArchived = Fact<'AgreementArchived', { readonly archiveNumber: string }>;
export type AgreementNumbered = Fact<
  'AgreementNumbered',
  {
    readonly number: string;
    /** The event that gave it: `register-{kind}-{year}@{revision}`. */
    readonly register: string;
  }
>;
/** The desk that looks after it, as it was looked up: `desk-{id}@{revision}`. */
export type DeskAssigned = Fact<'DeskAssigned', { readonly deskId: string; readonly desk: string }>;
/** From here on it goes by the other definition. What that says of the stage stands here too, as with a stage change. */
export type DefinitionMigrated = Fact<
  'DefinitionMigrated',
  {
    /** `name@version`. */
    readonly from: string;
    readonly to: string;
    readonly fromStage: StageName;
    /** The same stage, as the other definition names it. */
    readonly stage: StageName;
    readonly title: LocalText;
    readonly activities: readonly string[];
    readonly moves: readonly string[];
  }
>;
export type DeadlineSet = Fact<
  'DeadlineSet',
  {
    /** `{stage}-{revision of its start}`, `milestone-{milestoneId}` or `signed-copy-{revision of the signing's end}`. */
    readonly deadlineId: string;
    readonly kind: DeadlineKind;
    /** The stage or milestone it belongs to; the same as its kind for a signed copy. */
    readonly subject: string;
    /** `P10D working` or `on 2027-03-31`. */
    readonly rule: string;
    /** `{calendarId}@{version}`. */
    readonly calendar: string;
    readonly zone: string;
    readonly tzdb: string;
    readonly localDate: string;
    /** End of the local date: the first instant at which it is missed, UTC ISO text. */
    readonly dueAt: string;
    /** The calendar has no published data for some day of the way. */
    readonly provisional: boolean;
    /** Reminder policy it was set with. */
    readonly remind: ReminderPolicy;
  }
>;
/** `lateRecorded`: what was due had been done in time, and was recorded after it. */
export type DeadlineMet = Fact<'DeadlineMet', { readonly deadlineId: string; readonly lateRecorded?: true }>;
/** Its day is over and it was not met. It stays open: what is due is still to be done. */
export type DeadlineMissed = Fact<'DeadlineMissed', { readonly deadlineId: string }>;
/** The duty fell away without being done. */
export type DeadlineCancelled = Fact<'DeadlineCancelled', { readonly deadlineId: string }>;

export type DeadlineWaived = Fact<
  'DeadlineWaived',
  { readonly deadlineId: string; readonly reason: string | null }
>;
/** With newer versions of its calendars it falls on another day; how it stands now is told beside it. */
export type DeadlineRecounted = Fact<
  'DeadlineRecounted',
  {
    readonly deadlineId: string;
    /** Local days. */
    readonly from: string;
    readonly to: string;
    readonly calendar: string;
    readonly reason: string | null;
  }
>;
export type AgreementVoided = Fact<
  'AgreementVoided',
  {
    readonly as: Voided;
    /** The agreement it repeats, as it was looked up: `agreement-{id}@{revision}`. */
    readonly of?: string;
    readonly reason: string | null;
  }
>;

/** What a second person confirms. The reason stands beside it, where it can be sealed. */
export type OverriddenAction =
  | { readonly type: 'RetractEntry'; readonly commandId: string }
  | {
      readonly type: 'CorrectEntry';
      readonly commandId: string;
      readonly field: CorrectableField;
      readonly value: CorrectValue;
    }
  | { readonly type: 'VoidAgreement'; readonly as: Voided; readonly of?: string }
  | { readonly type: 'WaiveDeadline'; readonly deadlineId: string }
  | ({ readonly type: 'RecordSignature' } & LateSignature)
  | ({ readonly type: 'RecordAccession'; readonly role: string } & LateSignature & Substitution);
/** The position in whose place another signs, and the mandate that allows it. */
interface Substitution {
  readonly substituteFor?: string;
  readonly mandate?: string;
}
/** What shows it in words stands beside the action, like the reason. */
interface LateSignature {
  readonly partyId: string;
  readonly positionId: string;
  readonly means: SignatureMeans;
  /** Local day, YYYY-MM-DD. */
  readonly signedOn: string;
  readonly place?: string;
  readonly evidenceFile?: string;
}
export type OverrideRequested = Fact<
  'OverrideRequested',
  {
    readonly overrideId: string;
    readonly action: OverriddenAction;
    readonly cause: OverrideCause;
    /** The office's rule at the time: by `confirmed-later` the action stands in the same entry. */
    readonly rule: OverrideRule;
    readonly reason: string | null;
    /** What shows a signature, in words. */
    readonly evidence?: string | null;
  }
>;
export type OverrideConfirmed = Fact<'OverrideConfirmed', { readonly overrideId: string }>;
export type OverrideRejected = Fact<
  'OverrideRejected',
  { readonly overrideId: string; readonly reason: string | null }
>;

export type AgreementFact =
  | AgreementProposed
  | StageEntered
  | PartyInvited
  | SignatoryNamed
  | SectionRevised
  | AttributesSet
  | TextApproved
  | ApproversNamed
  | TextEndorsed
  | TextReturned
  | TextServed
  | AnnexAttached
  | AnnexRemoved
  | TextFileProvided
  | TextFileRemoved
  | CommentAdded
  | CommentResolved
  | CommentReopened
  | SignatureRecorded
  | PartySigned
  | PartyAcceded
  | SigningHandedOver
  | SigningOrdered
  | DraftingReopened
  | SigningDeclined
  | MilestonePlanned
  | MilestoneCompleted
  | MilestoneConfirmed
  | VerdictGiven
  | AgreementWithdrawn
  | DocumentIssued
  | SignedCopyFiled
  | OriginalsHeld
  | AgreementArchived
  | AgreementNumbered
  | DeskAssigned
  | DefinitionMigrated
  | DeadlineSet
  | DeadlineMet
  | DeadlineMissed
  | DeadlineCancelled
  | DeadlineWaived
  | DeadlineRecounted
  | AgreementVoided
  | OverrideRequested
  | OverrideConfirmed
  | OverrideRejected
  | EntryRetracted
  | EntryCorrected<CorrectValue>;

/** As a log holds it: what names a condition, an activity or a command is a text there. */
type Stored<Value> = Value extends string
  ? string
  : Value extends object
    ? { readonly [Key in keyof Value]: Stored<Value[Key]> }
    : Value;

/** The whole definition, so that an agreement under it means the same years later. */
export type DefinitionPublished = Fact<
  'DefinitionPublished',
  { readonly definition: Stored<WorkflowDefinition> }
>;

/** Register streams hold nothing else: the number is revision + 1. */
export type ReferenceNumberAssigned = Fact<
  'ReferenceNumberAssigned',
  { readonly agreementId: string; readonly kind: string; readonly year: number; readonly number: string }
>;
