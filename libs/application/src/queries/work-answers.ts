import type { DutyCommand, LocalText, StageName } from '@entente/agreement';

import type { DefinitionGoneBy, NamedParty, Page } from './page.js';

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
