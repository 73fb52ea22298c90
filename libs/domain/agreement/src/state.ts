import type { AgreementVoided, DeadlineSet, OverriddenAction } from './events.js';
import type { PartyRoute } from './route/party-route.js';
import type { ApprovalStep } from './workflow/definition.js';
import type {
  Attributes,
  Audience,
  DocumentLanguage,
  FileReference,
  Language,
  LocalText,
  MilestoneKind,
  OverrideCause,
  SignatureMeans,
  StageName,
  VerdictOutcome,
} from './words.js';

export interface Rendition {
  readonly heading: string;
  readonly body: string;
  readonly hash: string;
}

export interface Section {
  readonly sectionId: string;
  readonly renditions: Readonly<Partial<Record<Language, Rendition>>>;
}

export interface Signatory {
  readonly positionId: string;
  readonly title: LocalText;
}

export interface Signature {
  readonly positionId: string;
  readonly means: SignatureMeans;
  readonly signedOn: string;
  readonly place?: string;
  readonly substituteFor?: string;
  readonly mandate?: string;
  readonly evidenceFile?: string;
  readonly evidence?: string | null;
}

export interface Party {
  readonly partyId: string;
  readonly name: LocalText;
  readonly role: string;
  /** Who inside it agrees to a text before it does; absent: that is its own affair. */
  readonly approvalRoute?: readonly ApprovalStep[];
  readonly signatory?: Signatory;
  /** Signs in the signatory's place. */
  readonly substitute?: Signatory & { readonly mandate?: string };
  /** The exact text this party approved last; it counts only while it equals the current hash. */
  readonly approvedHash?: string;
  readonly signatures: readonly Signature[];
  /** Those that no longer count since drafting was reopened. */
  readonly voided?: readonly Signature[];
  readonly signed: boolean;
  /** It joined the agreement in force, and is bound from this local day on. */
  readonly accededOn?: string;
  readonly declined?: { readonly reason: string | null };
}

export interface Milestone {
  readonly milestoneId: string;
  readonly kind: MilestoneKind;
  readonly title: LocalText;
  readonly ownerPartyId: string;
  readonly dueOn: string;
  readonly plannedAt: string;
  readonly completedOn?: string;
  readonly confirmedBy: readonly string[];
  readonly cancelled?: { readonly reason: string | null };
}

export interface Deadline extends Omit<DeadlineSet['data'], 'remind'> {
  readonly remind: DeadlineSet['data']['remind'];
  readonly status: 'open' | 'met' | 'cancelled';
  /** When it was found not to be met in time; what is due may have been done since. */
  readonly missedAt?: string;
  /** It was met in time and recorded later. */
  readonly lateRecorded?: true;
  /** Since when no time counts for it. */
  readonly suspendedAt?: string;
}

/** The text as one party last put it before others. */
export interface Served {
  readonly textHash: string;
  /** A party by id, or `coordinator`. */
  readonly by: string;
  readonly to: readonly string[];
  readonly on: string;
  readonly at: string;
}

/** The text in one language, where it is a file and not written in sections. */
export interface TextFile {
  readonly rendition: Language;
  readonly file: FileReference;
  readonly providedAt: string;
}

export interface Annex {
  readonly file: FileReference;
  readonly title: LocalText;
  readonly attachedAt: string;
}

export interface Comment {
  readonly commentId: string;
  /** On whose side it was written: a party's id, or `coordinator`. */
  readonly side: string;
  readonly audience: Audience;
  /** The side that began the conversation. */
  readonly owner: string;
  readonly sectionId?: string;
  readonly replyTo?: string;
  /** The text it was written about. */
  readonly textHash: string | null;
  readonly quote?: string | null;
  readonly text: string | null;
  readonly by: string;
  readonly at: string;
  readonly resolved?: { readonly by: string; readonly at: string };
}

/** One line of history as people see it: what one command appended. */
export interface Entry {
  readonly commandId: string;
  readonly actor: string;
  readonly recordedAt: string;
  readonly revision: number;
  readonly types: readonly string[];
  /** Ids of the parties, milestones, sections and entries its events are about. */
  readonly subjects: readonly string[];
}

/** Something that takes two persons. */
export interface Override {
  /** Id of the command that asked for it. */
  readonly overrideId: string;
  readonly action: OverriddenAction;
  readonly cause: OverrideCause;
  readonly reason: string | null;
  /** What shows a signature, in words. */
  readonly evidence?: string | null;
  readonly requestedBy: string;
  readonly requestedAt: string;
  /** `unconfirmed`: it has taken effect, and a second person is still to confirm it. */
  readonly status: 'requested' | 'unconfirmed' | 'confirmed' | 'rejected';
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  /** Why it was rejected. */
  readonly rejection?: string | null;
}

/** Whose move it is: parties by id, or the coordinators' desk; empty when it is nobody's. */
export interface Turn {
  readonly who: readonly ('coordinator' | (string & {}))[];
  /** Since when it waits for whoever of them it waits for longest. */
  readonly since: string;
  /** Since when it is each one's, in the order of `who`. */
  readonly began: readonly string[];
}

export interface IssuedDocument {
  readonly file: FileReference;
  readonly textHash: string;
  readonly template: string;
  readonly language: DocumentLanguage;
  readonly issuedAt: string;
}

export interface SignedCopy {
  readonly file: FileReference;
  readonly matchesText: boolean;
  readonly checkedBy: string;
  readonly filedAt: string;
}

export interface Originals {
  readonly holderId: string;
  readonly copies: number;
  readonly archiveNumber: string;
}

export interface Archived {
  readonly archiveNumber: string;
  readonly archivedAt: string;
}

export interface Verdict {
  readonly outcome: VerdictOutcome;
  readonly report: string | null;
}

export interface ProposedAgreement {
  /** As its definition names it. */
  readonly stage: StageName;
  readonly stageTitle: LocalText;
  /** What can be done in the stage, under versioned names. */
  readonly activities: readonly string[];
  /** Commands by which the stage can be left. */
  readonly moves: readonly string[];
  /** It stands in a final stage. */
  readonly ended: boolean;
  readonly kind: string;
  readonly definition: string;
  readonly title: LocalText;
  readonly field?: LocalText;
  /** By the names the definition gives them; absent: none was set yet. */
  readonly attributes?: Attributes;
  readonly number?: string;
  /** The desk that looks after it; absent: the space's first. */
  readonly deskId?: string;
  readonly proposedAt: string;
  readonly proposedBy: string;
  readonly stageSince: string;
  readonly parties: readonly Party[];
  readonly sections: readonly Section[];
  /** Hash over the whole text set; null while there is no text. */
  readonly textHash: string | null;
  /** The text in the languages in which it is a file; absent while there is none. */
  readonly textFiles?: readonly TextFile[];
  /** Part of the text, in their order; absent while there is none, like the two below. */
  readonly annexes?: readonly Annex[];
  /** One for each party that named who approves; of them a viewer is shown their own. */
  readonly routes?: readonly PartyRoute[];
  /** When drafting last changed hands. */
  readonly served?: Served;
  /** Oldest first, answers among them. */
  readonly comments?: readonly Comment[];
  /** Groups of parties that sign one after the other; absent: all side by side. */
  readonly signingOrder?: readonly (readonly string[])[];
  readonly milestones: readonly Milestone[];
  readonly deadlines: readonly Deadline[];
  /** When its signing was complete. */
  readonly signedAt?: string;
  /** What was made of its text, oldest first; absent while there is none, like the two below. */
  readonly documents?: readonly IssuedDocument[];
  /** Oldest first: the last one that matches the text is the copy on file. */
  readonly signedCopies?: readonly SignedCopy[];
  /** One for each organisation that keeps some. */
  readonly originals?: readonly Originals[];
  /** Where its papers were put away; absent: they were not yet. */
  readonly archived?: Archived;
  /** The entries in force, oldest first. */
  readonly entries: readonly Entry[];
  /** Command ids of the entries taken back, in the order in which they were. */
  readonly retracted: readonly string[];
  /** Oldest first. */
  readonly overrides: readonly Override[];
  readonly turn: Turn;
  /** Why it does not count. */
  readonly voided?: AgreementVoided['data'];
  /** Of its review, until the agreement goes back to another stage that is not its end. */
  readonly verdict?: Verdict;
}

export interface NotProposed {
  readonly stage: null;
}
export type Agreement = NotProposed | ProposedAgreement;
