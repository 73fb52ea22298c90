import type { Fact } from '@entente/event-sourcing';

import type { DocumentLanguage, FileReference } from '../words.js';

export type DocumentIssued = Fact<
  'DocumentIssued',
  {
    readonly file: FileReference;
    /** The text it shows. */
    readonly textHash: string;
    /** `{name}@{version}`. */
    readonly template: string;
    readonly language: DocumentLanguage;
  }
>;
export type SignedCopyFiled = Fact<
  'SignedCopyFiled',
  {
    readonly file: FileReference;
    readonly matchesText: boolean;
    /** The person who compared it. */
    readonly checkedBy: string;
  }
>;
export type OriginalsHeld = Fact<
  'OriginalsHeld',
  {
    readonly copies: number;
    /** The organisation that keeps them. */
    readonly holderId: string;
    readonly archiveNumber: string;
  }
>;
export type AgreementArchived = Fact<'AgreementArchived', { readonly archiveNumber: string }>;
