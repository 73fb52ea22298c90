import type { DocumentLanguage, LocalText, ProposedAgreement } from '@entente/agreement';

export type DocumentFormat = 'pdf' | 'docx';

/** All that a document shows: the same letter makes the same bytes. */
export interface LetterToPrint {
  readonly agreementId: string;
  readonly agreement: Pick<ProposedAgreement, 'title' | 'field' | 'number' | 'sections' | 'annexes'>;
  readonly parties: readonly {
    readonly name: LocalText;
    readonly role: LocalText;
    /** Who signs for it, by position; `instead` signs in that one's place. */
    readonly signatory?: LocalText;
    readonly instead?: LocalText;
  }[];
  readonly textHash: string;
  /** Revision of the stream with which the text came to read so, and when that was (UTC ISO text). */
  readonly textRevision: number;
  readonly textSince: string;
  /** IANA zone of its days. */
  readonly zone: string;
  /** `draft`: not every party has approved this text; `void`: the agreement does not count. */
  readonly standing: 'draft' | 'approved' | 'void';
  readonly language: DocumentLanguage;
  readonly format: DocumentFormat;
}

export interface MadeDocument {
  readonly content: Uint8Array;
  readonly mediaType: string;
  /** `name@version` of what it was made from. */
  readonly template: string;
}

/** Makes a letter into a document that people print, sign and file. */
export abstract class LetterDocuments {
  abstract make(letter: LetterToPrint): Promise<MadeDocument>;

  /** One PDF, to be printed in one go: each letter on pages of its own, as it is alone. At least one letter. */
  abstract makeTogether(letters: readonly LetterToPrint[]): Promise<MadeDocument>;

  /** The signs of a letter that its PDF cannot show; a DOCX shows them. */
  abstract unprintable(letter: LetterToPrint): Promise<readonly string[]>;

  /** The same of a text that is being written. */
  abstract unprintableIn(text: string): Promise<readonly string[]>;
}
