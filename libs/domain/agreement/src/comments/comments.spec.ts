import {
  BASE,
  BASE_PERSON,
  COORDINATOR,
  DISTRICT,
  DISTRICT_PERSON,
  letterIn,
  type Letter,
} from '../../../../../test/support/agreement-builders.js';
import type { AddComment } from '../commands.js';
import { restrictedEntries } from './audience.js';

const drafting = letterIn('drafting');
const base = { actor: BASE_PERSON };
const district = { actor: DISTRICT_PERSON };

function comment(change: Partial<AddComment> = {}): AddComment {
  return { type: 'AddComment', partyId: BASE, audience: 'parties', text: 'Who pays for this?', ...change };
}
const commented = drafting.after(comment({ sectionId: 'term', quote: 'No term' }), base);
const first = commented.commandId(-1);
const inside = drafting.after(comment({ audience: 'own-side' }), base);
const asked = drafting.after(comment({ audience: 'coordinators' }), base);
const settle = (type: 'ResolveComment' | 'ReopenComment', commentId = first, partyId?: string) => ({
  type,
  commentId,
  ...(partyId === undefined ? {} : { partyId }),
});

describe('a comment', () => {
  it('stands beside the section it is about, with who wrote it, for whom and about which text', () => {
    expect(commented.state.comments).toEqual([
      {
        commentId: first,
        side: BASE,
        audience: 'parties',
        owner: BASE,
        sectionId: 'term',
        textHash: drafting.state.textHash,
        quote: 'No term',
        text: 'Who pays for this?',
        by: BASE_PERSON,
        at: expect.any(String),
      },
    ]);
  });

  it('leaves the text and its approvals as they are', () => {
    expect(commented.state.textHash).toBe(drafting.state.textHash);
  });

  it('may be about the letter as a whole, and a coordinator’s is on their own side', () => {
    const { partyId: _, ...desks } = comment({ audience: 'own-side' });
    expect(drafting.after(desks).state.comments).toMatchObject([
      { side: 'coordinator', owner: 'coordinator' },
    ]);
  });

  it('is taken while the letter is signed, and not later', () => {
    expect(letterIn('signing').when(comment(), base).decision).toMatchObject([{ type: 'CommentAdded' }]);
    expect(letterIn('joint-research').when(comment(), base).decision).toMatchObject({
      refused: { code: 'wrong-stage', facts: { open: ['drafting', 'signing'] } },
    });
  });

  it.each([
    ['about a section that is not there', comment({ sectionId: 'nowhere' }), 'unknown-section', 'sectionId'],
    ['that says nothing', comment({ text: ' ' }), 'text-missing', 'text'],
    ['that is too long', comment({ text: 'a'.repeat(5_001) }), 'text-too-long', 'text'],
    ['on the side of nobody', comment({ partyId: 'nobody' }), 'unknown-party', 'partyId'],
    ['in answer to nothing', comment({ replyTo: 'nothing' }), 'unknown-comment', 'replyTo'],
  ] as const)('%s is refused', (_, command, code, field) => {
    expect(drafting.when(command, base).decision).toMatchObject({ refused: { code, field } });
  });
});

describe('an answer', () => {
  const answered = commented.after(comment({ partyId: DISTRICT, replyTo: first, text: 'You do.' }), district);

  it('joins the conversation: for the same people, about the same section', () => {
    expect(answered.state.comments?.[1]).toMatchObject({
      side: DISTRICT,
      owner: BASE,
      audience: 'parties',
      sectionId: 'term',
      replyTo: first,
    });
  });

  it('is refused for other people than the comment is for', () => {
    expect(
      commented.when(comment({ partyId: DISTRICT, replyTo: first, audience: 'own-side' }), district).decision,
    ).toMatchObject({ refused: { code: 'other-audience', facts: { audience: 'parties' } } });
  });

  it('to an answer is refused, and told where the conversation began', () => {
    expect(answered.when(comment({ replyTo: answered.commandId(-1) }), base).decision).toMatchObject({
      refused: { code: 'not-a-first-comment', facts: { commentId: first } },
    });
  });

  it('by coordinators to what a party asked them is for that party', () => {
    const { partyId: _, ...answer } = comment({ audience: 'coordinators', replyTo: asked.commandId(-1) });
    expect(asked.after(answer).state.comments?.[1]).toMatchObject({ side: 'coordinator', owner: BASE });
  });
});

describe('what is not for one’s side', () => {
  const cases: readonly (readonly [string, Letter, string | undefined])[] = [
    ['the other party’s own', inside, DISTRICT],
    ['a party’s own, to coordinators', inside, undefined],
    ['the other party’s to the coordinators', asked, DISTRICT],
  ];
  it.each(cases)('is not there: %s', (_, letter, partyId) => {
    const commentId = letter.commandId(-1);
    const { partyId: __, ...bare } = comment({ replyTo: commentId });
    const answer = partyId === undefined ? bare : { ...bare, partyId };
    expect(letter.when(answer, district).decision).toMatchObject({ refused: { code: 'unknown-comment' } });
    expect(letter.when(settle('ResolveComment', commentId, partyId), district).decision).toMatchObject({
      refused: { code: 'unknown-comment' },
    });
  });
});

describe('a conversation', () => {
  const resolved = commented.after(settle('ResolveComment', first, DISTRICT), district);

  it('is resolved by whoever may read it, and says who did', () => {
    expect(resolved.state.comments?.[0]?.resolved).toEqual({ by: DISTRICT_PERSON, at: expect.any(String) });
    expect(commented.after(settle('ResolveComment')).state.comments?.[0]?.resolved?.by).toBe(COORDINATOR);
  });

  it('that is resolved is reopened', () => {
    const reopened = resolved.after(settle('ReopenComment', first, BASE), base);
    expect(reopened.state.comments?.[0]?.resolved).toBeUndefined();
  });

  it('is not resolved twice, and one that is open is not reopened', () => {
    expect(resolved.when(settle('ResolveComment')).decision).toEqual([]);
    expect(commented.when(settle('ReopenComment')).decision).toEqual([]);
  });

  it('can be taken back until somebody takes it up', () => {
    const retract = { type: 'RetractEntry', commandId: first, reason: 'Said too soon.' } as const;
    const gone = commented.after(retract, base);
    expect(gone.state.comments ?? []).toEqual([]);
    expect(resolved.when(retract, base).decision).toMatchObject({
      refused: { code: 'later-entries-depend' },
    });
  });
});

describe('entries that are not for everybody', () => {
  it('are those that say so, and whatever is later done about them', () => {
    const commandId = inside.commandId(-1);
    const taken = inside.after({ type: 'RetractEntry', commandId, reason: 'Said too soon.' }, base);
    const restriction = { audience: 'own-side', owner: BASE };
    expect(restrictedEntries(taken.envelopes())).toEqual(
      new Map([
        [commandId, restriction],
        [taken.commandId(-1), restriction],
      ]),
    );
  });

  it('are also the overrides that a second person decides', () => {
    const commandId = inside.commandId(-1);
    const override = inside.after({ type: 'RetractEntry', commandId, reason: 'Not his.', override: true });
    const overrideId = override.commandId(-1);
    const rejected = override.after({ type: 'RejectOverride', overrideId, reason: 'It stays.' });
    expect([...restrictedEntries(rejected.envelopes()).keys()]).toEqual([
      commandId,
      overrideId,
      rejected.commandId(-1),
    ]);
  });
});
