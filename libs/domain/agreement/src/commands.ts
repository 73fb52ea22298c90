import type {
  AttributeValue,
  Audience,
  CorrectableField,
  CorrectValue,
  DocumentLanguage,
  FileReference,
  Language,
  LocalText,
  MilestoneKind,
  SignatureMeans,
  VerdictOutcome,
  Voided,
} from './words.js';

export interface ProposeAgreement {
  readonly type: 'ProposeAgreement';
  readonly kind: string;
  /** `name@version`; absent: the newest of its kind. */
  readonly definition?: string;
  readonly title: LocalText;
  readonly field?: LocalText;
  readonly parties?: readonly { readonly partyId: string; readonly role: string }[];
  readonly attributes?: SetAttributes['values'];
  /** The desk that looks after it; absent: the space's first. */
  readonly deskId?: string;
}
export interface InviteParty {
  readonly type: 'InviteParty';
  readonly partyId: string;
  readonly role: string;
}
export interface NameSignatory {
  readonly type: 'NameSignatory';
  readonly partyId: string;
  readonly positionId: string;
}
export interface ReviseSection {
  readonly type: 'ReviseSection';
  readonly sectionId: string;
  readonly rendition: Language;
  readonly heading: string;
  readonly body: string;
  readonly baseHash: string | null;
}
/** Those named change, null takes one away; the others stay. */
export interface SetAttributes {
  readonly type: 'SetAttributes';
  readonly values: Readonly<Record<string, AttributeValue | null>>;
  /** Why they are put right, once the stages that ask for them are over. */
  readonly reason?: string;
}
export interface ApproveText {
  readonly type: 'ApproveText';
  readonly partyId: string;
  readonly textHash: string;
}
/** Which of the party's positions its approval route asks. */
export interface NameApprovers {
  readonly type: 'NameApprovers';
  readonly partyId: string;
  /** One for each post of the route. */
  readonly approvers: readonly { readonly post: string; readonly positionId: string }[];
}
/** One post of the party's approval route agrees to one exact text. */
export interface EndorseText {
  readonly type: 'EndorseText';
  readonly partyId: string;
  readonly post: string;
  readonly textHash: string;
}
/** Or sends it back. */
export interface ReturnText {
  readonly type: 'ReturnText';
  readonly partyId: string;
  readonly post: string;
  readonly textHash: string;
  readonly reason: string;
}
/** Says to others that it is their turn with the text as it stands. */
export interface ServeText {
  readonly type: 'ServeText';
  /** The party that serves it; absent: the coordinators. */
  readonly partyId?: string;
  /** Parties; absent: all others. */
  readonly to?: readonly string[];
}
export interface AttachAnnex {
  readonly type: 'AttachAnnex';
  /** SHA-256 of a file that was stored before, hex. */
  readonly sha256: string;
  readonly title: LocalText;
}
export interface RemoveAnnex {
  readonly type: 'RemoveAnnex';
  readonly sha256: string;
}
/** The text in one language is this file, in the place of its sections. */
export interface ProvideTextFile {
  readonly type: 'ProvideTextFile';
  readonly rendition: Language;
  /** SHA-256 of a file that was stored before, hex. */
  readonly sha256: string;
  /** Of the whole text that it changes, as it was seen; null when there was none. */
  readonly textHash: string | null;
}
/** The text in this language is to be written in sections again. */
export interface RemoveTextFile {
  readonly type: 'RemoveTextFile';
  readonly rendition: Language;
  readonly sha256: string;
}
/** A remark on the text, or an answer to one. */
export interface AddComment {
  readonly type: 'AddComment';
  /** The party on whose side it is written; absent: the coordinators'. */
  readonly partyId?: string;
  /** An answer is for those for whom the comment is. */
  readonly audience: Audience;
  /** Absent: it is about the whole letter. */
  readonly sectionId?: string;
  /** The words it is about. */
  readonly quote?: string;
  readonly text: string;
  /** The comment it answers. */
  readonly replyTo?: string;
}
export interface ResolveComment {
  readonly type: 'ResolveComment';
  readonly partyId?: string;
  readonly commentId: string;
}
export interface ReopenComment {
  readonly type: 'ReopenComment';
  readonly partyId?: string;
  readonly commentId: string;
}
export interface SubmitForSigning {
  readonly type: 'SubmitForSigning';
}
export interface RecordSignature {
  readonly type: 'RecordSignature';
  readonly partyId: string;
  readonly means: SignatureMeans;
  readonly signedOn: string;
  readonly place?: string;
  /** The position that signed; absent: the one that is to sign. */
  readonly positionId?: string;
  /** SHA-256 of the file that shows it, hex. */
  readonly evidenceFile?: string;
  /** What shows it, in words. */
  readonly evidence?: string;
  /** Ask a second person where it comes too late for one alone, and why. */
  readonly override?: boolean;
  readonly reason?: string;
}
/** An organisation that was no party joins an agreement in force by signing its text. */
export interface RecordAccession {
  readonly type: 'RecordAccession';
  readonly partyId: string;
  readonly role: string;
  /** The position that signed. */
  readonly positionId: string;
  /** The position in whose place it did, and the mandate that allows it, by its id or its document's number. */
  readonly substituteFor?: string;
  readonly mandate?: string;
  readonly means: SignatureMeans;
  /** It is bound from this day on. */
  readonly signedOn: string;
  readonly place?: string;
  /** SHA-256 of the file that shows it, hex. */
  readonly evidenceFile?: string;
  /** What shows it, in words. */
  readonly evidence?: string;
  /** Ask a second person where it comes too late for one alone, and why. */
  readonly override?: boolean;
  readonly reason?: string;
}
/** Another position of the party signs in its signatory's place. */
export interface HandOverSigning {
  readonly type: 'HandOverSigning';
  readonly partyId: string;
  readonly positionId: string;
  /** The mandate it signs under, by its id or its document's number. */
  readonly mandate?: string;
}
/** Who signs after whom: groups of parties, side by side within a group. */
export interface OrderSigning {
  readonly type: 'OrderSigning';
  readonly groups: readonly (readonly string[])[];
}
/** Back to drafting: what was signed no longer counts, but its record stays; every approval is asked anew. */
export interface ReopenDrafting {
  readonly type: 'ReopenDrafting';
  readonly reason: string;
}
export interface DeclineSigning {
  readonly type: 'DeclineSigning';
  readonly partyId: string;
  readonly reason: string;
}
/** The coordinator closes a letter that a party declined and nobody will reopen. */
export interface CloseDeclined {
  readonly type: 'CloseDeclined';
}
export interface PlanMilestone {
  readonly type: 'PlanMilestone';
  readonly kind: MilestoneKind;
  readonly title: LocalText;
  readonly ownerPartyId: string;
  readonly dueOn: string;
}
export interface CompleteMilestone {
  readonly type: 'CompleteMilestone';
  readonly milestoneId: string;
  readonly completedOn: string;
}
export interface ConfirmMilestone {
  readonly type: 'ConfirmMilestone';
  readonly milestoneId: string;
  readonly partyId: string;
}
export interface SubmitForReview {
  readonly type: 'SubmitForReview';
}
export interface GiveVerdict {
  readonly type: 'GiveVerdict';
  readonly outcome: VerdictOutcome;
  readonly report: string;
}
export interface ConcludeAgreement {
  readonly type: 'ConcludeAgreement';
}
export interface WithdrawAgreement {
  readonly type: 'WithdrawAgreement';
  readonly reason: string;
}
export interface RetractEntry {
  readonly type: 'RetractEntry';
  readonly commandId: string;
  readonly reason: string;
  /** Ask a second person where one alone may not. */
  readonly override?: boolean;
}
export interface CorrectEntry {
  readonly type: 'CorrectEntry';
  readonly commandId: string;
  readonly field: CorrectableField;
  readonly value: CorrectValue;
  readonly reason: string;
  /** Ask a second person where one alone may not. */
  readonly override?: boolean;
}
/** Always a matter of two persons. */
export interface VoidAgreement {
  readonly type: 'VoidAgreement';
  readonly as: Voided;
  /** The agreement it repeats. */
  readonly of?: string;
  readonly reason: string;
}
/** Always a matter of two persons. */
export interface WaiveDeadline {
  readonly type: 'WaiveDeadline';
  readonly deadlineId: string;
  readonly reason: string;
}
export interface ConfirmOverride {
  readonly type: 'ConfirmOverride';
  readonly overrideId: string;
}
export interface RejectOverride {
  readonly type: 'RejectOverride';
  readonly overrideId: string;
  readonly reason: string;
}
/** Sent by the use case that made the document, with what it made. */
export interface IssueDocument {
  readonly type: 'IssueDocument';
  readonly file: FileReference;
  readonly textHash: string;
  readonly template: string;
  readonly language: DocumentLanguage;
}
export interface FileSignedCopy {
  readonly type: 'FileSignedCopy';
  /** SHA-256 of a file that was stored before, hex. */
  readonly sha256: string;
  /** Whether whoever files it compared it with the text that was signed, and found it the same. */
  readonly matchesText: boolean;
}
export interface HoldOriginals {
  readonly type: 'HoldOriginals';
  /** The organisation that keeps them. */
  readonly holderId: string;
  readonly copies: number;
  readonly archiveNumber: string;
}
/** Nothing more is awaited: its papers are put away. */
export interface ArchiveAgreement {
  readonly type: 'ArchiveAgreement';
  readonly archiveNumber: string;
}
/** Another desk looks after it from now on. */
export interface AssignDesk {
  readonly type: 'AssignDesk';
  readonly deskId: string;
}
/** It goes on under another version of its definition, or under another definition of its kind. */
export interface MigrateDefinition {
  readonly type: 'MigrateDefinition';
  /** `name@version`. */
  readonly to: string;
  /** What the other definition calls a stage, by its name now; absent: the same. */
  readonly stages?: Readonly<Record<string, string>>;
}
/** Sent by the timer, never by a person: the day is over. */
export interface MarkDeadlineMissed {
  readonly type: 'MarkDeadlineMissed';
  readonly deadlineId: string;
}
/** Open deadlines are counted anew with the newest versions of their calendars. */
export interface RecountDeadlines {
  readonly type: 'RecountDeadlines';
  readonly reason: string;
  /** Each with the day that was seen for it; absent: all that fall on another day. */
  readonly deadlines?: readonly { readonly deadlineId: string; readonly to: string }[];
}
/** Sent by the automation that numbers proposed agreements, never by a person. */
export interface NumberAgreement {
  readonly type: 'NumberAgreement';
  readonly number: string;
  readonly register: string;
}

export type AgreementCommand =
  | ProposeAgreement
  | InviteParty
  | NameSignatory
  | ReviseSection
  | SetAttributes
  | ApproveText
  | NameApprovers
  | EndorseText
  | ReturnText
  | ServeText
  | AttachAnnex
  | RemoveAnnex
  | ProvideTextFile
  | RemoveTextFile
  | AddComment
  | ResolveComment
  | ReopenComment
  | SubmitForSigning
  | RecordSignature
  | RecordAccession
  | HandOverSigning
  | OrderSigning
  | ReopenDrafting
  | DeclineSigning
  | CloseDeclined
  | PlanMilestone
  | CompleteMilestone
  | ConfirmMilestone
  | SubmitForReview
  | GiveVerdict
  | ConcludeAgreement
  | WithdrawAgreement
  | RetractEntry
  | IssueDocument
  | FileSignedCopy
  | HoldOriginals
  | ArchiveAgreement
  | CorrectEntry
  | VoidAgreement
  | WaiveDeadline
  | ConfirmOverride
  | RejectOverride
  | AssignDesk
  | MigrateDefinition
  | MarkDeadlineMissed
  | RecountDeadlines
  | NumberAgreement;

export type AgreementCommandType = AgreementCommand['type'];
