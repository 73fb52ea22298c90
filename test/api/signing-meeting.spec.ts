import { ApiOnPostgres, type Detail, type Done } from './support/api-on-postgres.js';

interface Position {
  readonly organisationId: string;
  readonly positionId: string;
  readonly token: string;
}

interface Party extends Position {
  readonly deputy: Position;
}

interface Result {
  readonly agreementId: string;
  readonly status: string;
  readonly code?: string;
}

interface Meeting {
  readonly status: string;
  readonly letters: readonly {
    readonly agreementId: string;
    readonly status: string;
    readonly standing: string;
    readonly blockers: readonly { readonly code: string }[];
    readonly missing: readonly string[];
    readonly parties: readonly { readonly positionId: string; readonly substituteFor: string | null }[];
  }[];
  readonly minutes: string | null;
  readonly mayRun: boolean;
}

async function eventually(check: () => Promise<void>): Promise<void> {
  const end = performance.now() + 10_000;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

interface Entry {
  readonly commandId: string;
  readonly actor: { readonly name: object };
  readonly events: readonly { readonly type: string }[];
}

const today = Temporal.Now.plainDateISO('Asia/Shanghai');

describe('three letters at one signing meeting, over HTTP', () => {
  let api: ApiOnPostgres;
  let coordinator: string;
  let base: Party;
  let district: Party;
  let letters: readonly string[];
  let meeting: string;
  beforeAll(async () => {
    api = await ApiOnPostgres.open();
    coordinator = (await api.appointFirst()).token;
    base = await party('Base');
    district = await party('District');
    letters = [await inSigning('First'), await inSigning('Second'), await inSigning('Third')];
  });
  afterAll(() => api.close());

  const tell = (id: string, command: string, body: object, token = coordinator) =>
    api.post<Done>(`/api/agreements/${id}/${command}`, token, body);
  const detail = (id: string) => api.get<Detail>(`/api/agreements/${id}`, coordinator);
  const stage = async (id: string) => (await detail(id)).agreement.stage;
  const meet = async (command: string, body: object = {}) =>
    (await api.post<Done & { results: Result[] }>(`/api/meetings/${meeting}/${command}`, coordinator, body))
      .results;
  const look = (token = coordinator) => api.get<Meeting>(`/api/meetings/${meeting}`, token);
  const letterAt = async (index: number) => (await look()).letters[index];
  const entries = async (id: string) =>
    (await api.get<{ items: Entry[] }>(`/api/agreements/${id}/history?limit=100`, coordinator)).items;

  async function position(organisationId: string, title: string): Promise<Position> {
    const person = await api.post<Done>('/api/people', coordinator, { name: { en: title }, language: 'en' });
    const positionId = crypto.randomUUID();
    await api.post<Done>(`/api/organisations/${organisationId}/fill-position`, coordinator, {
      positionId,
      title: { en: title },
      roles: ['representative', 'signatory'],
      personId: person.personId,
      from: '2026-01-01',
    });
    return { organisationId, positionId, token: await api.signIn(person.personId) };
  }

  async function party(en: string): Promise<Party> {
    const { organisationId } = await api.post<Done>('/api/organisations', coordinator, { name: { en } });
    const head = await position(organisationId, `Head of ${en}`);
    return { ...head, deputy: await position(organisationId, `Deputy of ${en}`) };
  }

  async function inSigning(en: string): Promise<string> {
    const { agreementId } = await api.post<Done>('/api/agreements', coordinator, {
      kind: 'letter-of-intent',
      title: { en },
      parties: [
        { partyId: base.organisationId, role: 'think-tank-base' },
        { partyId: district.organisationId, role: 'district-association' },
      ],
    });
    for (const { organisationId: partyId, positionId } of [base, district])
      await tell(agreementId, 'name-signatory', { partyId, positionId });
    const { textHash } = (await detail(agreementId)).agreement;
    for (const { organisationId: partyId, token } of [base, district])
      await tell(agreementId, 'approve-text', { partyId, textHash }, token);
    await tell(agreementId, 'submit-for-signing', {});
    return agreementId;
  }

  test('it is planned with its letters in order, and says which are ready', async () => {
    const planned = await api.post<Done & { meetingId: string }>('/api/meetings', coordinator, {
      title: { en: 'Signing meeting', zh: '签署会议' },
      at: `${today.toString()}T00:01`,
      zone: 'Asia/Shanghai',
      place: 'Beijing',
    });
    meeting = planned.meetingId;
    for (const [index, agreementId] of letters.entries())
      await meet('place-letter', { agreementId, order: 3 - index });
    expect((await look()).letters.map(({ agreementId }) => agreementId)).toEqual(letters.toReversed());
    for (const [index, agreementId] of letters.entries())
      await meet('place-letter', { agreementId, order: index + 1 });
    expect((await look()).letters).toMatchObject(
      letters.map((agreementId) => ({ agreementId, standing: 'ready', status: 'placed' })),
    );
  });

  test('who is absent blocks a letter until a substitute comes', async () => {
    for (const { organisationId, positionId } of [base, district.deputy])
      await meet('record-attendance', { organisationId, positionId });
    expect(await letterAt(0)).toMatchObject({
      standing: 'blocked',
      blockers: [{ code: 'signatory-absent', partyId: district.organisationId }],
    });
    const { organisationId, positionId } = district.deputy;
    const instead = { organisationId, positionId, substituteFor: district.positionId, mandate: 'M-7' };
    await meet('record-attendance', instead);
    expect(await letterAt(0)).toMatchObject({
      standing: 'ready',
      parties: [
        { positionId: base.positionId, substituteFor: null },
        { positionId: district.deputy.positionId, substituteFor: district.positionId },
      ],
    });
  });

  test('held as planned, each letter has its own result, and one is postponed', async () => {
    const [first, second, third] = letters;
    const next = await api.post<{ meetingId: string }>('/api/meetings', coordinator, {
      title: { en: 'Next meeting' },
      at: `${today.add({ days: 7 }).toString()}T14:00`,
      zone: 'Asia/Shanghai',
      place: 'Beijing',
    });
    await meet('postpone-letter', {
      agreementId: third,
      reason: 'The seal was left at home.',
      toMeeting: next.meetingId,
    });
    await eventually(async () => {
      const { letters: there } = await api.get<Meeting>(`/api/meetings/${next.meetingId}`, coordinator);
      expect(there).toMatchObject([{ agreementId: third, status: 'placed' }]);
    });
    // Declined on paper before the meeting: that letter refuses, the other one is signed all the same.
    await tell(second!, 'decline-signing', { partyId: district.organisationId, reason: 'A wrong word.' });
    expect(await meet('hold-meeting')).toEqual([
      { agreementId: first, status: 'signed' },
      { agreementId: second, status: 'not-signed', code: 'party-declined', partyId: expect.any(String) },
    ]);
    expect(await stage(first!)).toBe('joint-research');
    expect(await stage(third!)).toBe('signing');
    const { parties } = (await detail(first!)).agreement as unknown as { parties: object[] };
    expect(parties[1]).toMatchObject({
      signatures: [{ substituteFor: district.positionId, mandate: 'M-7', place: 'Beijing' }],
    });
    expect(await meet('hold-meeting')).toEqual([]);
  });

  test('what was said at the meeting is recorded in the name of whoever said it, and can be taken back', async () => {
    const [, second] = letters;
    const declined = (await entries(second!)).find(({ events }) =>
      events.some(({ type }) => type === 'SigningDeclined'),
    );
    await tell(second!, 'retract-entry', { commandId: declined!.commandId, reason: 'The wrong letter.' });
    expect(await meet('sign-letter', { agreementId: second })).toMatchObject([{ status: 'signed' }]);
    const wrong = (await entries(second!)).find(({ events }) =>
      events.some(({ type }) => type === 'StageEntered'),
    );
    expect(wrong?.actor.name).toEqual({ zh: '林悦', en: 'Lin Yue' });
    await tell(second!, 'retract-entry', { commandId: wrong!.commandId, reason: 'The wrong letter again.' });
    expect(await stage(second!)).toBe('signing');
    expect(await letterAt(1)).toMatchObject({ standing: 'ready' });
  });

  test('late paper counts from its own day, with evidence', async () => {
    const [, second] = letters;
    await tell(second!, 'record-signature', {
      partyId: district.organisationId,
      positionId: district.deputy.positionId,
      means: 'ink',
      signedOn: today.toString(),
      evidence: 'The scan of the page, sent by post.',
    });
    expect(await stage(second!)).toBe('joint-research');
  });

  test('the postponed letter is signed afterwards; minutes are written, and what is missing is said', async () => {
    const [, , third] = letters;
    const on = today.toString();
    expect(await meet('sign-letter', { agreementId: third, on, evidence: 'The page.' })).toEqual([
      { agreementId: third, status: 'signed' },
    ]);
    await meet('write-minutes', { text: 'All three letters are signed.' });
    const after = await look();
    expect(after).toMatchObject({ status: 'held', minutes: 'All three letters are signed.' });
    expect(after.letters.map(({ missing }) => missing)).toEqual(Array(3).fill(['scan', 'originals']));
  });

  test('parties see their letters and run nothing; the list has the meeting', async () => {
    const seen = await look(base.token);
    expect(seen.letters).toHaveLength(3);
    expect(seen.mayRun).toBe(false);
    const refused = await api.ask('POST', `/api/meetings/${meeting}/hold-meeting`, base.token, {});
    expect(refused.status).toBe(403);
    const stranger = await party('Elsewhere');
    expect((await api.ask('GET', `/api/meetings/${meeting}`, stranger.token)).status).toBe(404);
    for (const [token, total] of [
      [coordinator, 2],
      [base.token, 2],
      [stranger.token, 0],
    ] as const) {
      const page = await api.get<{ total: number; items: object[] }>('/api/meetings?limit=10', token);
      expect(page.total).toBe(total);
    }
  });
});
