/** A text for people in one or both of our languages; at least one is there. */
export interface LocalText {
  readonly zh?: string;
  readonly en?: string;
}

export type Language = 'zh' | 'en';

/** A stage as its definition names it: lower-case words with hyphens. */
export type StageName = string;

export type MilestoneKind = 'research' | 'planning' | 'design' | 'forum';
export type SignatureMeans = 'ink' | 'seal' | 'in-app' | 'provider';
/** When a party has signed: by its signatory, by the signatory and the seal, or by any two of its positions. */
export type SigningRule = 'head' | 'head-and-seal' | 'any-two';
/** A stored file, by the SHA-256 of its bytes, hex. */
export interface FileReference {
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly mediaType: string;
}

/** What becomes of a deadline's duty: a stage that moves on, a milestone that is done, a signed copy that is filed. */
export type DeadlineKind = 'stage' | 'milestone' | 'signed-copy';
/** The languages in which a document is made; `both` is one document with both texts. */
export type DocumentLanguage = Language | 'both';
export type VerdictOutcome = 'passed' | 'revision-requested' | 'failed';

/** A day is a text, YYYY-MM-DD. */
export type AttributeValue = string | number | boolean;
/** What a definition asks to be known of its agreements, by the name it has there. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** What can be put right in an entry without taking it back. */
export type CorrectableField = 'title' | 'field' | 'signedOn' | 'place' | 'dueOn' | 'completedOn';
/** A day or a line of text, or a name in our languages. */
export type CorrectValue = string | LocalText;

/** For whom something is written: the writer's own side, that side and the coordinators, or all who may see the letter. */
export type Audience = 'own-side' | 'coordinators' | 'parties';

export type Voided = 'duplicate' | 'entered-in-error';
/** Why one person is not enough: the entry is another's or too old, nobody was there to sign, or no one person ever may. */
export type OverrideCause = 'not-own' | 'late' | 'vacant' | 'always';
/** Whether a second person confirms before anything happens, or afterwards, where the office has only one. */
export type OverrideRule = 'by-two' | 'confirmed-later';
