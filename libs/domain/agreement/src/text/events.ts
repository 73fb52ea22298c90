import type { Fact } from '@entente/event-sourcing';

import type { FileReference, Language, LocalText } from '../words.js';

export type SectionRevised = Fact<
  'SectionRevised',
  {
    readonly sectionId: string;
    readonly rendition: Language;
    readonly heading: string;
    readonly body: string;
    /** Hash of the rendition this revision was made on; null when there was none. */
    readonly baseHash: string | null;
    /** SHA-256 of the canonical text of {sectionId, rendition, heading, body}, hex. */
    readonly hash: string;
    /** Hash over the whole set after this revision, hex. */
    readonly textHash: string;
  }
>;
export type TextApproved = Fact<'TextApproved', { readonly partyId: string; readonly textHash: string }>;
/** It is their turn from here on. */
export type TextServed = Fact<
  'TextServed',
  {
    readonly textHash: string;
    /** A party by id, or `coordinator`. */
    readonly by: string;
    readonly to: readonly string[];
    /** Local day, YYYY-MM-DD. */
    readonly on: string;
  }
>;
export type AnnexAttached = Fact<
  'AnnexAttached',
  {
    readonly file: FileReference;
    readonly title: LocalText;
    /** Hash over the whole set with it, hex. */
    readonly textHash: string;
  }
>;
export type AnnexRemoved = Fact<
  'AnnexRemoved',
  {
    readonly sha256: string;
    readonly title: LocalText;
    /** Hash over the whole set without it, hex. */
    readonly textHash: string;
  }
>;
/** The text in this language is the file; what sections said in it is said no more. */
export type TextFileProvided = Fact<
  'TextFileProvided',
  {
    readonly rendition: Language;
    readonly file: FileReference;
    /** SHA-256 of the file in whose place it comes. */
    readonly replaces?: string;
    /** Hash over the whole set with it, hex. */
    readonly textHash: string;
  }
>;
export type TextFileRemoved = Fact<
  'TextFileRemoved',
  {
    readonly rendition: Language;
    readonly sha256: string;
    /** Hash over the whole set without it, hex. */
    readonly textHash: string;
  }
>;
