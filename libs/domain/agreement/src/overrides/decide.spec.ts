import {
  AGREEMENT,
  BASE_PERSON,
  commands,
  COORDINATOR,
  HEAD,
  letterIn,
  Letter,
  sampleContext,
} from '../../../../../test/support/agreement-builders.js';
import type { AgreementCommand } from '../commands.js';

const LATE = '2026-03-09T01:00:00.000Z';
const confirm = (letter: Letter, index = -1): AgreementCommand => ({
  type: 'ConfirmOverride',
  overrideId: letter.commandId(index),
});
const reject = (letter: Letter): AgreementCommand => ({
  type: 'RejectOverride',
  overrideId: letter.commandId(-1),
  reason: 'It stands as it is.',
});

const named = letterIn('drafting').after(commands.nameBaseSignatory);
const retract = {
  type: 'RetractEntry',
  commandId: named.commandId(-1),
  reason: 'The wrong position.',
  override: true,
} as const;
const asked = named.after(retract, { now: LATE });

describe('what takes two persons', () => {
  it('is asked for and changes nothing yet', () => {
    expect(named.when(retract, { now: LATE }).summary).toEqual(['OverrideRequested']);
    expect(asked.state.parties).toEqual(named.state.parties);
    expect(asked.state.overrides).toMatchObject([
      { action: { type: 'RetractEntry' }, cause: 'late', status: 'requested', requestedBy: COORDINATOR },
    ]);
  });

  it('happens when a second person confirms it, in the same entry', () => {
    const { summary, state } = asked.when(confirm(asked), { actor: HEAD, now: LATE });
    expect(summary).toEqual(['OverrideConfirmed', 'EntryRetracted']);
    expect(state).toMatchObject({
      retracted: [retract.commandId],
      overrides: [{ status: 'confirmed', decidedBy: HEAD }],
    });
  });

  it('is never confirmed by whoever asked', () => {
    expect(asked.when(confirm(asked), { now: LATE }).summary).toBe('second-person-needed');
  });

  it('is asked for only where one person may not', () => {
    expect(named.when(retract).summary).toEqual(['EntryRetracted']);
    expect(named.when({ ...retract, override: false }, { now: LATE }).summary).toBe(
      'retraction-needs-override',
    );
    expect(named.when(retract, { actor: BASE_PERSON }).decision).toMatchObject([
      { data: { cause: 'not-own' } },
    ]);
  });

  it('is decided anew on what stands when it is confirmed', () => {
    const submitted = [commands.nameDistrictSignatory].reduce(
      (letter, command) => letter.after(command, { now: LATE }),
      asked,
    );
    const withdrawn = submitted.after(commands.withdraw, { now: LATE });
    expect(withdrawn.when(confirm(withdrawn, -3), { actor: HEAD, now: LATE }).summary).toBe(
      'later-entries-depend',
    );
  });

  it('asked for, confirmed or rejected twice is once', () => {
    expect(asked.when(retract, { now: LATE }).summary).toEqual([]);
    const confirmed = asked.after(confirm(asked), { actor: HEAD, now: LATE });
    expect(confirmed.when(confirm(asked), { actor: HEAD, now: LATE }).summary).toEqual([]);
    const rejected = asked.after(reject(asked), { actor: HEAD, now: LATE });
    expect(rejected.when(reject(asked), { actor: HEAD, now: LATE }).summary).toEqual([]);
  });

  it('is rejected with a reason, by a second person or by whoever asked, and then is over', () => {
    for (const actor of [HEAD, COORDINATOR]) {
      const rejected = asked.after(reject(asked), { actor, now: LATE });
      expect(rejected.state.overrides).toMatchObject([
        { status: 'rejected', rejection: 'It stands as it is.', decidedBy: actor },
      ]);
      expect(rejected.when(confirm(asked), { actor: HEAD, now: LATE }).decision).toMatchObject({
        refused: { code: 'override-decided', facts: { status: 'rejected' } },
      });
    }
  });

  it('once done is not undone by a no', () => {
    const confirmed = asked.after(confirm(asked), { actor: HEAD, now: LATE });
    expect(confirmed.when(reject(asked), { actor: HEAD, now: LATE }).summary).toBe('override-decided');
  });

  it('that nobody asked for is refused', () => {
    expect(named.when({ type: 'ConfirmOverride', overrideId: 'none' }).summary).toBe('unknown-override');
  });

  it('stands: neither line of it can be taken back', () => {
    const confirmed = asked.after(confirm(asked), { actor: HEAD, now: LATE });
    for (const index of [-1, -2]) {
      const again = { ...retract, commandId: confirmed.commandId(index) };
      expect(confirmed.when(again, { now: LATE, actor: HEAD }).summary).toBe('not-retractable');
    }
  });
});

describe('in an office of one', () => {
  const alone = new Letter(named.entries, sampleContext({ overrides: 'confirmed-later' }));
  const done = alone.after(retract, { now: LATE });

  it('it happens at once and stays marked until somebody else confirms it', () => {
    expect(alone.when(retract, { now: LATE }).summary).toEqual(['OverrideRequested', 'EntryRetracted']);
    expect(done.state).toMatchObject({
      retracted: [retract.commandId],
      overrides: [{ status: 'unconfirmed' }],
    });
    expect(done.when(confirm(done), { now: LATE }).summary).toBe('second-person-needed');
    const confirmed = done.when(confirm(done), { actor: HEAD, now: LATE });
    expect(confirmed.summary).toEqual(['OverrideConfirmed']);
    expect(confirmed.state).toMatchObject({ overrides: [{ status: 'confirmed' }] });
  });

  it('it is too late for a no', () => {
    expect(done.when(reject(done), { actor: HEAD, now: LATE }).decision).toMatchObject({
      refused: { code: 'override-decided', facts: { status: 'unconfirmed' } },
    });
  });
});

describe('an agreement that never should have been one', () => {
  const numbered = letterIn('signing').after(commands.number);
  const request = numbered.after(commands.void);

  it('is voided by two, keeps its number, and owes nothing any more', () => {
    const { summary, state } = request.when(confirm(request), { actor: HEAD });
    expect(summary).toEqual(['OverrideConfirmed', 'AgreementVoided', 'StageEntered', 'DeadlineCancelled']);
    expect(state).toMatchObject({
      stage: 'voided',
      number: 'LOI-2026-0001',
      voided: { as: 'entered-in-error' },
      turn: { who: [] },
    });
  });

  it('is void once', () => {
    const voided = letterIn('voided');
    expect(voided.when(commands.void).summary).toEqual([]);
    expect(voided.when(commands.nameBaseSignatory).summary).toBe('wrong-stage');
  });

  it('repeats another that is there, and says which', () => {
    const duplicate = { type: 'VoidAgreement', as: 'duplicate', of: AGREEMENT, reason: 'Twice.' } as const;
    expect(numbered.when(duplicate).summary).toBe('unknown-duplicate');
    const { of: _of, ...unnamed } = duplicate;
    expect(numbered.when(unnamed).summary).toBe('unknown-duplicate');
    const known = new Letter(
      numbered.entries,
      sampleContext({ duplicated: { agreementId: AGREEMENT, revision: 7 } }),
    );
    const both = known.after(duplicate);
    expect(both.when(confirm(both), { actor: HEAD }).state).toMatchObject({
      voided: { as: 'duplicate', of: `agreement-${AGREEMENT}@7` },
    });
  });
});

describe('a deadline', () => {
  const letter = letterIn('signing');
  const open = letter.state.deadlines.find(({ status }) => status === 'open')?.deadlineId ?? '';
  const waive = { type: 'WaiveDeadline', deadlineId: open, reason: 'The meeting moved.' } as const;
  const waived = letter.after(waive);

  it('is waived by two', () => {
    const { summary, state } = waived.when(confirm(waived), { actor: HEAD });
    expect(summary).toEqual(['OverrideConfirmed', 'DeadlineWaived', 'DeadlineCancelled']);
    expect(state).toMatchObject({
      stage: 'signing',
      deadlines: [{}, { deadlineId: open, status: 'cancelled' }],
    });
  });

  it('that was met or never was cannot be', () => {
    expect(letter.when({ ...waive, deadlineId: 'signing-1' }).summary).toBe('unknown-deadline');
    const met = letter.state.deadlines.find(({ status }) => status === 'met')?.deadlineId ?? '';
    expect(letter.when({ ...waive, deadlineId: met }).summary).toBe('unknown-deadline');
  });
});
