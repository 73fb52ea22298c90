import type { DeadlineKind, LocalText } from '@entente/agreement';
import type { CloseReason, ReminderChannel, StepKind, SuppressReason } from '@entente/reminder';

import type { DefinitionGoneBy, Page } from './page.js';

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
export interface MessagePreview {
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
