import type { LocalText } from '../words.js';

/** What a post of a party's approval route said last. */
export interface PostsWord {
  readonly post: string;
  readonly endorsed: boolean;
  /** It counts only while it equals the current hash. */
  readonly textHash: string;
  /** Why it was sent back. */
  readonly reason?: string | null;
  readonly by: string;
  readonly at: string;
}

/** How far a party's approval route is gone: the party's own affair. */
export interface PartyRoute {
  readonly partyId: string;
  readonly approvers: readonly {
    readonly post: string;
    readonly positionId: string;
    /** Title of the position. */
    readonly title: LocalText;
  }[];
  readonly words: readonly PostsWord[];
}
