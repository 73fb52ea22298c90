import {
  approve,
  BASE,
  BASE_HEAD,
  BASE_PERSON,
  commands,
  DISTRICT,
  DISTRICT_PERSON,
  letterIn,
  type Letter,
} from '../../../../../test/support/agreement-builders.js';
import {
  APPROVERS,
  COUNSEL,
  endorse,
  endorsedBy,
  nameApprovers,
  routedLetter,
  sendBack,
  TREASURER,
} from '../../../../../test/support/routed-letter.js';
import type { AgreementCommand } from '../commands.js';
import { restrictedEntries } from '../comments/audience.js';
import { dutiesOf } from '../duties.js';
import { standsOf } from './standing.js';

const base = { actor: BASE_PERSON };
const drafting = routedLetter();
const named = drafting.after(nameApprovers, base);
const complete = endorsedBy(named, 'legal', 'finance', 'director');
const revise = {
  type: 'ReviseSection',
  sectionId: 'understanding',
  rendition: 'en',
  heading: '1. Understanding',
  body: 'The parties understand each other.',
} as const;
const revised = (letter: Letter): Letter => {
  const baseHash = letter.state.sections[0]?.renditions.en?.hash ?? null;
  return letter.after({ ...revise, baseHash });
};

function refusal(letter: Letter, command: AgreementCommand): unknown {
  const { decision } = letter.when(command, base);
  return 'refused' in decision ? decision.refused : 'accepted';
}

describe('an approval route inside a party', () => {
  it('comes with the invitation, for the parties whose role has one', () => {
    const [first, second] = drafting.state.parties;
    expect(first?.approvalRoute?.map(({ posts }) => posts.length)).toEqual([2, 2]);
    expect(second?.approvalRoute).toBeUndefined();
  });

  it('asks the positions that the party names, and is for nobody else', () => {
    expect(drafting.when(nameApprovers, base).decision).toMatchObject([
      {
        type: 'ApproversNamed',
        data: {
          audience: 'own-side',
          owner: BASE,
          approvers: [
            { post: 'legal', positionId: COUNSEL, title: { en: 'Counsel' } },
            { post: 'finance', positionId: TREASURER },
            { post: 'director', positionId: BASE_HEAD },
            { post: 'deputy' },
          ],
        },
      },
    ]);
    expect([...restrictedEntries(complete.envelopes()).values()]).toEqual(
      Array<object>(4).fill({ audience: 'own-side', owner: BASE }),
    );
  });

  it.each<[string, AgreementCommand, object]>([
    ['a post left out', { ...nameApprovers, approvers: APPROVERS.slice(1) }, { code: 'wrong-approvers' }],
    [
      'a post twice',
      { ...nameApprovers, approvers: [...APPROVERS.slice(0, 3), APPROVERS[0]] },
      { code: 'wrong-approvers' },
    ],
    [
      'a position that is not the party’s',
      { ...nameApprovers, approvers: [{ post: 'legal', positionId: 'none' }, ...APPROVERS.slice(1)] },
      { code: 'unknown-position', field: 'approvers', facts: { post: 'legal' } },
    ],
    ['a party without one', { ...nameApprovers, partyId: DISTRICT }, { code: 'no-approval-route' }],
    ['no party', { ...nameApprovers, partyId: 'nobody' }, { code: 'unknown-party' }],
  ])('is refused with %s', (_, command, expected) => {
    expect(refusal(drafting, command)).toMatchObject(expected);
  });

  it('named again as it is changes nothing, and is over when the text is submitted', () => {
    expect(named.when(nameApprovers, base).decision).toEqual([]);
    expect(refusal(letterIn('signing'), nameApprovers)).toMatchObject({ code: 'wrong-stage' });
  });
});

describe('a post of the route', () => {
  it('agrees to one exact text', () => {
    expect(named.when(endorse(named, 'finance'), base).decision).toMatchObject([
      {
        type: 'TextEndorsed',
        data: { post: 'finance', positionId: TREASURER, textHash: named.state.textHash },
      },
    ]);
    expect(
      refusal(named, { ...endorse(named, 'finance'), textHash: 'old' } as AgreementCommand),
    ).toMatchObject({
      code: 'text-changed',
    });
  });

  it('sends it back with a reason, and may think better of it', () => {
    const back = named.after(sendBack(named, 'legal'), base);
    expect(back.state.routes?.[0]?.words).toMatchObject([
      { post: 'legal', endorsed: false, reason: 'It does not say who pays.' },
    ]);
    expect(endorsedBy(back, 'legal').state.routes?.[0]?.words).toMatchObject([{ endorsed: true }]);
    expect(refusal(named, { ...sendBack(named, 'legal'), reason: ' ' } as AgreementCommand)).toMatchObject({
      code: 'text-missing',
      field: 'reason',
    });
  });

  it('is asked after every step before its own', () => {
    const once = endorsedBy(named, 'finance');
    expect(refusal(once, endorse(once, 'director'))).toMatchObject({
      code: 'not-their-step',
      facts: { posts: ['legal'] },
    });
    const both = endorsedBy(once, 'legal');
    expect(refusal(both, endorse(both, 'director'))).toBe('accepted');
  });

  it('that is not there, or not named, has nothing to say', () => {
    expect(refusal(named, endorse(named, 'gardener'))).toMatchObject({ code: 'unknown-post' });
    expect(refusal(drafting, endorse(drafting, 'legal'))).toMatchObject({ code: 'no-approver' });
  });

  it('says the same twice without effect, and nothing once the party has approved', () => {
    expect(complete.when(endorse(complete, 'legal'), base).decision).toEqual([]);
    const approved = complete.after(approve(complete, BASE), base);
    expect(refusal(approved, endorse(approved, 'deputy'))).toMatchObject({ code: 'already-approved' });
    expect(refusal(approved, sendBack(approved, 'legal'))).toMatchObject({ code: 'already-approved' });
  });

  it('is asked anew when another position takes it over, and others are not', () => {
    const approvers = APPROVERS.map((one) =>
      one.post === 'legal' ? { ...one, positionId: BASE_HEAD } : one,
    );
    const { state } = complete.after({ ...nameApprovers, approvers }, base);
    expect(state.routes?.[0]?.words.map(({ post }) => post)).toEqual(['finance', 'director']);
  });
});

describe('the approval of a party with a route', () => {
  it('is refused until every step agreed, naming the posts, and accepted then', () => {
    const twice = endorsedBy(named, 'legal', 'finance');
    expect(refusal(twice, approve(twice, BASE))).toMatchObject({
      code: 'route-not-complete',
      facts: { posts: ['director', 'deputy'] },
    });
    expect(refusal(complete, approve(complete, BASE))).toBe('accepted');
  });

  it('needs one where one is enough, and falls back when a post thinks better of it', () => {
    const deputy = endorsedBy(named, 'legal', 'finance', 'deputy');
    expect(refusal(deputy, approve(deputy, BASE))).toBe('accepted');
    const back = deputy.after(sendBack(deputy, 'finance'), base);
    expect(refusal(back, approve(back, BASE))).toMatchObject({ facts: { posts: ['finance'] } });
  });

  it('is asked for every new text again', () => {
    const changed = revised(complete);
    expect(refusal(changed, approve(changed, BASE))).toMatchObject({ code: 'route-not-complete' });
    expect(standsOf(changed.state, changed.state.parties[0]!).filter(({ word }) => word)).toEqual([]);
  });

  it('is asked for again when drafting is reopened, of the very same text', () => {
    const approved = complete
      .after(commands.nameBaseSignatory)
      .after(commands.nameDistrictSignatory)
      .after(approve(complete, BASE), base)
      .after(approve(complete, DISTRICT), { actor: DISTRICT_PERSON });
    const reopened = approved
      .after(commands.submitForSigning)
      .after({ type: 'ReopenDrafting', reason: 'A name is wrong.' });
    expect(refusal(reopened, approve(reopened, BASE))).toMatchObject({ code: 'route-not-complete' });
  });

  it('is the other party’s affair in nothing', () => {
    expect(refusal(drafting, approve(drafting, DISTRICT))).toBe('accepted');
  });
});

describe('what is taken back', () => {
  const retract = (letter: Letter, index: number): AgreementCommand => ({
    type: 'RetractEntry',
    commandId: letter.commandId(index),
    reason: 'Pressed by mistake.',
  });

  it('by a post is asked for again', () => {
    const taken = complete.after(retract(complete, -1), base);
    expect(refusal(taken, approve(taken, BASE))).toMatchObject({ code: 'route-not-complete' });
  });

  it('is refused once a later step, or the party, has built on it', () => {
    expect(refusal(complete, retract(complete, -2))).toMatchObject({ code: 'later-entries-depend' });
    const approved = complete.after(approve(complete, BASE), base);
    expect(refusal(approved, retract(approved, -2))).toMatchObject({ code: 'later-entries-depend' });
  });

  it('of the text is stopped by nothing that is said inside a party', () => {
    const endorsed = endorsedBy(revised(named), 'legal');
    const index = -2;
    const taken = endorsed.after(retract(endorsed, index));
    expect(taken.state.textHash).toBe(named.state.textHash);
    expect(taken.state.routes?.[0]?.words.some(({ textHash }) => textHash === named.state.textHash)).toBe(
      false,
    );
  });
});

describe('what is owed inside a party with a route', () => {
  const inside = (letter: Letter) =>
    dutiesOf(letter.state)
      .filter(({ who, command }) => who === BASE && command !== 'NameSignatory')
      .map(({ command, post, positionId, toldTo }) => [command, post ?? positionId, toldTo]);

  it('is first to name who approves; all others know of the approval alone', () => {
    expect(inside(drafting)).toEqual([
      ['ApproveText', undefined, 'others'],
      ['NameApprovers', undefined, 'own-side'],
    ]);
  });

  it('is then a word of each post whose step it is', () => {
    expect(inside(named)).toEqual([
      ['ApproveText', undefined, 'others'],
      ['EndorseText', 'legal', 'own-side'],
      ['EndorseText', 'finance', 'own-side'],
    ]);
    expect(inside(endorsedBy(named, 'legal'))).toContainEqual(['EndorseText', 'finance', 'own-side']);
  });

  it('is one word of whoever fills two posts of a step', () => {
    const approvers = APPROVERS.map((one) => ({ ...one, positionId: BASE_HEAD }));
    const alone = drafting.after({ ...nameApprovers, approvers }, base);
    expect(inside(alone).filter(([command]) => command === 'EndorseText')).toHaveLength(1);
  });

  it('is another text when this one was sent back, and the approval when all agreed', () => {
    const back = endorsedBy(named, 'legal').after(sendBack(named, 'finance'), base);
    expect(inside(back)).toContainEqual(['ReviseSection', undefined, 'own-side']);
    expect(inside(complete)).toEqual([['ApproveText', undefined, undefined]]);
  });
});
