import type { CorrectableField, CorrectValue, Voided } from '../words.js';

export interface RetractEntry {
  readonly type: 'RetractEntry';
  readonly commandId: string;
  readonly reason: string;
  /** Ask a second person where one alone may not. */
  readonly override?: boolean;
}
export interface CorrectEntry {
  readonly type: 'CorrectEntry';
  readonly commandId: string;
  readonly field: CorrectableField;
  readonly value: CorrectValue;
  readonly reason: string;
  /** Ask a second person where one alone may not. */
  readonly override?: boolean;
}
/** Always a matter of two persons. */
export interface VoidAgreement {
  readonly type: 'VoidAgreement';
  readonly as: Voided;
  /** The agreement it repeats. */
  readonly of?: string;
  readonly reason: string;
}
/** Always a matter of two persons. */
export interface WaiveDeadline {
  readonly type: 'WaiveDeadline';
  readonly deadlineId: string;
  readonly reason: string;
}
export interface ConfirmOverride {
  readonly type: 'ConfirmOverride';
  readonly overrideId: string;
}
export interface RejectOverride {
  readonly type: 'RejectOverride';
  readonly overrideId: string;
  readonly reason: string;
}
