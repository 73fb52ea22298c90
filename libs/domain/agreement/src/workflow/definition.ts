import type { AgreementCommandType } from '../commands.js';
import type { AttributesSchema } from './attributes.js';
import type { Language, LocalText, SigningRule, StageName } from '../words.js';
import type { ReminderPolicy, WhenMissed } from './reminder-policy.js';

export type ActivityName =
  'parties@1' | 'text@1' | 'signing@1' | 'research@1' | 'review@1' | 'attributes@1' | 'accession@1';

/** Conditions that ask for a number of something. */
export type CountedConditionName = 'parties-at-least@1' | 'quorum-signed@1';

export type ConditionName = PlainConditionName | CountedConditionName;

export type PlainConditionName =
  | 'two-parties-at-least@1'
  | 'text-present@1'
  | 'attributes-set@1'
  | 'every-party-named-signatory@1'
  | 'every-party-approved@1'
  | 'every-party-signed@1'
  | 'a-party-declined@1'
  | 'every-milestone-confirmed@1'
  | 'verdict-passed@1'
  | 'verdict-revision-requested@1'
  | 'verdict-failed@1';

/** A condition as a transition asks for it; this is also how it is recorded with the stage change. */
export type ConditionUse =
  PlainConditionName | { readonly name: CountedConditionName; readonly count: number };

export interface Transition {
  readonly name: string;
  readonly to: StageName;
  /** The command that moves it, or null when it moves by itself as soon as its conditions hold. */
  readonly command: AgreementCommandType | null;
  readonly conditions: readonly ConditionUse[];
  /** Leaves the stage's duty undone: every open deadline is cancelled instead of met. */
  readonly abandons?: true;
}

export interface StageDefinition {
  readonly name: StageName;
  readonly title: LocalText;
  readonly activities: readonly ActivityName[];
  /** Runs from entering the stage. `P{n}D`, ISO 8601, counted in working days. */
  readonly deadline?: StageDeadlineRule;
  /** None: a final stage. */
  readonly transitions: readonly Transition[];
}

/** A day counts when it is a working day of every party. Absent: of the coordinating department. */
interface DaysCounted {
  readonly calendars?: 'parties';
}

/** Stops while its agreement is suspended. Absent: it runs whatever happens. */
interface Pausable {
  readonly pausable?: true;
}

export interface DeadlineRule extends DaysCounted, Pausable {
  readonly duration: string;
  readonly remind: ReminderPolicy;
}

export interface StageDeadlineRule extends DeadlineRule {
  /** Absent: that it was missed is all that is recorded. */
  readonly whenMissed?: WhenMissed;
}

export interface MilestoneDays extends DaysCounted, Pausable {
  /** Where a day off takes a milestone: a task waits for the next working day, a notice has to be given before. */
  readonly dayOff?: 'backward';
}

/** Somebody of the party who is asked; which of its positions that is, the party says. */
export interface ApprovalPost {
  readonly name: string;
  readonly title: LocalText;
}

/** Those of one step are asked side by side, the next step when this one is done. */
export interface ApprovalStep {
  readonly title: LocalText;
  readonly posts: readonly ApprovalPost[];
  /** One of them is enough; absent: each. */
  readonly anyOf?: true;
}

export interface PartyRole {
  readonly role: string;
  readonly title: LocalText;
  /** Any number of parties may have it. */
  readonly several?: true;
  /** Absent: `head`. */
  readonly signingRule?: SigningRule;
  /** Who inside the party has agreed to a text before the party approves it; absent: that is its own affair. */
  readonly approvalRoute?: readonly ApprovalStep[];
}

/** A workflow definition: versioned data that an agreement stays pinned to. */
export interface WorkflowDefinition {
  readonly name: string;
  readonly version: number;
  readonly kind: string;
  readonly title: LocalText;
  /** `{year}` and `{number:4}` (zero-padded) are filled in. */
  readonly numberPattern: string;
  readonly partyRoles: readonly PartyRole[];
  /**
   * How many days after its day a signature on paper may be recorded: by itself, and with evidence. Absent: ever.
   */
  readonly latePaper?: { readonly days: number; readonly daysWithEvidence: number };
  readonly milestoneReminders: ReminderPolicy;
  readonly milestoneDays?: MilestoneDays;
  /** Runs from the end of the signing, whatever the stage, until a signed copy that matches the text is filed. */
  readonly signedCopy?: DeadlineRule;
  /** The text every letter starts from. */
  readonly template: readonly {
    readonly sectionId: string;
    readonly renditions: Readonly<
      Partial<Record<Language, { readonly heading: string; readonly body: string }>>
    >;
  }[];
  /** What is to be known of every agreement under it. */
  readonly attributes?: AttributesSchema;
  readonly initial: StageName;
  readonly stages: readonly StageDefinition[];
}
