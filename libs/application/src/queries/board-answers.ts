import type { Attributes, AttributeValue, DeadlineKind, LocalText, StageName } from '@entente/agreement';

import type { DefinitionGoneBy, Freshness, NamedParty, Page } from './page.js';

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
