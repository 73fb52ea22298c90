import type { DocumentLanguage, FileReference } from '../words.js';

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
