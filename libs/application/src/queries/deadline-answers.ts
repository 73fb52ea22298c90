import type { DeadlineKind, LocalText, StageName } from '@entente/agreement';
import type { LastReminder, TrafficLight } from '@entente/reminder';

import type { DefinitionGoneBy, NamedParty, Page } from './page.js';

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
