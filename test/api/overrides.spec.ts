import { ApiInMemory } from './support/api-in-memory.js';
import { appoint, LetterInMemory, type Sent } from './support/letters-in-memory.js';

const REASON = 'The paper says otherwise.';

describe('what one person may not do alone', () => {
  let api: ApiInMemory;
  let head: string;
  let letter: LetterInMemory;
  let named: string;
  beforeAll(async () => {
    api = await ApiInMemory.open();
    const office = await api.post('/api/organisations', { name: { en: 'Office' } }, api.people.coordinator);
    head = await appoint(api, office.json<Sent>().organisationId, 'Head', ['coordinator']);
  });
  beforeEach(async () => {
    const { base, baseHeadPosition, baseHead } = api.people;
    letter = await LetterInMemory.propose(api);
    await letter.send('name-signatory', { partyId: base, positionId: baseHeadPosition }, baseHead);
    named = await idOfLast('SignatoryNamed');
  });
  afterAll(() => api.close());

  async function idOfLast(type: string): Promise<string> {
    const replay = await api.get(`/api/agreements/${letter.id}/replay?at=2100-01-01T00:00:00.000Z`, head);
    const { entries } = replay.json<{
      agreement: { entries: readonly { readonly commandId: string; readonly types: readonly string[] }[] };
    }>().agreement;
    return entries.findLast(({ types }) => types.includes(type))?.commandId ?? '';
  }

  it('is refused, then asked for, then confirmed by another', async () => {
    const retract = { commandId: named, reason: REASON };
    expect(await letter.told('retract-entry', retract)).toBe('retraction-needs-override');
    expect(await letter.told('retract-entry', { ...retract, override: true })).toEqual(['OverrideRequested']);
    const overrideId = await idOfLast('OverrideRequested');
    expect(await letter.told('confirm-override', { overrideId })).toBe('second-person-needed');
    expect(await letter.told('confirm-override', { overrideId }, api.people.baseHead)).toBe('not-allowed');
    expect(await letter.told('confirm-override', { overrideId }, head)).toEqual([
      'OverrideConfirmed',
      'EntryRetracted',
    ]);
    const agreement = await letter.agreement();
    expect(agreement['overrides']).toMatchObject([{ status: 'confirmed', reason: REASON, decidedBy: head }]);
    expect(agreement['parties']).not.toContainEqual(
      expect.objectContaining({ signatory: expect.anything() }),
    );
  });

  it('is not a party’s to ask for: they hear of neither waiver nor voiding', async () => {
    const { baseHead, stranger } = api.people;
    const body = { as: 'entered-in-error', reason: REASON };
    expect(await letter.told('void-agreement', body, baseHead)).toBe('not-allowed');
    expect(await letter.told('void-agreement', body, stranger)).toBe('unknown-agreement');
  });

  it('voids a letter that repeats another, which is named at the revision it was seen at', async () => {
    const other = await LetterInMemory.propose(api);
    const body = { as: 'duplicate', of: other.id, reason: REASON };
    expect(await letter.told('void-agreement', { ...body, of: letter.id })).toBe('unknown-duplicate');
    expect(await letter.told('void-agreement', body)).toEqual(['OverrideRequested']);
    const overrideId = await idOfLast('OverrideRequested');
    const confirmed = await letter.told('confirm-override', { overrideId }, head);
    expect(confirmed).toContain('AgreementVoided');
    expect(await letter.agreement()).toMatchObject({
      stage: 'voided',
      voided: { as: 'duplicate', of: expect.stringMatching(new RegExp(`^agreement-${other.id}@\\d+$`, 'u')) },
    });
  });

  it('waives a deadline', async () => {
    const { deadlines } = (await letter.agreement()) as { deadlines: readonly { deadlineId: string }[] };
    const body = { deadlineId: deadlines[0]?.deadlineId, reason: REASON };
    expect(await letter.told('waive-deadline', body)).toEqual(['OverrideRequested']);
    expect(await letter.told('waive-deadline', body)).toEqual([]);
    const overrideId = await idOfLast('OverrideRequested');
    expect(await letter.told('reject-override', { overrideId, reason: 'No.' }, head)).toEqual([
      'OverrideRejected',
    ]);
    expect(await letter.told('confirm-override', { overrideId }, head)).toBe('override-decided');
  });
});

describe('a wrong value', () => {
  let api: ApiInMemory;
  beforeAll(async () => {
    api = await ApiInMemory.open();
  });
  afterAll(() => api.close());

  it('is put right in its place: the letter says the right one, its past the wrong one', async () => {
    const letter = await LetterInMemory.propose(api);
    const { entries } = (await letter.replayed(0)).agreement;
    const body = {
      commandId: entries[0]?.commandId,
      field: 'title',
      value: { zh: '意向书' },
      reason: REASON,
    };
    const answer = await letter.send('correct-entry', body);
    expect(answer.json<Sent>().events).toMatchObject([{ type: 'EntryCorrected' }]);
    expect(await letter.agreement()).toMatchObject({ title: { zh: '意向书' } });
    const { revision = 0 } = answer.json<Sent>().events[0] ?? {};
    expect((await letter.replayed(revision - 1)).agreement['title']).toEqual({ en: 'A letter' });
    expect((await letter.replayed(revision)).sentence.en).toMatch(/corrected the title .*“意向书”/u);
  });

  it.each([
    ['a field that is none', { field: 'parties', value: 'x' }, 'invalid-body'],
    ['a value that is none', { field: 'title', value: 7 }, 'invalid-body'],
    ['a name in no language of ours', { field: 'title', value: { fr: 'Lettre' } }, 'invalid-body'],
    ['a text for a name', { field: 'title', value: 'A letter' }, 'wrong-value'],
    ['what the entry does not have', { field: 'signedOn', value: '2026-03-02' }, 'not-correctable'],
  ])('refused: %s', async (_, change, code) => {
    const letter = await LetterInMemory.propose(api);
    const { entries } = (await letter.replayed(0)).agreement;
    const body = { commandId: entries[0]?.commandId, reason: REASON, ...change };
    expect(await letter.told('correct-entry', body)).toBe(code);
  });
});
