import type { PossibleCommand } from '@entente/access';
import type { LocalText, ProposedAgreement } from '@entente/agreement';

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
