/** A text for people in one or both of our languages; at least one is there. */
export interface LocalText {
  readonly zh?: string;
  readonly en?: string;
}

export type Language = 'zh' | 'en';

export type OpenStage = 'drafting' | 'signing' | 'joint-research' | 'review';
export type FinalStage = 'concluded' | 'terminated' | 'withdrawn' | 'declined';
export type StageName = OpenStage | FinalStage;

export type MilestoneKind = 'research' | 'planning' | 'design' | 'forum';
export type SignatureMeans = 'ink' | 'seal' | 'in-app' | 'provider';
/** When a party has signed: by its signatory, by the signatory and the seal, or by any two of its positions. */
export type SigningRule = 'head' | 'head-and-seal' | 'any-two';
export type VerdictOutcome = 'passed' | 'revision-requested' | 'failed';
