import {
  BASE,
  BASE_HEAD,
  BASE_PERSON,
  commands,
  DISTRICT,
  HEAD,
  Letter,
  letterIn,
  sampleContext,
  TODAY,
} from '../../../../../test/support/agreement-builders.js';
import { COLLEGE, DEAN, inForce } from '../../../../../test/support/framework-letters.js';
import type { AgreementCommand, RecordSignature } from '../commands.js';
import { dutiesOf } from '../duties.js';

const LATE = '2026-03-20T01:00:00.000Z';
const REASON = 'The courier lost it for two weeks.';
const signing = letterIn('signing').after(commands.signDistrict);
const late: RecordSignature = { ...commands.signBase, evidence: 'A copy by fax.' };
const tooLate: RecordSignature = { ...commands.signBase };
const asking: RecordSignature = { ...tooLate, override: true, reason: REASON };
const asked = signing.after(asking, { now: LATE });
const confirm = (letter: Letter): AgreementCommand => ({
  type: 'ConfirmOverride',
  overrideId: letter.commandId(-1),
});
const second = { actor: HEAD, now: LATE };

describe('a signature too late for one person', () => {
  it('is refused until a second person is asked, with a reason', () => {
    expect(signing.when(tooLate, { now: LATE }).summary).toBe('late-signature-needs-override');
    expect(signing.when({ ...tooLate, override: true }, { now: LATE }).summary).toBe('text-missing');
    expect(signing.when(asking, { now: LATE }).decision).toEqual([
      {
        type: 'OverrideRequested',
        data: {
          overrideId: expect.any(String),
          action: {
            ...{ type: 'RecordSignature', partyId: BASE, positionId: BASE_HEAD, means: 'ink' },
            ...{ signedOn: TODAY, place: '北京' },
          },
          ...{ cause: 'late', rule: 'by-two', reason: REASON },
        },
      },
    ]);
    expect(asked.state.stage).toBe('signing');
    expect(asked.state.parties[0]?.signatures).toEqual([]);
  });

  it('in time asks nobody, whatever was meant', () => {
    expect(signing.when(asking).summary[0]).toBe('SignatureRecorded');
    expect(signing.when({ ...late, override: true, reason: REASON }, { now: LATE }).summary[0]).toBe(
      'SignatureRecorded',
    );
  });

  it('is asked for once', () => {
    expect(asked.when(asking, { now: LATE }).summary).toEqual([]);
  });

  it('counts with its day once a second person confirms it, and moves the letter on', () => {
    const { decision, summary, state } = asked.when(confirm(asked), second);
    expect(summary).toEqual(
      expect.arrayContaining(['OverrideConfirmed', 'SignatureRecorded', 'PartySigned']),
    );
    expect(decision).toContainEqual(
      expect.objectContaining({
        type: 'SignatureRecorded',
        effectiveOn: TODAY,
        data: expect.objectContaining({ signedOn: TODAY, textHash: asked.state.textHash }),
      }),
    );
    expect(state).toMatchObject({ stage: 'joint-research' });
  });

  it('keeps what shows it apart, where it can be sealed, until it counts', () => {
    const older = '2026-06-01T01:00:00.000Z';
    const shown = signing.after({ ...asking, evidence: 'A copy by fax.' }, { now: older });
    expect(shown.state.overrides).toMatchObject([{ evidence: 'A copy by fax.' }]);
    const { state } = shown.when(confirm(shown), { actor: HEAD, now: older });
    expect(state).toMatchObject({ parties: [{ signatures: [{ evidence: 'A copy by fax.' }] }, {}] });
  });

  it('is not confirmed by whoever asked, nor where the letter has moved on or it is signed', () => {
    expect(asked.when(confirm(asked), { now: LATE }).summary).toBe('second-person-needed');
    const signed = asked.after(late, { now: LATE });
    const other: AgreementCommand = { type: 'ConfirmOverride', overrideId: asked.commandId(-1) };
    expect(signed.when(other, second).summary).toBe('wrong-stage');
    const reopened = asked.after({ type: 'ReopenDrafting', reason: 'A slip.' }, { now: LATE });
    expect(reopened.when(other, second).summary).toBe('wrong-stage');
  });

  it('outside its mandate stays refused', () => {
    const stranger = { ...asking, positionId: 'nobody' };
    expect(signing.when(stranger, { now: LATE }).summary).toBe('signatory-without-mandate');
  });

  it('counts at once in an office of one, marked until it is confirmed', () => {
    const alone = new Letter(signing.entries, sampleContext({ overrides: 'confirmed-later' }));
    const done = alone.after(asking, { now: LATE });
    expect(done.history.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['OverrideRequested', 'SignatureRecorded', 'PartySigned']),
    );
    expect(done.state).toMatchObject({ stage: 'joint-research', overrides: [{ status: 'unconfirmed' }] });
    expect(done.when(confirm(done), second).summary).toEqual(['OverrideConfirmed']);
  });

  it('is a duty of every coordinator but the one who asked, while it can be confirmed', () => {
    const owed = ({ state }: Letter) =>
      dutiesOf(state).filter(({ command }) => command === 'ConfirmOverride');
    const override = { overrideId: asked.commandId(-1), by: asked.state.overrides[0]?.requestedBy };
    expect(owed(asked)).toEqual([{ who: 'coordinator', command: 'ConfirmOverride', override }]);
    expect(owed(asked.after(confirm(asked), second))).toEqual([]);
    expect(owed(asked.after(late, { now: LATE }))).toEqual([]);
  });
});

describe('a signature of a day on which nobody held the position', () => {
  const vacant = new Letter(signing.entries, sampleContext({ vacantOn: TODAY }));
  const override = { override: true, reason: 'She took office that morning.' };

  it('is refused, and asked of a second person', () => {
    expect(vacant.when(tooLate).decision).toMatchObject({
      refused: { code: 'vacant-signature-needs-override', field: 'signedOn', facts: { on: TODAY } },
    });
    expect(vacant.when({ ...tooLate, override: true }).summary).toBe('text-missing');
    expect(vacant.when({ ...tooLate, ...override }).decision).toMatchObject([
      { type: 'OverrideRequested', data: { cause: 'vacant', action: { signedOn: TODAY } } },
    ]);
  });

  it('counts once the second person says so, though the directory says what it said', () => {
    const waiting = vacant.after({ ...tooLate, ...override });
    expect(waiting.when({ ...tooLate, ...override }).summary).toEqual([]);
    expect(waiting.when(confirm(waiting), { actor: HEAD }).state).toMatchObject({ stage: 'joint-research' });
  });

  it('of an accession likewise', () => {
    const acceding: AgreementCommand = {
      ...{ type: 'RecordAccession', partyId: COLLEGE, role: 'member', positionId: DEAN, means: 'ink' },
      signedOn: TODAY,
    };
    const framework = new Letter(inForce.entries, { ...inForce.context, vacantOn: TODAY });
    expect(framework.when(acceding).summary).toBe('vacant-signature-needs-override');
    expect(framework.when({ ...acceding, ...override }).summary).toEqual(['OverrideRequested']);
  });

  it('is refused for what else is wrong with it first', () => {
    expect(vacant.when({ ...tooLate, signedOn: '2026-03-05' }).summary).toBe('date-in-future');
  });
});

describe('what a second person let in', () => {
  const confirmed = asked.after(confirm(asked), second);
  const retract: AgreementCommand = {
    ...{ type: 'RetractEntry', commandId: confirmed.commandId(-1), reason: 'Another letter’s page.' },
  };

  it('is taken back by two again, whoever said it and however soon', () => {
    for (const actor of [HEAD, BASE_PERSON]) {
      expect(confirmed.when(retract, { actor, now: LATE }).decision).toMatchObject({
        refused: { code: 'retraction-needs-override', facts: { byTwo: true } },
      });
    }
    const waiting = confirmed.after({ ...retract, override: true }, second);
    const { state, summary } = waiting.when(confirm(waiting), { now: LATE });
    expect(summary).toEqual(['OverrideConfirmed', 'EntryRetracted']);
    expect(state).toMatchObject({ stage: 'signing', parties: [{ signatures: [], signed: false }, {}] });
  });

  it('is asked for as before, and can be turned down', () => {
    const waiting = confirmed.after({ ...retract, override: true }, second);
    const taken = waiting.after(confirm(waiting), { now: LATE });
    const [first] = taken.state.overrides;
    expect(first).toMatchObject({ status: 'requested', action: { type: 'RecordSignature' } });
    const no: AgreementCommand = {
      type: 'RejectOverride',
      overrideId: first?.overrideId ?? '',
      reason: 'It was another letter’s.',
    };
    expect(taken.when(no, second).summary).toEqual(['OverrideRejected']);
    expect(taken.when(retract, second).summary).toEqual([]);
  });

  it('stays while something rests on it', () => {
    const planned = confirmed.after(commands.planResearch, { now: LATE });
    expect(planned.when({ ...retract, override: true }, second).summary).toBe('later-entries-depend');
  });

  it('is no entry of its own where it only confirms what was done before', () => {
    const alone = new Letter(signing.entries, sampleContext({ overrides: 'confirmed-later' }));
    const done = alone.after(asking, { now: LATE });
    const own: AgreementCommand = {
      ...{ type: 'RetractEntry', commandId: done.commandId(-1), reason: 'Another letter’s page.' },
    };
    expect(done.when(own, { now: LATE }).summary).toEqual(['EntryRetracted']);
    const later = done.after(confirm(done), second);
    expect(later.when({ ...own, commandId: later.commandId(-1) }, second).summary).toBe('not-retractable');
    expect(later.when(own, { now: LATE }).summary).toBe('retraction-needs-override');
    expect(later.when({ ...own, override: true }, { now: LATE }).state).toMatchObject({ stage: 'signing' });
  });
});

describe('an accession too late for one person', () => {
  const acceding: AgreementCommand = {
    ...{ type: 'RecordAccession', partyId: COLLEGE, role: 'member', positionId: DEAN, means: 'ink' },
    signedOn: TODAY,
  };
  const older = '2026-06-01T01:00:00.000Z';

  it('is asked of a second person, and then makes a party of that day', () => {
    const definition = { ...inForce.context.definition, latePaper: { days: 7, daysWithEvidence: 60 } };
    const framework = new Letter(inForce.entries, { ...inForce.context, definition });
    expect(framework.when(acceding, { now: older }).summary).toBe('late-signature-needs-override');
    const waiting = framework.after({ ...acceding, override: true, reason: REASON }, { now: older });
    expect(waiting.state.parties).toHaveLength(2);
    const { summary, state } = waiting.when(confirm(waiting), { actor: HEAD, now: older });
    expect(summary).toEqual(['OverrideConfirmed', 'PartyAcceded']);
    expect(state).toMatchObject({ parties: [{}, {}, { partyId: COLLEGE, accededOn: TODAY }] });
  });
});

it('a correction of the day is of the one signature its entry recorded', () => {
  const both = signing.after(late, { now: LATE });
  const commandId = signing.commandId(-1);
  const correction: AgreementCommand = {
    ...{ type: 'CorrectEntry', commandId, field: 'signedOn', value: '2026-03-03', reason: 'A slip.' },
    override: true,
  };
  const waiting = both.after(correction, { actor: BASE_PERSON, now: LATE });
  const { state } = waiting.when(confirm(waiting), second);
  expect(state).toMatchObject({
    parties: [
      { signatures: [{ signedOn: TODAY }] },
      { partyId: DISTRICT, signatures: [{ signedOn: '2026-03-03' }] },
    ],
  });
});
