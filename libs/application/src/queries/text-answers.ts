import type { Annex, LocalText, Section, TextDifference, TextFile } from '@entente/agreement';

/** One of the texts that an agreement has had. */
export interface TextRevision {
  /** Of the agreement's stream, after which the text stood so. */
  readonly revision: number;
  readonly textHash: string | null;
  readonly recordedAt: string;
  /** What led to it. */
  readonly title: LocalText;
}

export interface AgreementText {
  readonly agreementId: string;
  readonly revision: number;
  readonly textHash: string | null;
  readonly sections: readonly Section[];
  /** The text in the languages in which it is a file. */
  readonly textFiles: readonly TextFile[];
  readonly annexes: readonly Annex[];
  /** Every text there has been up to now, newest first. */
  readonly revisions: readonly TextRevision[];
}

export interface AgreementTextDifference extends TextDifference {
  readonly agreementId: string;
  readonly from: { readonly revision: number; readonly textHash: string | null };
  readonly to: { readonly revision: number; readonly textHash: string | null };
}
