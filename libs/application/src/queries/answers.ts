import type { PossibleCommand } from '@entente/access';
import type {
  Attributes,
  AttributeValue,
  DutyCommand,
  DeadlineKind,
  LocalText,
  ProposedAgreement,
  StageName,
} from '@entente/agreement';
import type { PositionRole } from '@entente/directory';
import type {
  CloseReason,
  LastReminder,
  ReminderChannel,
  StepKind,
  SuppressReason,
  TrafficLight,
} from '@entente/reminder';

/** How old an answer is: it shows the log up to `position`; `lagMs` since the oldest event it does not show yet. */
export interface Freshness {
  readonly view: string;
  readonly version: number;
  readonly position: string | null;
  readonly lagMs: number;
  /** Set in an answer about one agreement whose later events the view leaves out, whatever `position` says. */
  readonly parked: ParkedSince | null;
}

/** Why a view leaves an agreement's later events out: a word for programs, not the cause an operator sees. */
export interface ParkedSince {
  readonly since: string;
  readonly reason: 'unreadable-event' | 'unknown-event' | 'failed';
}

export interface Page<Row> {
  readonly items: readonly Row[];
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
  /** Rows that pass the filter, over all pages. */
  readonly total: number;
  readonly freshness: Freshness;
}

export interface NamedParty {
  readonly partyId: string;
  readonly name: LocalText;
  readonly role: string;
}

/** `name@version`, whose word for the stage counts; null where the list does not know it yet. */
export type DefinitionGoneBy = string | null;

export interface BoardRow {
  readonly agreementId: string;
  readonly number: string | null;
  readonly kind: string;
  readonly definition: DefinitionGoneBy;
  readonly attributes: Attributes | null;
  readonly title: LocalText;
  readonly field: LocalText | null;
  readonly stage: StageName;
  readonly stageSince: string;
  readonly parties: readonly NamedParty[];
  readonly turn: { readonly who: readonly string[]; readonly since: string };
  readonly nextDeadline: {
    readonly deadlineId: string;
    readonly kind: DeadlineKind;
    readonly localDate: string;
    readonly dueAt: string;
    readonly provisional: boolean;
    readonly late: boolean;
  } | null;
  readonly revision: number;
}

/** A stage of that name, or the one of a definition alone: several call quite different ones the same. */
export type SoughtStage = StageName | { readonly stage: StageName; readonly definition: string };

export interface BoardFilter {
  readonly stages?: readonly SoughtStage[];
  /** Looked for in all that a letter says, in both languages, and in the names of those who sign it. */
  readonly search?: string;
  readonly partyId?: string;
  /** A further party that the letter must have. */
  readonly withPartyId?: string;
  /** Only letters that wait for the viewer. */
  readonly mine?: boolean;
  readonly late?: boolean;
  /** Looked after by this desk. */
  readonly deskId?: string;
  readonly cursor?: string;
  /** 1 to 100. */
  readonly limit: number;
  /** Local year in which it was proposed. */
  readonly year?: number;
  /** Its field, as it is written in one of our languages. */
  readonly field?: string;
  readonly attributes?: SoughtAttributes;
}

/** By an attribute's name the values of which it must have one. */
export type SoughtAttributes = Readonly<Record<string, readonly AttributeValue[]>>;

export interface StageCount {
  readonly stage: StageName;
  readonly definition: DefinitionGoneBy;
  readonly count: number;
}

export interface BoardPage extends Page<BoardRow> {
  /** Letters the viewer may see, by stage, whatever the filter. */
  readonly byStage: Readonly<Record<StageName, number>>;
  /** The same, apart by the definition they go by. */
  readonly stages: readonly StageCount[];
  /** Letters the viewer may see whose later events the board leaves out, whatever the filter. */
  readonly parked: number;
}

/** Something that somebody owes a letter. */
export interface WorkRow {
  readonly agreementId: string;
  readonly number: string | null;
  readonly definition: DefinitionGoneBy;
  readonly title: LocalText;
  readonly stage: StageName;
  readonly parties: readonly NamedParty[];
  /** A party's id, or `coordinator`. */
  readonly who: string;
  /** Since when the letter waits for those it waits for now. */
  readonly since: string;
  /** What does it. */
  readonly command: DutyCommand;
  /** The only position that can. */
  readonly position: { readonly positionId: string; readonly title: LocalText } | null;
  readonly milestone: { readonly milestoneId: string; readonly title: LocalText } | null;
  /** What a second person is to confirm. */
  readonly overrideId: string | null;
  readonly deadline: {
    readonly localDate: string;
    readonly dueAt: string;
    readonly provisional: boolean;
    readonly late: boolean;
  } | null;
}

export interface WorkFilter {
  /** What the viewer owes, or what others owe in the letters in which the viewer acts. */
  readonly list: 'owed' | 'awaited';
  readonly late?: boolean;
  readonly cursor?: string;
  /** 1 to 100. */
  readonly limit: number;
}

/** Something that the viewer is asked to do, beside what letters wait for. */
export interface WorkTask {
  /**
   * To accept a desk that was offered, or to hand one over whose holder is gone; to find out whose duty it is that
   * somebody was reminded of and says is not theirs, or the address of somebody to whom mail came back.
   */
  readonly kind: 'accept-desk' | 'hand-over-desk' | 'find-whose-duty' | 'repair-contact';
  readonly deskId: string | null;
  readonly agreementId: string | null;
  readonly deadlineId: string | null;
  /** To whose address mail came back. */
  readonly personId: string | null;
  /** Of the desk, the agreement or the person; null: it was erased. */
  readonly name: LocalText | null;
  /** From which day it is offered; by which day it is due. */
  readonly from: string | null;
  /** What they said beside; null: nothing, or it was erased. */
  readonly word: string | null;
}

export interface WorkPage extends Page<WorkRow> {
  readonly tasks: readonly WorkTask[];
  /** Whatever the filter; `late` of those owed. */
  readonly counts: { readonly owed: number; readonly late: number; readonly awaited: number };
  /** Letters the viewer may see whose later events are left out. */
  readonly parked: number;
}

/** An open deadline of a letter. */
export interface DeadlineRow {
  readonly agreementId: string;
  readonly number: string | null;
  readonly definition: DefinitionGoneBy;
  readonly title: LocalText;
  readonly stage: StageName;
  readonly parties: readonly NamedParty[];
  readonly deadlineId: string;
  readonly kind: DeadlineKind;
  /** The stage or milestone it belongs to. */
  readonly subject: string;
  readonly milestone: LocalText | null;
  /** Whose duty it is: ids of parties, or `coordinator`. */
  readonly who: readonly string[];
  readonly rule: string;
  readonly calendar: string;
  readonly zone: string;
  readonly localDate: string;
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly late: boolean;
  readonly light: TrafficLight;
  /** What became of the last reminder that was due; null: none was yet. */
  readonly reminded: LastReminder | null;
}

export interface DeadlineFilter {
  /** Missed; due within seven local days; due later. Absent: all. */
  readonly when?: DeadlineSpan;
  readonly kind?: DeadlineKind;
  /** Only what the viewer owes, as a party or from the desk they keep. */
  readonly mine?: boolean;
  readonly deskId?: string;
  /** Due on a local day of this month, YYYY-MM. */
  readonly month?: string;
  /** Looked for in number, title and parties. */
  readonly search?: string;
  readonly cursor?: string;
  /** 1 to 100. */
  readonly limit: number;
}

export type DeadlineSpan = 'missed' | 'week' | 'later';

export interface DeadlinePage extends Page<DeadlineRow> {
  /** Whatever the span that is asked for. */
  readonly counts: Readonly<Record<DeadlineSpan, number>>;
  /** Letters the viewer may see whose later events are left out. */
  readonly parked: number;
}

export interface CoveredOrganisation {
  readonly organisationId: string;
  readonly name: LocalText;
}

/** Which organisations work with which: of two roles, by the letters the viewer may see. */
export interface Coverage {
  /** Those that have ever had the role in such a letter. */
  readonly rows: readonly CoveredOrganisation[];
  readonly columns: readonly CoveredOrganisation[];
  /** Only those with a letter; ids of a row and a column. */
  readonly cells: readonly {
    readonly row: string;
    readonly column: string;
    readonly open: number;
    readonly ended: number;
    readonly late: number;
  }[];
  /** Pairs that have never had a letter. */
  readonly gaps: number;
  /** Letters the viewer may see whose later events are left out. */
  readonly parked: number;
  readonly freshness: Freshness;
}

export interface CoverageRoles {
  readonly rows: string;
  readonly columns: string;
}

export interface AgreementDetail {
  readonly agreementId: string;
  /** Last revision of its stream; the ETag. */
  readonly revision: number;
  readonly position: string;
  readonly agreement: Omit<ProposedAgreement, 'entries'>;
  /** What this viewer can do next. */
  readonly possible: readonly PossibleCommand[];
  /** Names of the positions and people it mentions, by id. */
  readonly names: Readonly<Record<string, LocalText>>;
}

/** What the agreement was at an earlier moment. Made from the log alone, without any side effect. */
export interface AgreementReplay {
  readonly agreementId: string;
  /** The revision the state stands at. */
  readonly revision: number;
  /** The newest revision there is. */
  readonly lastRevision: number;
  readonly recordedAt: string;
  /** The definition the state was folded under, `name@version`. */
  readonly definition: string;
  /** SHA-256 of the state's canonical text, hex: the same on every machine and store. */
  readonly stateHash: string;
  readonly agreement: ProposedAgreement;
  /** The event at `revision`, as a sentence. */
  readonly sentence: LocalText;
}

export interface HistoryEvent {
  readonly revision: number;
  readonly type: string;
  readonly sentence: LocalText;
}

/** One line of history: what one command appended. */
export interface HistoryLine {
  readonly commandId: string;
  /** Revision of its first event. */
  readonly revision: number;
  readonly recordedAt: string;
  readonly effectiveOn: string | null;
  readonly actor: { readonly id: string; readonly name: LocalText | null };
  readonly actingAs: { readonly id: string; readonly title: LocalText | null } | null;
  readonly title: LocalText;
  readonly events: readonly HistoryEvent[];
  /** Set when a later line took it back. */
  readonly retracted: { readonly by: string; readonly at: string; readonly reason: string | null } | null;
}

export interface DirectoryPosition {
  readonly positionId: string;
  readonly title: LocalText;
  readonly roles: readonly PositionRole[];
  readonly person: { readonly personId: string; readonly name: LocalText };
}

export interface OrganisationRow {
  readonly organisationId: string;
  readonly name: LocalText;
  readonly positions: readonly DirectoryPosition[];
}

export interface PersonRow {
  readonly personId: string;
  readonly name: LocalText;
  readonly language: 'zh' | 'en';
  readonly positions: readonly {
    readonly positionId: string;
    readonly title: LocalText;
    readonly roles: readonly PositionRole[];
    readonly organisation: { readonly organisationId: string; readonly name: LocalText };
  }[];
}

/** Something the viewer was reminded of. */
export interface InboxRow {
  readonly itemId: string;
  readonly agreementId: string;
  readonly number: string | null;
  readonly definition: DefinitionGoneBy;
  readonly title: LocalText;
  readonly deadlineId: string;
  readonly kind: DeadlineKind;
  /** The stage or milestone it belongs to. */
  readonly subject: string;
  readonly milestone: LocalText | null;
  readonly step: string;
  /** When they were reminded. */
  readonly at: string;
  readonly channel: ReminderChannel;
  readonly read: boolean;
  /** Null: it is done, or fell away. */
  readonly due: {
    readonly localDate: string;
    readonly dueAt: string;
    readonly zone: string;
    readonly provisional: boolean;
    readonly late: boolean;
  } | null;
}

export interface InboxFilter {
  readonly unread?: boolean;
  readonly cursor?: string;
  /** 1 to 100. */
  readonly limit: number;
}

export interface InboxPage extends Page<InboxRow> {
  /** Whatever the filter. */
  readonly unread: number;
}

export interface OutboxMail {
  readonly id: string;
  readonly agreementId: string;
  readonly to: {
    readonly personId: string;
    readonly name: LocalText | null;
    readonly address: string | null;
  };
  readonly subject: string;
  readonly text: string;
  readonly language: 'zh' | 'en';
  readonly status: 'queued' | 'sent' | 'held' | 'failed';
  readonly reason: string | null;
  readonly messageId: string;
  readonly createdAt: string;
  readonly sentAt: string | null;
  /** It came back, or is told to be late; as the last mail server numbers it (RFC 3463). */
  readonly returned: {
    readonly kind: 'failed' | 'delayed';
    readonly status: string;
    readonly at: string;
  } | null;
}

export interface OutboxMailDetail extends OutboxMail {
  /** A whole document of ours; other people's words in it are escaped. */
  readonly html: string;
}

export interface ReminderRow {
  readonly agreementId: string;
  readonly number: string | null;
  readonly title: LocalText;
  readonly deadlineId: string;
  readonly step: string;
  readonly kind: StepKind;
  readonly at: string;
  readonly localDate: string;
  /** `missed`: the day was over, which is on record. */
  readonly status: 'planned' | 'sent' | 'suppressed' | 'closed' | 'missed';
  /** What was recorded of it, one for each it was for; people are named to those who see the outbox. */
  readonly told: readonly ReminderTold[];
}

/** A reminder that went out after its time, because nothing ran or nobody took the mail. */
export interface LateReminder {
  readonly agreementId: string;
  readonly number: string | null;
  readonly title: LocalText;
  readonly deadlineId: string;
  readonly step: string;
  readonly person: { readonly personId: string; readonly name: LocalText | null };
  /** From when on it might go to the person. */
  readonly opensAt: string;
  readonly sentAt: string;
  readonly lateMinutes: number;
}

/** Of the last days, what went out late; the latest of them first. */
export interface OutageReport {
  /** What went out from then on is looked at, UTC ISO text. */
  readonly since: string;
  readonly total: number;
  readonly worstMinutes: number;
  readonly items: readonly LateReminder[];
}

export interface ReminderTold {
  readonly status: 'sent' | 'bounced' | 'held-back' | 'closed';
  readonly person: { readonly personId: string; readonly name: LocalText | null } | null;
  /** `outbox`: no mail server is configured, the message waits on the outbox page. */
  readonly channel: ReminderChannel | null;
  /** Why it was held back or closed. */
  readonly reason: SuppressReason | CloseReason | null;
  readonly at: string;
}

/** A planned step as it would go out, by all that is known now. */
export interface ReminderPreview {
  /** When it is due; each is written to within their own hours. */
  readonly at: string;
  readonly messages: readonly PreviewedMessage[];
}

export interface PreviewedMessage {
  readonly position: LocalText | null;
  readonly person: {
    readonly personId: string;
    readonly name: LocalText;
    readonly address: string | null;
  } | null;
  /** Why nothing would go out to them. */
  readonly heldBack: SuppressReason | null;
  readonly at: string | null;
  readonly language: 'zh' | 'en' | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
}
