import type { Fact } from '@entente/event-sourcing';

import type { Audience } from '../words.js';

export type CommentAdded = Fact<
  'CommentAdded',
  {
    readonly commentId: string;
    /** On whose side it was written: a party's id, or `coordinator`. */
    readonly side: string;
    readonly audience: Audience;
    /** The side that began the conversation: its audience is told from there. */
    readonly owner: string;
    readonly sectionId?: string;
    readonly replyTo?: string;
    /** The text it was written about. */
    readonly textHash: string | null;
    readonly quote?: string | null;
    readonly text: string | null;
  }
>;
export type CommentResolved = Fact<
  'CommentResolved',
  { readonly commentId: string; readonly audience: Audience; readonly owner: string }
>;
export type CommentReopened = Fact<
  'CommentReopened',
  { readonly commentId: string; readonly audience: Audience; readonly owner: string }
>;
