import { ApiOnPostgres, type Detail, type Done } from './support/api-on-postgres.js';

interface Party {
  readonly organisationId: string;
  readonly positionId: string;
  readonly token: string;
}

interface Entry {
  readonly commandId: string;
  readonly events: readonly { readonly type: string }[];
  readonly retracted?: object | null;
}

const today = Temporal.Now.plainDateISO('Asia/Shanghai');

describe('a letter of intent, from nothing to its end over HTTP', () => {
  let api: ApiOnPostgres;
  let coordinator: string;
  let base: Party;
  let district: Party;
  let id: string;
  beforeAll(async () => {
    api = await ApiOnPostgres.open();
  });
  afterAll(() => api.close());

  const command = (name: string, body: object, token = coordinator, headers: object = {}) =>
    api.post<Done>(`/api/agreements/${id}/${name}`, token, body, headers);
  const detail = (token = coordinator) => api.get<Detail>(`/api/agreements/${id}`, token);
  const entries = async () => {
    const path = `/api/agreements/${id}/history?limit=100`;
    return (await api.get<{ items: Entry[] }>(path, coordinator)).items;
  };
  const stage = async () => (await detail()).agreement.stage;

  async function party(en: string): Promise<Party> {
    const organisation = await api.post<Done>('/api/organisations', coordinator, { name: { en } });
    const person = await api.post<Done>('/api/people', coordinator, {
      name: { en: `Head of ${en}` },
      language: 'en',
    });
    const { organisationId } = organisation;
    const filled = await api.post<Done>(`/api/organisations/${organisationId}/fill-position`, coordinator, {
      title: { en: 'Head' },
      roles: ['representative', 'signatory'],
      personId: person.personId,
      from: '2026-01-01',
    });
    expect(filled.events.map(({ type }) => type)).toEqual(['PositionFilled']);
    const page = await api.get<{ items: { organisationId: string; positions: { positionId: string }[] }[] }>(
      '/api/organisations?limit=100',
      coordinator,
    );
    const row = page.items.find((item) => item.organisationId === organisationId);
    const positionId = row?.positions[0]?.positionId ?? '';
    return { organisationId, positionId, token: await api.signIn(person.personId) };
  }

  test('an empty space gets its first coordinator, who is known at once', async () => {
    const session = await api.appointFirst();
    coordinator = session.token;
    expect(session.viewer).toMatchObject({
      space: 'main',
      name: { zh: '林悦', en: 'Lin Yue' },
      positions: [
        { title: { zh: '统筹专员' }, roles: ['coordinator'], organisation: { name: { zh: '调研宣传部' } } },
      ],
    });
  });

  test('organisations and people are registered', async () => {
    base = await party('Think tank base');
    district = await party('District association');
  });

  test('a letter is proposed and numbered at once', async () => {
    const proposed = await api.post<Done>('/api/agreements', coordinator, {
      kind: 'letter-of-intent',
      title: { zh: '合作意向书', en: 'Letter of intent' },
      field: { en: 'modern agriculture' },
      parties: [{ partyId: base.organisationId, role: 'think-tank-base' }],
    });
    id = proposed.agreementId;
    expect(proposed.number).toMatch(/^LOI-\d{4}-0001$/u);
    const byNumber = await api.get<Detail>(`/api/agreements/${proposed.number ?? ''}`, coordinator);
    expect(byNumber).toMatchObject({
      agreementId: id,
      agreement: { stage: 'drafting', number: proposed.number },
    });
  });

  test('its parties are invited and name who signs', async () => {
    const invited = { partyId: district.organisationId, role: 'district-association' };
    expect((await command('invite-party', invited)).unchanged).toBe(false);
    expect((await command('invite-party', invited)).unchanged).toBe(true);
    for (const { organisationId, positionId, token } of [base, district]) {
      await command('name-signatory', { partyId: organisationId, positionId }, token);
    }
  });

  test('its text is revised, and approved as it stands by every party', async () => {
    const revised = { sectionId: 'annex', rendition: 'zh', heading: '附件', body: '联合研究计划。' };
    await command('revise-section', { ...revised, baseHash: null }, base.token);
    const refused = await api.ask('POST', `/api/agreements/${id}/revise-section`, district.token, {
      ...revised,
      body: '另一个计划。',
      baseHash: null,
    });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'stale-base', facts: { body: '联合研究计划。' } });
    expect((await detail()).possible).toContainEqual(
      expect.objectContaining({ command: 'SubmitForSigning', blockedBy: ['every-party-approved@1'] }),
    );
    const { textHash } = (await detail()).agreement;
    for (const { organisationId, token } of [base, district]) {
      await command('approve-text', { partyId: organisationId, textHash }, token);
    }
  });

  test('it is signed by both, and advances by itself', async () => {
    await command('submit-for-signing', {});
    expect(await stage()).toBe('signing');
    await command('record-signature', {
      partyId: base.organisationId,
      means: 'ink',
      signedOn: today.toString(),
    });
    const last = await command(
      'record-signature',
      { partyId: district.organisationId, means: 'seal', signedOn: today.toString(), place: 'Daxing' },
      district.token,
    );
    expect(last.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['SignatureRecorded', 'PartySigned', 'StageEntered']),
    );
    expect(await stage()).toBe('joint-research');
  });

  test('a last signature recorded by mistake is taken back: the stage returns, and both lines stay', async () => {
    const [last] = await entries();
    const { commandId, events } = last!;
    expect(events.map(({ type }) => type)).toContain('StageEntered');
    const mistake = { commandId, reason: 'Signed the copy of another letter.' };
    const foreign = await api.ask('POST', `/api/agreements/${id}/retract-entry`, coordinator, mistake);
    expect(await foreign.json()).toMatchObject({ status: 422, code: 'retraction-needs-override' });
    await command('retract-entry', mistake, district.token);
    expect(await stage()).toBe('signing');
    const [retraction, signature] = await entries();
    expect(retraction?.events[0]).toMatchObject({ type: 'EntryRetracted' });
    expect(signature?.events).toEqual(events);
    expect(signature?.retracted).toMatchObject({ reason: mistake.reason });
    await command(
      'record-signature',
      { partyId: district.organisationId, means: 'seal', signedOn: today.toString() },
      district.token,
    );
    expect(await stage()).toBe('joint-research');
  });

  test('its milestone is planned, completed by its owner and confirmed by the other', async () => {
    const dueOn = today.add({ days: 30 }).toString();
    await command('plan-milestone', {
      kind: 'forum',
      title: { en: 'Forum' },
      ownerPartyId: base.organisationId,
      dueOn,
    });
    const milestoneId = (await detail()).agreement.milestones[0]?.milestoneId ?? '';
    await command('complete-milestone', { milestoneId, completedOn: today.toString() }, base.token);
    await command('confirm-milestone', { milestoneId, partyId: district.organisationId }, district.token);
  });

  test('its results are reviewed and it is concluded', async () => {
    await command('submit-for-review', {});
    await command('give-verdict', { outcome: 'passed', report: 'Well done.' });
    await command('conclude-agreement', {});
    expect(await stage()).toBe('concluded');
    const late = await api.ask('POST', `/api/agreements/${id}/submit-for-review`, coordinator, {});
    expect(late.status).toBe(409);
  });

  test('board and history show what was just done', async () => {
    const board = await api.get<{ items: object[]; byStage: object; total: number }>(
      '/api/agreements?stage=concluded&search=%E5%90%88%E4%BD%9C',
      coordinator,
    );
    expect(board).toMatchObject({
      total: 1,
      items: [{ agreementId: id, stage: 'concluded' }],
      byStage: { concluded: 1 },
    });
    const history = await api.get<{ items: { events: { type: string }[]; title: object }[]; total: number }>(
      `/api/agreements/${id}/history?limit=100`,
      coordinator,
    );
    expect(history.items[0]?.events.map(({ type }) => type)).toContain('StageEntered');
    expect(history.items.at(-1)?.events[0]?.type).toBe('AgreementProposed');
  });

  test('every moment of its past can be looked at, and is the same each time', async () => {
    const { revision } = await detail();
    const hashes: string[] = [];
    for (let at = 0; at <= revision; at += 1) {
      const replay = await api.get<{ revision: number; lastRevision: number; stateHash: string }>(
        `/api/agreements/${id}/replay?revision=${at}`,
        coordinator,
      );
      expect(replay).toMatchObject({ revision: at, lastRevision: revision });
      hashes.push(replay.stateHash);
    }
    const again = await api.get<{ stateHash: string }>(
      `/api/agreements/${id}/replay?revision=3`,
      district.token,
    );
    expect(again.stateHash).toBe(hashes[3]);
    const before = await api.ask('GET', `/api/agreements/${id}/replay?at=2020-01-01T00:00:00Z`, coordinator);
    expect(before.status).toBe(404);
    expect(await before.json()).toMatchObject({ code: 'before-its-beginning' });
  });
});
