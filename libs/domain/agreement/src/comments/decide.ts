import { refuse } from '@entente/event-sourcing';

import { firstFault, textFault } from '../checks.js';
import type { AddComment, ReopenComment, ResolveComment } from '../commands.js';
import type { Situation } from '../context.js';
import { otherwise, type AgreementDecision } from '../decision.js';
import { partyOf, unknownParty } from '../parties/parties.js';
import type { Comment, ProposedAgreement } from '../state.js';
import { COORDINATORS, isFor } from './audience.js';

type CommentCommand = AddComment | ResolveComment | ReopenComment;

export const MAX_COMMENT = 5_000;
const MAX_QUOTE = 500;
const MAX_COMMENTS = 500;

export function isCommentsRepeat(state: ProposedAgreement, command: CommentCommand): boolean {
  if (command.type === 'AddComment') return false;
  const comment = commentFor(state, command.commentId, sideOf(command));
  const resolved = comment?.resolved !== undefined;
  return comment !== undefined && isFirst(comment) && resolved === (command.type === 'ResolveComment');
}

export function decideComments(
  state: ProposedAgreement,
  command: CommentCommand,
  situation: Situation,
): AgreementDecision {
  if (command.partyId !== undefined && !partyOf(state, command.partyId)) return unknownParty(state);
  switch (command.type) {
    case 'AddComment':
      return addComment(state, command, situation);
    case 'ResolveComment':
    case 'ReopenComment':
      return settle(state, command);
    default:
      return otherwise(command, []);
  }
}

function addComment(
  state: ProposedAgreement,
  command: AddComment,
  { commandId }: Situation,
): AgreementDecision {
  const { audience, sectionId, quote, text, replyTo } = command;
  const side = sideOf(command);
  const answered = replyTo === undefined ? undefined : commentFor(state, replyTo, side);
  if (replyTo !== undefined) {
    if (!answered) return refuse('unknown-comment', { field: 'replyTo' });
    if (!isFirst(answered)) return notFirst('replyTo', answered);
    if (audience !== answered.audience)
      return refuse('other-audience', { field: 'audience', facts: { audience: answered.audience } });
  }
  const about = answered ? answered.sectionId : sectionId;
  if (about !== undefined && !answered && !state.sections.some((section) => section.sectionId === about))
    return refuse('unknown-section', { field: 'sectionId' });
  const fault = firstFault(
    textFault('text', text, { limit: MAX_COMMENT, required: true, lines: true }),
    textFault('quote', quote ?? '', { limit: MAX_QUOTE, lines: true }),
    (state.comments ?? []).length < MAX_COMMENTS
      ? undefined
      : refuse('limit-reached', { facts: { limit: MAX_COMMENTS } }),
  );
  if (fault) return fault;
  const data = {
    commentId: commandId,
    side,
    audience,
    owner: answered?.owner ?? side,
    ...(about === undefined ? {} : { sectionId: about }),
    ...(replyTo === undefined ? {} : { replyTo }),
    textHash: state.textHash,
    ...(quote === undefined ? {} : { quote }),
    text,
  };
  return [{ type: 'CommentAdded', data }];
}

function settle(state: ProposedAgreement, command: ResolveComment | ReopenComment): AgreementDecision {
  const comment = commentFor(state, command.commentId, sideOf(command));
  if (!comment) return refuse('unknown-comment', { field: 'commentId' });
  if (!isFirst(comment)) return notFirst('commentId', comment);
  const { commentId, audience, owner } = comment;
  const type = command.type === 'ResolveComment' ? 'CommentResolved' : 'CommentReopened';
  return [{ type, data: { commentId, audience, owner } }];
}

const sideOf = ({ partyId = COORDINATORS }: CommentCommand): string => partyId;

const isFirst = ({ replyTo }: Comment): boolean => replyTo === undefined;

function notFirst(field: string, { replyTo }: Comment): AgreementDecision {
  return refuse('not-a-first-comment', { field, facts: { commentId: replyTo } });
}

/** What is not for one's side is not there. */
function commentFor(
  { comments = [] }: ProposedAgreement,
  commentId: string,
  side: string,
): Comment | undefined {
  return comments.find((comment) => comment.commentId === commentId && isFor(comment, side));
}
