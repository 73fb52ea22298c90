import type { Fact } from '@entente/event-sourcing';

import type {
  CorrectableField,
  CorrectValue,
  OverrideCause,
  OverrideRule,
  SignatureMeans,
  Voided,
} from '../words.js';

/** What a second person confirms. The reason stands beside it, where it can be sealed. */
export type OverriddenAction =
  | { readonly type: 'RetractEntry'; readonly commandId: string }
  | {
      readonly type: 'CorrectEntry';
      readonly commandId: string;
      readonly field: CorrectableField;
      readonly value: CorrectValue;
    }
  | { readonly type: 'VoidAgreement'; readonly as: Voided; readonly of?: string }
  | { readonly type: 'WaiveDeadline'; readonly deadlineId: string }
  | ({ readonly type: 'RecordSignature' } & LateSignature)
  | ({ readonly type: 'RecordAccession'; readonly role: string } & LateSignature & Substitution);
/** The position in whose place another signs, and the mandate that allows it. */
interface Substitution {
  readonly substituteFor?: string;
  readonly mandate?: string;
}
/** What shows it in words stands beside the action, like the reason. */
interface LateSignature {
  readonly partyId: string;
  readonly positionId: string;
  readonly means: SignatureMeans;
  /** Local day, YYYY-MM-DD. */
  readonly signedOn: string;
  readonly place?: string;
  readonly evidenceFile?: string;
}
export type OverrideRequested = Fact<
  'OverrideRequested',
  {
    readonly overrideId: string;
    readonly action: OverriddenAction;
    readonly cause: OverrideCause;
    /** The office's rule at the time: by `confirmed-later` the action stands in the same entry. */
    readonly rule: OverrideRule;
    readonly reason: string | null;
    /** What shows a signature, in words. */
    readonly evidence?: string | null;
  }
>;
export type OverrideConfirmed = Fact<'OverrideConfirmed', { readonly overrideId: string }>;
export type OverrideRejected = Fact<
  'OverrideRejected',
  { readonly overrideId: string; readonly reason: string | null }
>;
