import { refuse } from '@entente/event-sourcing';

import { reasonFault } from '../checks.js';
import type { EndorseText, NameApprovers, ReturnText } from '../commands.js';
import type { Situation } from '../context.js';
import { otherwise, type AgreementDecision } from '../decision.js';
import { positionOf } from '../parties/decide.js';
import { partyOf, unknownParty } from '../parties/parties.js';
import type { Party, ProposedAgreement } from '../state.js';
import type { ApprovalPost } from '../workflow/definition.js';
import { standsOf } from './standing.js';

type RouteCommand = NameApprovers | EndorseText | ReturnText;

export function isRouteRepeat(state: ProposedAgreement, command: RouteCommand): boolean {
  const route = state.routes?.find(({ partyId }) => partyId === command.partyId);
  if (!route) return false;
  if (command.type === 'NameApprovers') {
    const { approvers } = command;
    return (
      approvers.length === route.approvers.length &&
      route.approvers.every(({ post, positionId }) =>
        approvers.some((one) => one.post === post && one.positionId === positionId),
      )
    );
  }
  const word = route.words.find(({ post }) => post === command.post);
  if (word?.textHash !== command.textHash || command.textHash !== state.textHash) return false;
  return command.type === 'EndorseText' ? word.endorsed : !word.endorsed && word.reason === command.reason;
}

export function decideRoute(
  state: ProposedAgreement,
  command: RouteCommand,
  situation: Situation,
): AgreementDecision {
  const party = partyOf(state, command.partyId);
  if (!party) return unknownParty(state);
  if (!party.approvalRoute) return refuse('no-approval-route', { field: 'partyId' });
  const posts = party.approvalRoute.flatMap((step) => step.posts);
  switch (command.type) {
    case 'NameApprovers':
      return nameApprovers(party, posts, command, situation);
    case 'EndorseText':
    case 'ReturnText':
      return say(state, party, posts, command);
    default:
      return otherwise(command, []);
  }
}

function nameApprovers(
  { partyId }: Party,
  posts: readonly ApprovalPost[],
  { approvers }: NameApprovers,
  { organisations }: Situation,
): AgreementDecision {
  const names = posts.map(({ name }) => name);
  const named = approvers.map(({ post }) => post);
  if (named.length !== names.length || !names.every((name) => named.includes(name)))
    return refuse('wrong-approvers', { field: 'approvers', facts: { posts: names } });
  const found = [];
  for (const { post, positionId } of approvers) {
    const position = positionOf(organisations, partyId, positionId);
    if ('refused' in position)
      return refuse(position.refused.code, {
        field: 'approvers',
        facts: { ...position.refused.facts, post },
      });
    found.push({ post, positionId, title: position.title });
  }
  return [{ type: 'ApproversNamed', data: { audience: 'own-side', owner: partyId, approvers: found } }];
}

/** Yes or no to the text as it stands, once every step before is done and until the party has approved it. */
function say(
  state: ProposedAgreement,
  party: Party,
  posts: readonly ApprovalPost[],
  command: EndorseText | ReturnText,
): AgreementDecision {
  const { post, textHash } = command;
  const stands = standsOf(state, party);
  const stand = stands.find((one) => one.post === post);
  const title = posts.find(({ name }) => name === post)?.title;
  if (!stand || !title)
    return refuse('unknown-post', { field: 'post', facts: { posts: posts.map(({ name }) => name) } });
  if (!stand.approver) return refuse('no-approver', { field: 'post' });
  if (textHash !== state.textHash)
    return refuse('text-changed', { field: 'textHash', facts: { textHash: state.textHash } });
  if (party.approvedHash === textHash) return refuse('already-approved', { field: 'textHash' });
  if (!stand.asked) {
    const before = stands.filter(({ asked, awaited }) => asked && awaited);
    return refuse('not-their-step', { field: 'post', facts: { posts: before.map((one) => one.post) } });
  }
  const { positionId } = stand.approver;
  const said = { audience: 'own-side', owner: party.partyId, post, title, positionId, textHash } as const;
  if (command.type === 'EndorseText') return [{ type: 'TextEndorsed', data: said }];
  const { reason } = command;
  return reasonFault(reason) ?? [{ type: 'TextReturned', data: { ...said, reason } }];
}
