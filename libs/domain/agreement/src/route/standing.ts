import type { Party, ProposedAgreement } from '../state.js';
import type { PartyRoute, PostsWord } from './party-route.js';

/** One post of a party's approval route, as it stands with the text as it is. */
export interface PostStanding {
  readonly post: string;
  /** The position that was named for it. */
  readonly approver?: PartyRoute['approvers'][number];
  /** What it said to this text. */
  readonly word?: PostsWord;
  /** Every step before its own is done. */
  readonly asked: boolean;
  /** Its step waits for it. */
  readonly awaited: boolean;
}

type Drafted = Pick<ProposedAgreement, 'routes' | 'textHash'>;

/** Every post of the party's route in its order; none when it has no route. */
export function standsOf(
  { routes = [], textHash }: Drafted,
  { partyId, approvalRoute = [] }: Pick<Party, 'partyId' | 'approvalRoute'>,
): readonly PostStanding[] {
  const { approvers, words } = routes.find((route) => route.partyId === partyId) ?? NOBODY;
  const steps = approvalRoute.map(({ posts, anyOf }) => {
    const stands = posts.map(({ name }) => {
      const approver = approvers.find(({ post }) => post === name);
      const word = words.find((said) => said.post === name && said.textHash === textHash);
      return { post: name, ...(approver ? { approver } : {}), ...(word ? { word } : {}) };
    });
    const agreed = stands.filter(({ word }) => word?.endorsed);
    return { stands, done: anyOf ? agreed.length > 0 : agreed.length === stands.length };
  });
  return steps.flatMap(({ stands, done }, index) => {
    const asked = steps.slice(0, index).every((before) => before.done);
    return stands.map((stand) => ({ ...stand, asked, awaited: !done && !stand.word?.endorsed }));
  });
}

const NOBODY: Pick<PartyRoute, 'approvers' | 'words'> = { approvers: [], words: [] };

/** The posts that must agree before the party can approve the text; none: it can. */
export function postsAwaited(state: Drafted, party: Party): readonly string[] {
  return standsOf(state, party)
    .filter(({ awaited }) => awaited)
    .map(({ post }) => post);
}

/** Those that can say something to the text now, or think better of what they said. */
export function postsUp(state: Drafted, party: Party): readonly PostStanding[] {
  if (state.textHash === null || party.approvedHash === state.textHash) return [];
  return standsOf(state, party).filter(({ approver, asked }) => approver !== undefined && asked);
}
