import type { Language, LocalText } from '../words.js';

export interface ReviseSection {
  readonly type: 'ReviseSection';
  readonly sectionId: string;
  readonly rendition: Language;
  readonly heading: string;
  readonly body: string;
  readonly baseHash: string | null;
}
export interface ApproveText {
  readonly type: 'ApproveText';
  readonly partyId: string;
  readonly textHash: string;
}
/** Says to others that it is their turn with the text as it stands. */
export interface ServeText {
  readonly type: 'ServeText';
  /** The party that serves it; absent: the coordinators. */
  readonly partyId?: string;
  /** Parties; absent: all others. */
  readonly to?: readonly string[];
}
export interface AttachAnnex {
  readonly type: 'AttachAnnex';
  /** SHA-256 of a file that was stored before, hex. */
  readonly sha256: string;
  readonly title: LocalText;
}
export interface RemoveAnnex {
  readonly type: 'RemoveAnnex';
  readonly sha256: string;
}
/** The text in one language is this file, in the place of its sections. */
export interface ProvideTextFile {
  readonly type: 'ProvideTextFile';
  readonly rendition: Language;
  /** SHA-256 of a file that was stored before, hex. */
  readonly sha256: string;
  /** Of the whole text that it changes, as it was seen; null when there was none. */
  readonly textHash: string | null;
}
/** The text in this language is to be written in sections again. */
export interface RemoveTextFile {
  readonly type: 'RemoveTextFile';
  readonly rendition: Language;
  readonly sha256: string;
}
