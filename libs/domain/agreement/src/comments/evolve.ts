import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type { CommentAdded, CommentReopened, CommentResolved } from '../events.js';
import type { Comment, ProposedAgreement } from '../state.js';

export function evolveComments(
  state: ProposedAgreement,
  event: Stamped<CommentAdded | CommentResolved | CommentReopened>,
): ProposedAgreement {
  const comments = state.comments ?? [];
  const { actor: by, recordedAt: at } = event;
  switch (event.type) {
    case 'CommentAdded':
      return { ...state, comments: [...comments, { ...event.data, by, at }] };
    case 'CommentResolved':
      return {
        ...state,
        comments: comments.map((one) => (isIt(one, event) ? { ...one, resolved: { by, at } } : one)),
      };
    case 'CommentReopened':
      return { ...state, comments: comments.map((one) => (isIt(one, event) ? opened(one) : one)) };
    default:
      return otherwise(event, state);
  }
}

const isIt = ({ commentId }: Comment, { data }: CommentResolved | CommentReopened): boolean =>
  commentId === data.commentId;

function opened({ resolved: _, ...comment }: Comment): Comment {
  return comment;
}
