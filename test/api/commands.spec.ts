import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn } from './support/problem.js';

const letter = { kind: 'letter-of-intent', title: { en: 'A letter' } };
const UNKNOWN = '00000000-0000-4000-8000-000000000000';

interface Done {
  readonly agreementId: string;
  readonly revision: number;
  readonly position: string;
  readonly events: readonly { readonly type: string; readonly revision: number }[];
  readonly unchanged: boolean;
}

describe('a command', () => {
  let api: ApiInMemory;
  let coordinator: string;
  beforeAll(async () => {
    api = await ApiInMemory.open();
    ({ coordinator } = api.people);
  });
  afterAll(() => api.close());

  const proposed = async (headers: Record<string, string> = {}) =>
    (await api.post('/api/agreements', letter, coordinator, headers)).json<Done>().agreementId;
  const invite = (id: string, headers: Record<string, string> = {}, role = 'think-tank-base') =>
    api.post(`/api/agreements/${id}/invite-party`, { partyId: api.people.base, role }, coordinator, headers);

  it('that brings something into being says where it is', async () => {
    const answer = await api.post('/api/agreements', letter, coordinator);
    const { agreementId, revision, events, unchanged } = answer.json<Done & { number: null }>();
    expect(answer.statusCode).toBe(201);
    expect(answer.headers).toMatchObject({
      location: `/api/agreements/${agreementId}`,
      etag: `"${revision}"`,
    });
    expect(events.map(({ type }) => type)).toContain('AgreementProposed');
    expect(unchanged).toBe(false);
    const read = await api.get(`/api/agreements/${agreementId}`, coordinator);
    expect(read.headers['etag']).toBe(`"${revision}"`);
    expect(read.json()).toMatchObject({ agreementId, agreement: { stage: 'drafting', title: letter.title } });
  });

  it('answers what it appended and where the log stands', async () => {
    const id = await proposed();
    const answer = await invite(id);
    expect(answer.statusCode).toBe(200);
    expect(answer.json<Done>()).toMatchObject({
      agreementId: id,
      unchanged: false,
      position: expect.any(String),
    });
    expect(answer.json<Done>().events.map(({ type }) => type)).toEqual(['PartyInvited']);
  });

  it('repeated with its key is answered alike and done once', async () => {
    const id = await proposed();
    const key = { 'idempotency-key': 'invite the base' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => invite(id, key)));
    const again = await invite(id, key);
    for (const answer of answers) expect(answer.json()).toEqual(again.json());
    const read = await api.get(`/api/agreements/${id}`, coordinator);
    expect(read.json<Done>().revision).toBe(again.json<Done>().revision);
  });

  it('that proposes, repeated with its key, proposes one agreement', async () => {
    const key = { 'idempotency-key': 'propose it once' };
    expect(await proposed(key)).toBe(await proposed(key));
  });

  it('repeated with its key and another body is refused', async () => {
    const id = await proposed();
    const key = { 'idempotency-key': 'invite somebody' };
    await invite(id, key);
    const answer = await api.post(
      `/api/agreements/${id}/invite-party`,
      { partyId: api.people.district, role: 'district-association' },
      coordinator,
      key,
    );
    expect(answer.statusCode).toBe(422);
    expect(problemIn(answer).code).toBe('command-id-reused');
  });

  it('of another person may have the same key', async () => {
    const id = await proposed();
    const key = { 'idempotency-key': 'mine' };
    expect((await invite(id, key)).statusCode).toBe(200);
    const other = await api.post(`/api/agreements/${id}/submit-for-signing`, {}, api.people.baseHead, key);
    expect(other.statusCode).toBe(403);
  });

  it('for what is so already changes nothing and says so', async () => {
    const id = await proposed();
    await invite(id);
    const answer = await invite(id);
    expect(answer.statusCode).toBe(200);
    expect(answer.json<Done>()).toMatchObject({ unchanged: true, events: [] });
  });

  it('based on an old revision is refused', async () => {
    const id = await proposed();
    const { headers } = await api.get(`/api/agreements/${id}`, coordinator);
    const etag = String(headers['etag']);
    expect((await invite(id, { 'if-match': etag })).statusCode).toBe(200);
    const late = await api.post(
      `/api/agreements/${id}/invite-party`,
      { partyId: api.people.district, role: 'district-association' },
      coordinator,
      { 'if-match': etag },
    );
    expect(late.statusCode).toBe(412);
    expect(problemIn(late)).toMatchObject({ code: 'stale-revision' });
    expect((await invite(id, { 'if-match': '*' })).statusCode).toBe(200);
  });

  it('in the wrong stage is a conflict, and says where it could be done', async () => {
    const id = await proposed();
    const answer = await api.post(
      `/api/agreements/${id}/give-verdict`,
      { outcome: 'passed', report: 'r' },
      coordinator,
    );
    expect(answer.statusCode).toBe(409);
    expect(problemIn(answer)).toMatchObject({
      code: 'wrong-stage',
      facts: { stage: 'drafting', open: ['review'] },
    });
  });

  it('on a section that somebody has changed since names the current text', async () => {
    const id = await proposed();
    const revise = (body: string, baseHash: string | null) =>
      api.post(
        `/api/agreements/${id}/revise-section`,
        { sectionId: 'annex', rendition: 'en', heading: 'Annex', body, baseHash },
        coordinator,
      );
    expect((await revise('first', null)).statusCode).toBe(200);
    const answer = await revise('second', null);
    expect(answer.statusCode).toBe(409);
    expect(problemIn(answer)).toMatchObject({ code: 'stale-base', facts: { body: 'first' } });
  });

  it('that a rule refuses tells its field and what would be right', async () => {
    const id = await proposed();
    const answer = await invite(id, {}, 'pilot');
    expect(answer.statusCode).toBe(422);
    expect(problemIn(answer)).toMatchObject({ code: 'unknown-role', field: 'role' });
  });

  it('is refused to those who may see the agreement but not do it', async () => {
    const id = await proposed();
    const answer = await api.post(
      `/api/agreements/${id}/withdraw-agreement`,
      { reason: 'r' },
      api.people.auditor,
    );
    expect(answer.statusCode).toBe(403);
    expect(problemIn(answer).code).toBe('not-allowed');
  });

  it('on an agreement one may not see is on one that is not there', async () => {
    const id = await proposed();
    for (const [target, person] of [
      [id, api.people.stranger],
      [UNKNOWN, coordinator],
    ] as const) {
      const answer = await api.post(`/api/agreements/${target}/withdraw-agreement`, { reason: 'r' }, person);
      expect(answer.statusCode).toBe(404);
      expect((await api.get(`/api/agreements/${target}`, person)).statusCode).toBe(404);
    }
  });

  it('larger than an event may be is too large', async () => {
    const id = await proposed();
    const section = { sectionId: 'annex', rendition: 'zh', heading: '附件', baseHash: null };
    const answer = await api.post(
      `/api/agreements/${id}/revise-section`,
      { ...section, body: '合'.repeat(60_001) },
      coordinator,
    );
    expect(answer.statusCode).toBe(400);
  });

  it('whose body is the whole of Unicode reads back as it was sent', async () => {
    const id = await proposed();
    const body = 'العربية \u202e עברית 👩‍👩‍👧‍👦 e\u0301 \u{10ffff} \u007f "\\/';
    const section = { sectionId: 'annex', rendition: 'zh', heading: '附件', baseHash: null, body };
    const answer = await api.post(`/api/agreements/${id}/revise-section`, section, coordinator);
    if (answer.statusCode !== 200) {
      expect(problemIn(answer).code).toBe('malformed-text');
      return;
    }
    const read = (await api.get(`/api/agreements/${id}`, coordinator)).json<{
      agreement: { sections: { renditions: { zh?: { body: string } } }[] };
    }>();
    expect(read.agreement.sections.map(({ renditions }) => renditions.zh?.body)).toContain(body);
  });
});
