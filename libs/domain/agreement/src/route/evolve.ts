import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type { ApproversNamed, TextEndorsed, TextReturned } from '../events.js';
import type { ProposedAgreement } from '../state.js';
import type { PartyRoute } from './party-route.js';

type RouteFact = ApproversNamed | TextEndorsed | TextReturned;

export function evolveRoute(state: ProposedAgreement, event: Stamped<RouteFact>): ProposedAgreement {
  const { owner: partyId } = event.data;
  const routes = state.routes ?? [];
  const known = routes.find((route) => route.partyId === partyId);
  const before = known ?? { partyId, approvers: [], words: [] };
  const after = evolveOne(before, event);
  return { ...state, routes: known ? routes.with(routes.indexOf(known), after) : [...routes, after] };
}

function evolveOne(route: PartyRoute, event: Stamped<RouteFact>): PartyRoute {
  const { actor: by, recordedAt: at } = event;
  switch (event.type) {
    case 'ApproversNamed': {
      const { approvers } = event.data;
      const stays = ({ post }: { readonly post: string }): boolean =>
        positionFor(route.approvers, post) === positionFor(approvers, post);
      return { ...route, approvers, words: route.words.filter(stays) };
    }
    case 'TextEndorsed': {
      const { post, textHash } = event.data;
      return withWord(route, { post, endorsed: true, textHash, by, at });
    }
    case 'TextReturned': {
      const { post, textHash, reason } = event.data;
      return withWord(route, { post, endorsed: false, textHash, reason, by, at });
    }
    default:
      return otherwise(event, route);
  }
}

function withWord(route: PartyRoute, word: PartyRoute['words'][number]): PartyRoute {
  return { ...route, words: [...route.words.filter(({ post }) => post !== word.post), word] };
}

function positionFor(approvers: PartyRoute['approvers'], post: string): string | undefined {
  return approvers.find((one) => one.post === post)?.positionId;
}
