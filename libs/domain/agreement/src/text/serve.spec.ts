import {
  approve,
  BASE,
  BASE_PERSON,
  commands,
  DISTRICT,
  DISTRICT_PERSON,
  Letter,
  letterIn,
  TODAY,
} from '../../../../../test/support/agreement-builders.js';
import { dutiesOf } from '../duties.js';

const drafting = letterIn('drafting');
const base = { actor: BASE_PERSON };
const district = { actor: DISTRICT_PERSON };
const serveDistrict = { type: 'ServeText', partyId: BASE } as const;
const serveBase = { type: 'ServeText', partyId: DISTRICT } as const;
const revise = {
  type: 'ReviseSection',
  sectionId: 'language',
  rendition: 'en',
  heading: '6. Language',
  body: 'Chinese.',
  baseHash: null,
} as const;

const served = drafting.after(serveDistrict, base);

describe('serving the text', () => {
  it('says which text was put before whom, by whom and on which day', () => {
    const { textHash } = drafting.state;
    expect(drafting.when(serveDistrict, base).decision).toEqual([
      { type: 'TextServed', data: { textHash, by: BASE, to: [DISTRICT], on: TODAY } },
    ]);
    expect(drafting.when({ type: 'ServeText' }).decision).toMatchObject([
      { data: { by: 'coordinator', to: [BASE, DISTRICT] } },
    ]);
  });

  it('makes it the turn of those served, from that moment on', () => {
    const at = drafting.now;
    expect(served.state.turn).toEqual({ who: [DISTRICT], since: at, began: [at] });
    expect(dutiesOf(served.state).map(({ who }) => who)).toEqual([DISTRICT, DISTRICT]);
  });

  it('leaves them the turn while they revise, until they serve it back', () => {
    const revised = served.after(revise, district);
    expect(revised.state.turn).toEqual(served.state.turn);
    const back = revised.now;
    expect(revised.after(serveBase, district).state.turn).toEqual({
      who: [BASE],
      since: back,
      began: [back],
    });
  });

  it('lets the turn go on to the others once those served have done what they owe', () => {
    const named = served.after(commands.nameDistrictSignatory);
    const approved = named.after(approve(named, DISTRICT), district);
    expect(approved.state.turn).toEqual({ who: [BASE], since: named.now, began: [named.now] });
  });

  it('of the same text on the same parties again changes nothing; of another text it does', () => {
    expect(served.when(serveDistrict, base).decision).toEqual([]);
    expect(served.after(revise, base).when(serveDistrict, base).decision).toMatchObject([
      { type: 'TextServed' },
    ]);
  });

  it.each([
    ['on oneself', { ...serveDistrict, to: [BASE] }, 'not-the-other-side'],
    ['on a stranger', { ...serveDistrict, to: ['stranger'] }, 'not-the-other-side'],
    ['by a stranger', { ...serveDistrict, partyId: 'stranger' }, 'unknown-party'],
  ] as const)('%s is refused', (_, command, code) => {
    expect(drafting.when(command, base).decision).toMatchObject({ refused: { code } });
  });

  it('is refused before there is another party, and after drafting', () => {
    const { parties } = commands.propose;
    const alone = new Letter().after({ ...commands.propose, parties: [parties[0]] });
    expect(alone.when(serveDistrict, base).decision).toMatchObject({
      refused: { code: 'not-the-other-side' },
    });
    expect(letterIn('signing').when(serveDistrict, base).decision).toMatchObject({
      refused: { code: 'wrong-stage' },
    });
  });

  it('ends with the drafting it belongs to', () => {
    const approvedBy = (letter: typeof served, partyId: string, actor: string) =>
      letter.after(approve(letter, partyId), { actor });
    const named = served.after(commands.nameBaseSignatory).after(commands.nameDistrictSignatory);
    const agreed = approvedBy(approvedBy(named, DISTRICT, DISTRICT_PERSON), BASE, BASE_PERSON);
    const again = agreed
      .after(commands.submitForSigning)
      .after({ type: 'ReopenDrafting', reason: 'A clause is missing.' });
    expect(again.state.served).toBeUndefined();
    expect(again.state.turn.who).toEqual([BASE, DISTRICT]);
  });
});

describe('an entry after which the text was served', () => {
  it('is not taken back by its author alone, nor by two: the other side has read it', () => {
    const revised = drafting.after(revise, base);
    const retract = {
      type: 'RetractEntry',
      commandId: revised.commandId(-1),
      reason: 'Wrong clause.',
    } as const;
    expect(revised.when(retract, base).decision).toMatchObject([{ type: 'EntryRetracted' }]);
    expect(revised.after(serveDistrict, base).when(retract, base).decision).toMatchObject({
      refused: { code: 'later-entries-depend' },
    });
  });

  it('is the serving itself, which can be taken back until it is answered by another', () => {
    const retract = { type: 'RetractEntry', commandId: served.commandId(-1), reason: 'Too early.' } as const;
    expect(served.after(retract, base).state.turn).toMatchObject({ who: [BASE, DISTRICT] });
    expect(served.after(serveBase, district).when(retract, base).decision).toMatchObject({
      refused: { code: 'later-entries-depend' },
    });
  });
});

describe('since when it waits', () => {
  it('is told for each party: it does not begin anew when another is done', () => {
    const named = drafting.after(commands.nameDistrictSignatory);
    const approved = named.after(approve(named, DISTRICT), district);
    expect(approved.state.turn).toEqual({
      who: [BASE],
      since: drafting.state.turn.since,
      began: [drafting.state.turn.since],
    });
  });

  it('begins anew for a party that comes to owe again', () => {
    const named = drafting.after(commands.nameDistrictSignatory);
    const approved = named.after(approve(named, DISTRICT), district);
    const at = approved.now;
    const { turn } = approved.after(revise, base).state;
    expect(turn).toEqual({
      who: [BASE, DISTRICT],
      since: drafting.state.turn.since,
      began: [drafting.state.turn.since, at],
    });
  });
});
