/** Which of the party's positions its approval route asks. */
export interface NameApprovers {
  readonly type: 'NameApprovers';
  readonly partyId: string;
  /** One for each post of the route. */
  readonly approvers: readonly { readonly post: string; readonly positionId: string }[];
}
/** One post of the party's approval route agrees to one exact text. */
export interface EndorseText {
  readonly type: 'EndorseText';
  readonly partyId: string;
  readonly post: string;
  readonly textHash: string;
}
/** Or sends it back. */
export interface ReturnText {
  readonly type: 'ReturnText';
  readonly partyId: string;
  readonly post: string;
  readonly textHash: string;
  readonly reason: string;
}
