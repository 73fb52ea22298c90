import type { Fact } from '@entente/event-sourcing';

import type { LocalText } from '../words.js';

/** What happens inside a party: the owner's, and for nobody else. */
interface InsideParty {
  readonly audience: 'own-side';
  /** The party. */
  readonly owner: string;
}
/** One for each post of the party's route; what others had said before counts no more. */
export type ApproversNamed = Fact<
  'ApproversNamed',
  InsideParty & {
    readonly approvers: readonly {
      readonly post: string;
      readonly positionId: string;
      /** Title of the position. */
      readonly title: LocalText;
    }[];
  }
>;
interface SaidByPost extends InsideParty {
  readonly post: string;
  /** Title of the post. */
  readonly title: LocalText;
  readonly positionId: string;
  readonly textHash: string;
}
export type TextEndorsed = Fact<'TextEndorsed', SaidByPost>;
export type TextReturned = Fact<'TextReturned', SaidByPost & { readonly reason: string | null }>;
