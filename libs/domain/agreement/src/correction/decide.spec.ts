import {
  BASE_PERSON,
  commands,
  complete,
  confirm,
  COORDINATOR,
  DISTRICT,
  HEAD,
  letterIn,
  readyToSign,
  Letter,
} from '../../../../../test/support/agreement-builders.js';
import type { ConfirmOverride, CorrectEntry } from '../commands.js';
import type { CorrectableField, CorrectValue } from '../words.js';

function correct(letter: Letter, index: number, field: CorrectableField, value: CorrectValue): CorrectEntry {
  return { type: 'CorrectEntry', commandId: letter.commandId(index), field, value, reason: 'A slip.' };
}

const signed = letterIn('signing').after(commands.signBase);
const planned = letterIn('joint-research').after(commands.planResearch);

describe('putting an entry right', () => {
  it('leaves both lines and changes the one value wherever it counts', () => {
    const before = letterIn('joint-research');
    const after = before.after(correct(before, -2, 'place', '上海'));
    expect(after.history.map(({ type }) => type).slice(-1)).toEqual(['EntryCorrected']);
    const { entries, ...state } = after.state;
    const { entries: earlier, ...expected } = before.state;
    expect(entries.slice(0, -1)).toEqual(earlier);
    expect(state).toEqual({
      ...expected,
      parties: expected.parties.map((party) => ({
        ...party,
        signatures: party.signatures.map((signature) =>
          signature.place === undefined ? signature : { ...signature, place: '上海' },
        ),
      })),
    });
  });

  it.each([
    ['a title', letterIn('drafting'), 0, 'title', { zh: '意向书' }, 'title'],
    ['a field', letterIn('drafting'), 0, 'field', { en: 'farming' }, 'field'],
  ] as const)('%s', (_, letter, index, field, value, member) => {
    expect(letter.when(correct(letter, index, field, value)).state).toMatchObject({ [member]: value });
  });

  it('a due date moves its deadline along', () => {
    const moved = planned.when(correct(planned, -1, 'dueOn', '2026-07-15'));
    expect(moved.summary).toEqual(['EntryCorrected', 'DeadlineSet']);
    const { state } = planned.after(correct(planned, -1, 'dueOn', '2026-07-15'));
    expect(state.milestones).toMatchObject([{ dueOn: '2026-07-15' }]);
    expect(state.deadlines.filter(({ kind }) => kind === 'milestone')).toMatchObject([
      { localDate: '2026-07-15', status: 'open' },
    ]);
  });

  it('a day on which nobody could have recorded the signature alone takes a second person', () => {
    const late = readyToSign()
      .after(commands.submitForSigning, { now: '2026-03-02T05:00:00.000Z' })
      .after({ ...commands.signBase, signedOn: '2026-03-19' }, { now: '2026-03-20T01:00:00.000Z' });
    const day = correct(late, -1, 'signedOn', '2026-03-03');
    expect(late.when(day).decision).toMatchObject({
      refused: { code: 'late-signature-needs-override', field: 'value', facts: { days: 7 } },
    });
    expect(late.when({ ...day, override: true }).summary).toEqual(['OverrideRequested']);
    expect(late.when(correct(late, -1, 'signedOn', '2026-03-16')).summary).toEqual(['EntryCorrected']);
    const shown = readyToSign()
      .after(commands.submitForSigning, { now: '2026-03-02T05:00:00.000Z' })
      .after(
        { ...commands.signBase, signedOn: '2026-03-19', evidence: 'The scan of the page.' },
        { now: '2026-03-20T01:00:00.000Z' },
      );
    expect(shown.when(correct(shown, -1, 'signedOn', '2026-03-03')).summary).toEqual(['EntryCorrected']);
  });

  it('a day on which nobody held the position takes a second person, and counts once they say so', () => {
    const inTime = { now: '2026-03-03T01:00:00.000Z' };
    const alone = correct(signed, -1, 'signedOn', '2026-03-03');
    const day = { ...alone, override: true };
    const vacant = new Letter(signed.entries, { ...signed.context, vacantOn: '2026-03-03' });
    expect(signed.when(alone, inTime).summary).toEqual(['EntryCorrected']);
    expect(vacant.when(alone, inTime).decision).toMatchObject({
      refused: { code: 'vacant-signature-needs-override', field: 'value', facts: { on: '2026-03-03' } },
    });
    expect(vacant.when({ ...day, reason: '' }, inTime).summary).toBe('text-missing');
    expect(vacant.when(day, inTime).decision).toMatchObject([
      { type: 'OverrideRequested', data: { cause: 'vacant', action: { value: '2026-03-03' } } },
    ]);
    const waiting = vacant.after(day, inTime);
    expect(waiting.when(day, inTime).summary).toEqual([]);
    const yes: ConfirmOverride = { type: 'ConfirmOverride', overrideId: waiting.commandId(-1) };
    expect(waiting.when(yes, inTime).summary).toBe('second-person-needed');
    const { summary, state } = waiting.when(yes, { ...inTime, actor: HEAD });
    expect(summary).toEqual(['OverrideConfirmed', 'EntryCorrected']);
    expect(state).toMatchObject({ parties: [{ signatures: [{ signedOn: '2026-03-03' }] }, {}] });
  });

  it('to what already stands there changes nothing', () => {
    expect(signed.when(correct(signed, -1, 'signedOn', '2026-03-02')).summary).toEqual([]);
  });

  it('can be taken back, and the first value stands again', () => {
    const corrected = planned.after(correct(planned, -1, 'dueOn', '2026-07-15'));
    const { state } = corrected.after({
      type: 'RetractEntry',
      commandId: corrected.commandId(-1),
      reason: 'It was right.',
    });
    expect(state.milestones).toEqual(planned.state.milestones);
    expect(state.deadlines).toEqual(planned.state.deadlines);
  });

  it('keeps the entry it corrects from being taken back', () => {
    const corrected = planned.after(correct(planned, -1, 'dueOn', '2026-07-15'));
    const { decision } = corrected.when({
      type: 'RetractEntry',
      commandId: planned.commandId(-1),
      reason: 'x',
    });
    expect(decision).toMatchObject({
      refused: { code: 'later-entries-depend', facts: { entries: [{ commandId: corrected.commandId(-1) }] } },
    });
  });

  it('is an after-life fact', () => {
    const ended = letterIn('concluded');
    const signing = ended.history.find(({ type }) => type === 'SignatureRecorded');
    const command = { ...correct(ended, 0, 'place', '通州'), commandId: signing?.commandId ?? '' };
    expect(ended.when(command).summary).toEqual(['EntryCorrected']);
  });
});

describe('a correction is refused', () => {
  const done = planned.after(complete(planned), { actor: BASE_PERSON });
  const confirmed = done.after(confirm(done, DISTRICT));

  it.each([
    [
      'of an unknown entry',
      signed,
      { ...correct(signed, -1, 'place', 'x'), commandId: 'none' },
      'unknown-entry',
    ],
    ['of a field it does not have', signed, correct(signed, -1, 'dueOn', '2026-07-01'), 'not-correctable'],
    ['to a day that is none', signed, correct(signed, -1, 'signedOn', '2026-02-30'), 'invalid-date'],
    ['to a day to come', signed, correct(signed, -1, 'signedOn', '2026-03-03'), 'date-in-future'],
    [
      'to a day before the letter',
      signed,
      correct(signed, -1, 'signedOn', '2026-03-01'),
      'signed-before-proposal',
    ],
    ['to a text where a name stands', planned, correct(planned, -1, 'title', 'x'), 'wrong-value'],
    ['to a name where a day stands', planned, correct(planned, -1, 'dueOn', { en: 'x' }), 'wrong-value'],
    ['to a due date that has passed', planned, correct(planned, -1, 'dueOn', '2026-03-01'), 'date-in-past'],
    [
      'of a title that was signed under',
      signed,
      correct(signed, 0, 'title', { en: 'x' }),
      'later-entries-depend',
    ],
    ['of a due date that was met', done, correct(done, -2, 'dueOn', '2026-07-01'), 'later-entries-depend'],
    ['without a reason', signed, { ...correct(signed, -1, 'place', 'x'), reason: '' }, 'text-missing'],
  ] as const)('%s', (_, letter, command, code) => {
    expect(letter.when(command).summary).toBe(code);
  });

  it('of a report that the other side has confirmed', () => {
    const command = correct(confirmed, -2, 'completedOn', '2026-03-01');
    expect(confirmed.when(command, { actor: BASE_PERSON, now: '2026-03-03T01:00:00.000Z' }).summary).toBe(
      'completed-before-plan',
    );
    const later = { ...command, value: '2026-03-03' };
    expect(confirmed.when(later, { actor: BASE_PERSON, now: '2026-03-03T02:00:00.000Z' }).summary).toBe(
      'later-entries-depend',
    );
  });

  it('of another’s entry, or of an old one, without a second person', () => {
    const command = correct(signed, -1, 'place', '上海');
    expect(signed.when(command, { actor: BASE_PERSON }).summary).toBe('correction-needs-override');
    expect(
      signed.when(command, { actor: COORDINATOR, now: '2026-03-04T01:00:00.000Z' }).decision,
    ).toMatchObject({ refused: { code: 'correction-needs-override', facts: { own: true } } });
  });
});
