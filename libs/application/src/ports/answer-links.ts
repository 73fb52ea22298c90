/** What a link answers, and for whom. */
export interface Answerable {
  readonly space: string;
  readonly agreementId: string;
  readonly deadlineId: string;
  /** Of the deadline as it was set then. */
  readonly version: number;
  /** Whose duty it is. */
  readonly positionId: string;
  /** Who was reminded. */
  readonly personId: string;
}

export interface AnswerLink extends Answerable {
  /** The last local day on which it is good, YYYY-MM-DD. */
  readonly lastDay: string;
  /** A coordinator had it made, to hand it on. */
  readonly copied: boolean;
}

/** Links by which somebody answers without an account: what they say is true because this installation signed it. */
export abstract class AnswerLinks {
  /** Its address; the same for the same link. */
  abstract urlOf(link: AnswerLink): string;
  /** Undefined for a token that this installation did not make. */
  abstract read(token: string): AnswerLink | undefined;
}

/** So many days after the day it is due, or after the day it was made, a link is good. */
export const LINK_DAYS = 30;

export function lastDayOf(dueOn: string, today: string): string {
  const later = dueOn > today ? dueOn : today;
  return Temporal.PlainDate.from(later).add({ days: LINK_DAYS }).toString();
}
