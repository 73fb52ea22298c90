import { ApiInMemory } from './support/api-in-memory.js';
import { appoint, LetterInMemory, type Sent } from './support/letters-in-memory.js';

interface Party {
  readonly partyId: string;
  readonly signed: boolean;
  readonly accededOn?: string;
}
interface SignedIn {
  readonly viewer: { readonly positions: readonly { readonly positionId: string }[] };
}

describe('an accession over HTTP', () => {
  let api: ApiInMemory;
  beforeAll(async () => {
    api = await ApiInMemory.open();
  });
  afterAll(() => api.close());

  it('from the draft of a framework to the organisation that joins it, which then sees it', async () => {
    const { base, district, baseHead, chair, baseHeadPosition, chairPosition, coordinator } = api.people;
    const registered = await api.post('/api/organisations', { name: { en: 'College' } }, coordinator);
    const { organisationId: college } = registered.json<Sent>();
    const dean = await appoint(api, college, 'Dean', ['signatory']);
    const { viewer } = (await api.get('/api/session', dean)).json<SignedIn>();
    const letter = await LetterInMemory.propose(api, {
      kind: 'framework',
      title: { en: 'A framework' },
      parties: [
        { partyId: base, role: 'convener' },
        { partyId: district, role: 'member' },
      ],
    });
    const { textHash, proposedAt } = (await letter.agreement()) as { textHash: string; proposedAt: string };
    const signedOn = Temporal.Instant.from(proposedAt)
      .toZonedDateTimeISO('Asia/Shanghai')
      .toPlainDate()
      .toString();
    const accession = {
      ...{ partyId: college, role: 'member', positionId: viewer.positions[0]?.positionId },
      ...{ means: 'ink', signedOn, evidence: 'The sheet it signed.' },
    };
    expect(await letter.told('record-accession', accession)).toBe('wrong-stage');
    for (const [partyId, positionId, person] of [
      [base, baseHeadPosition, baseHead],
      [district, chairPosition, chair],
    ] as const) {
      await letter.told('name-signatory', { partyId, positionId });
      await letter.told('approve-text', { partyId, textHash }, person);
    }
    await letter.told('submit-for-signing', {});
    for (const [partyId, person] of [
      [base, baseHead],
      [district, chair],
    ])
      await letter.told('record-signature', { partyId, means: 'ink', signedOn }, person);

    expect((await api.get(`/api/agreements/${letter.id}`, dean)).statusCode).toBe(404);
    expect(await letter.told('record-accession', accession, baseHead)).toBe('not-allowed');
    expect(await letter.told('record-accession', accession)).toEqual(['PartyAcceded']);
    expect(await letter.told('record-accession', { ...accession, means: 'seal' })).toBe(
      'party-already-invited',
    );
    await bySubstitute(letter, signedOn);
    const seen = (await letter.agreement(dean)) as { textHash: string; parties: readonly Party[] };
    expect(seen.textHash).toBe(textHash);
    expect(seen.parties[2]).toMatchObject({ partyId: college, signed: true, accededOn: signedOn });
  });

  /** A mandate of the directory must hold on the day, and be this substitute's. */
  async function bySubstitute(letter: LetterInMemory, signedOn: string): Promise<void> {
    const { coordinator } = api.people;
    const registered = await api.post('/api/organisations', { name: { en: 'Institute' } }, coordinator);
    const { organisationId: partyId } = registered.json<Sent>();
    const positionOf = async (title: string): Promise<string> => {
      const person = await appoint(api, partyId, title, ['signatory']);
      const { viewer } = (await api.get('/api/session', person)).json<SignedIn>();
      return viewer.positions[0]?.positionId ?? '';
    };
    const [head, vice, clerk] = [
      await positionOf('Head'),
      await positionOf('Vice'),
      await positionOf('Clerk'),
    ];
    const mandates: string[] = [];
    for (const until of ['2026-01-31', signedOn]) {
      const mandate = { fromPositionId: head, toPositionId: vice, scope: {}, from: '2026-01-01', until };
      const url = `/api/organisations/${partyId}`;
      await api.post(`${url}/grant-mandate`, mandate, coordinator);
      const detail = (await api.get(url, coordinator)).json<{ mandates: { mandateId: string }[] }>();
      mandates.push(detail.mandates.at(-1)?.mandateId ?? '');
    }
    const [over, holds] = mandates;
    const accession = {
      ...{ partyId, role: 'member', positionId: vice, substituteFor: head, means: 'ink', signedOn },
      evidence: 'The sheet it signed.',
    };
    const tell = (change: object) => letter.told('record-accession', { ...accession, ...change });
    expect(await tell({ mandate: over })).toBe('mandate-expired');
    expect(await tell({ positionId: clerk, mandate: holds })).toBe('signatory-without-mandate');
    expect(await tell({})).toBe('signatory-without-mandate');
    expect(await tell({ mandate: holds })).toEqual(['PartyAcceded']);
  }
});
