import { stateOf } from '@entente/event-sourcing';

import {
  approve,
  BASE_PERSON,
  commands,
  complete,
  confirm,
  DISTRICT,
  letterIn,
  readyForReview,
  Letter,
  readyToSign,
} from '../../../../../test/support/agreement-builders.js';
import { agreementDecider } from '../agreement-decider.js';
import type { RetractEntry } from '../commands.js';

const take = (letter: Letter, index = -1): RetractEntry => ({
  type: 'RetractEntry',
  commandId: letter.commandId(index),
  reason: 'Wrong letter.',
});

function revisedAndApproved(): Letter {
  const revised = letterIn('drafting').after({
    type: 'ReviseSection',
    sectionId: 'language',
    rendition: 'en',
    heading: 'Language',
    body: 'Chinese.',
    baseHash: null,
  });
  return revised.after(approve(revised, DISTRICT));
}

function invitedAndNamed(): Letter {
  return new Letter()
    .after({ ...commands.propose, parties: [] })
    .after({ type: 'InviteParty', partyId: DISTRICT, role: 'district-association' })
    .after(commands.nameDistrictSignatory);
}

describe('taking an entry back', () => {
  it('leaves both lines in the history and the state as if it had not been', () => {
    const signing = letterIn('signing').after(commands.signBase);
    const signed = signing.after(commands.signDistrict);
    const retracted = signed.after(take(signed));
    expect(retracted.history.map(({ type }) => type).slice(-6)).toEqual([
      'SignatureRecorded',
      'PartySigned',
      'StageEntered',
      'DeadlineMet',
      'DeadlineSet',
      'EntryRetracted',
    ]);
    const { entries, retracted: ids, ...state } = retracted.state;
    const { entries: before, retracted: none, ...expected } = signing.state;
    expect(state).toEqual(expected);
    expect(entries.slice(0, -1)).toEqual(before);
    expect([none, ids]).toEqual([[], [signed.commandId(-1)]]);
  });

  it('the last signature returns the letter to signing with its deadline open', () => {
    const signed = letterIn('joint-research');
    const { state } = signed.when(take(signed));
    expect(state).toMatchObject({
      stage: 'signing',
      deadlines: [{ status: 'met' }, { deadlineId: 'signing-19', status: 'open' }],
      turn: { who: [DISTRICT] },
    });
  });

  it('what was taken back can be entered anew, rightly', () => {
    const signed = letterIn('joint-research');
    const again = signed.after(take(signed)).when({ ...commands.signDistrict, means: 'ink' });
    expect(again.summary).toEqual([
      'SignatureRecorded',
      'PartySigned',
      'StageEntered',
      'DeadlineMet',
      'DeadlineSet',
    ]);
  });

  it('again is a repeat', () => {
    const letter = letterIn('drafting').after(commands.nameBaseSignatory);
    const retracted = letter.after(take(letter));
    expect(retracted.when(take(letter)).summary).toEqual([]);
    const { state } = retracted;
    expect(state).toEqual(stateOf(agreementDecider, retracted.history));
  });

  it('of which nothing is known is refused', () => {
    expect(letterIn('drafting').when({ type: 'RetractEntry', commandId: 'none', reason: 'x' }).summary).toBe(
      'unknown-entry',
    );
  });

  it('takes a reason', () => {
    const letter = letterIn('drafting').after(commands.nameBaseSignatory);
    expect(letter.when({ ...take(letter), reason: '' }).summary).toBe('text-missing');
  });

  it('a proposal, a number and a retraction stand', () => {
    const proposed = letterIn('drafting');
    expect(proposed.when(take(proposed)).summary).toBe('not-retractable');
    const numbered = proposed.after(commands.number);
    expect(numbered.when(take(numbered)).summary).toBe('not-retractable');
    const named = proposed.after(commands.nameBaseSignatory);
    const retracted = named.after(take(named));
    expect(retracted.when(take(retracted)).summary).toBe('not-retractable');
  });

  it('is one’s own and within 24 hours, else it takes an override', () => {
    const letter = letterIn('drafting').after(commands.nameBaseSignatory);
    expect(letter.when(take(letter), { actor: BASE_PERSON }).decision).toEqual({
      refused: {
        code: 'retraction-needs-override',
        facts: { own: false, until: '2026-03-03T01:10:00.000Z' },
      },
    });
    expect(letter.when(take(letter), { now: '2026-03-03T01:10:00.000Z' }).summary).toEqual([
      'EntryRetracted',
    ]);
    expect(letter.when(take(letter), { now: '2026-03-03T01:10:00.001Z' }).decision).toMatchObject({
      refused: { code: 'retraction-needs-override', facts: { own: true } },
    });
  });
});

describe('an entry that later ones rest on', () => {
  const cases: readonly (readonly [string, Letter, number, readonly (readonly string[])[]])[] = [
    [
      'a submission, by a signature',
      letterIn('signing').after(commands.signBase),
      -2,
      [['SignatureRecorded', 'PartySigned']],
    ],
    [
      'a signatory, by the submission',
      letterIn('signing'),
      1,
      [['StageEntered', 'DeadlineMet', 'DeadlineSet']],
    ],
    [
      'a milestone, by its completion and confirmation',
      readyForReview(),
      -3,
      [['MilestoneCompleted', 'DeadlineMet'], ['MilestoneConfirmed']],
    ],
    [
      'the last signature, by a milestone',
      letterIn('joint-research').after(commands.planResearch),
      -2,
      [['MilestonePlanned', 'DeadlineSet']],
    ],
    ['a revision, by an approval of the text it made', revisedAndApproved(), -2, [['TextApproved']]],
    [
      'an approval, by the submission',
      letterIn('signing'),
      4,
      [['StageEntered', 'DeadlineMet', 'DeadlineSet']],
    ],
    ['a decline, by closing the letter', letterIn('declined'), -2, [['StageEntered', 'DeadlineCancelled']]],
    ['a party, by its signatory', invitedAndNamed(), -2, [['SignatoryNamed']]],
    ['a verdict, by the conclusion', letterIn('concluded'), -2, [['StageEntered', 'DeadlineMet']]],
  ];

  it.each(cases)('cannot be taken back: %s', (_, letter, index, types) => {
    const actor = letter.entries.at(index)?.at?.actor ?? '';
    const { decision } = letter.when(take(letter, index), { actor });
    const entries = types.map((some) => ({ types: some }));
    expect(decision).toMatchObject({
      refused: { code: 'later-entries-depend', field: 'commandId', facts: { entries } },
    });
  });

  it('can be, once those are', () => {
    const letter = letterIn('signing').after(commands.signBase);
    const without = letter.after(take(letter));
    expect(without.when(take(without, -3)).summary).toEqual(['EntryRetracted']);
  });

  it('an invitation rests under the party’s own entries only', () => {
    const letter = letterIn('drafting').after(commands.nameBaseSignatory);
    const approved = letter.after(approve(letter, DISTRICT));
    expect(approved.when(take(approved, -2)).summary).toEqual(['EntryRetracted']);
  });

  it('one milestone does not rest on another', () => {
    const two = letterIn('joint-research').after(commands.planResearch).after(commands.planResearch);
    const done = two.after(complete(two, 1), { actor: BASE_PERSON });
    const confirmed = done.after(confirm(done, DISTRICT, 1));
    const [first, second] = [8, 9];
    expect(confirmed.when(take(confirmed, first)).summary).toEqual(['EntryRetracted']);
    expect(confirmed.when(take(confirmed, second)).summary).toBe('later-entries-depend');
  });

  it('a revision is rested on by later revisions, which record the hash of the whole text', () => {
    const letter = letterIn('drafting');
    const section = {
      type: 'ReviseSection',
      rendition: 'en',
      heading: 'h',
      body: 'b',
      baseHash: null,
    } as const;
    const twice = letter.after({ ...section, sectionId: 'one' }).after({ ...section, sectionId: 'two' });
    expect(twice.when(take(twice, -2)).summary).toBe('later-entries-depend');
    expect(twice.when(take(twice, -1)).state).toMatchObject({
      textHash: letter.after({ ...section, sectionId: 'one' }).state.textHash,
    });
  });

  it('a number does not keep an entry from being taken back', () => {
    const letter = readyToSign().after(commands.submitForSigning).after(commands.number);
    expect(letter.when(take(letter, -2)).state).toMatchObject({ stage: 'drafting', number: 'LOI-2026-0001' });
  });
});

describe('a letter that has ended', () => {
  it.each(['concluded', 'terminated', 'withdrawn', 'declined'] as const)(
    '%s: its end can be taken back',
    (stage) => {
      const letter = letterIn(stage).after(commands.number);
      expect(letter.when(take(letter, -2)).summary).toEqual(['EntryRetracted']);
    },
  );

  it('nothing before its end can be', () => {
    const named = letterIn('drafting').after(commands.nameBaseSignatory).after(commands.withdraw);
    expect(named.when(take(named, -2)).decision).toMatchObject({
      refused: {
        code: 'later-entries-depend',
        facts: {
          entries: [
            {
              commandId: named.commandId(-1),
              types: ['AgreementWithdrawn', 'StageEntered', 'DeadlineCancelled'],
            },
          ],
        },
      },
    });
  });
});
