export interface SubmitForSigning {
  readonly type: 'SubmitForSigning';
}
/** The coordinator closes a letter that a party declined and nobody will reopen. */
export interface CloseDeclined {
  readonly type: 'CloseDeclined';
}
export interface SubmitForReview {
  readonly type: 'SubmitForReview';
}
export interface ConcludeAgreement {
  readonly type: 'ConcludeAgreement';
}
/** Sent by the timer, never by a person: the day is over. */
export interface MarkDeadlineMissed {
  readonly type: 'MarkDeadlineMissed';
  readonly deadlineId: string;
}
/** Open deadlines are counted anew with the newest versions of their calendars. */
export interface RecountDeadlines {
  readonly type: 'RecountDeadlines';
  readonly reason: string;
  /** Each with the day that was seen for it; absent: all that fall on another day. */
  readonly deadlines?: readonly { readonly deadlineId: string; readonly to: string }[];
}
/** To another day, for a reason. */
export interface MoveDeadline {
  readonly type: 'MoveDeadline';
  readonly deadlineId: string;
  /** YYYY-MM-DD */
  readonly localDate: string;
  readonly reason: string;
}
/** No time counts any more for what may stop. */
export interface SuspendDeadlines {
  readonly type: 'SuspendDeadlines';
  readonly reason: string;
}
export interface ResumeDeadlines {
  readonly type: 'ResumeDeadlines';
}
