import type { Audience } from '../words.js';

/** A remark on the text, or an answer to one. */
export interface AddComment {
  readonly type: 'AddComment';
  /** The party on whose side it is written; absent: the coordinators'. */
  readonly partyId?: string;
  /** An answer is for those for whom the comment is. */
  readonly audience: Audience;
  /** Absent: it is about the whole letter. */
  readonly sectionId?: string;
  /** The words it is about. */
  readonly quote?: string;
  readonly text: string;
  /** The comment it answers. */
  readonly replyTo?: string;
}
export interface ResolveComment {
  readonly type: 'ResolveComment';
  readonly partyId?: string;
  readonly commentId: string;
}
export interface ReopenComment {
  readonly type: 'ReopenComment';
  readonly partyId?: string;
  readonly commentId: string;
}
