import { ListBoardFilters, ListBoardFiltersHandler } from '@entente/application';
import { canonicalText } from '@entente/canonical';
import { isSealed, streamName } from '@entente/event-sourcing';
import { MailingReminders, Outbox } from '@entente/notification';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ApiOnPostgres, type Done } from './support/api-on-postgres.js';

interface People {
  readonly items: readonly { readonly personId: string; readonly name: object }[];
}
interface History {
  readonly items: readonly {
    readonly actor: { readonly name: object | null };
    readonly title: { readonly en: string };
  }[];
}
interface Replay {
  readonly stateHash: string;
}

const ZHAO = { zh: '赵明', en: 'Zhao Ming' };

let api: ApiOnPostgres;
let token: string;
let personId: string;
let agreementId: string;
let organisationId: string;
let positionId: string;
let meetingId: string;
let deskId: string;
let hash: string;

const stored = async (): Promise<string> => {
  const { rows } = await api.entente.database.pool.query<{ event: string }>(
    'SELECT event::text AS event FROM log.event ORDER BY position',
  );
  return rows.map(({ event }) => event).join('\n');
};
const rowsOfViews = async (): Promise<string> => {
  const { rows } = await api.entente.database.pool.query<{ rows: string }>(
    `SELECT string_agg(query_to_xml(format('TABLE %I.%I', table_schema, table_name), true, false, '')::text, '') AS rows
       FROM information_schema.tables WHERE table_schema IN ('views', 'reminder', 'notification')`,
  );
  return rows[0]?.rows ?? '';
};

beforeAll(async () => {
  api = await ApiOnPostgres.open();
  ({ token } = await api.appointFirst());
  const register = { name: ZHAO, email: 'zhao@daxing.example', language: 'zh' };
  ({ personId } = await api.post<Done>('/api/people', token, register));
  const department = await api.get<{ items: { organisationId: string }[] }>('/api/organisations', token);
  organisationId = department.items[0]?.organisationId ?? '';
  positionId = crypto.randomUUID();
  await api.post(`/api/organisations/${organisationId}/fill-position`, token, {
    positionId,
    title: { en: 'Second coordinator' },
    roles: ['coordinator'],
    personId,
    from: '2026-01-01',
  });
  const zhao = await api.signIn(personId);
  const proposal = { kind: 'letter-of-intent', title: { en: 'Soil' } };
  ({ agreementId } = await api.post<Done>('/api/agreements', zhao, proposal));
  await remind();
  ({ meetingId } = await api.post<Done & { meetingId: string }>('/api/meetings', zhao, {
    title: { en: 'A meeting' },
    at: '2026-12-23T14:00',
    zone: 'Asia/Shanghai',
    place: 'Beijing',
  }));
  ({ deskId } = await api.post<Done & { deskId: string }>('/api/desks', zhao, {
    name: { en: 'First desk' },
    organisationId,
    positionId,
    from: '2026-01-01',
  }));
  await api.post(`/api/people/${personId}/change-contacts`, zhao, {
    email: 'ming@daxing.example',
    phone: '+86 10 6555 0123',
    zone: null,
  });
  await api.post('/api/board-filters', zhao, { name: 'Letters I mind', filter: { search: 'my orchard' } });
  await api.post(`/api/agreements/${agreementId}/withdraw-agreement`, zhao, { reason: 'Nobody came.' });
  ({ stateHash: hash } = await replay());
});
afterAll(() => api.close());

const mailId = crypto.randomUUID();

/** A mail to the person, as a reminder that is due makes it. */
async function remind(): Promise<void> {
  const outbox = new Outbox(api.entente.database);
  const from = 'no-reply@entente.test';
  await new MailingReminders(outbox, { publicUrl: 'http://entente.test', from }).send({
    deliveryId: mailId,
    space: 'main',
    agreementId,
    deadlineId: 'drafting-1',
    step: 'on-the-day',
    positionId,
    recipient: { personId, name: ZHAO, email: 'zhao@daxing.example', language: 'zh' },
    about: { kind: 'stage', stage: { zh: '起草', en: 'Drafting' } },
    letter: { title: { en: 'Soil' } },
    due: { localDate: '2026-12-01', zone: 'Asia/Shanghai', provisional: false, daysLeft: 0 },
    now: '2026-12-01T01:00:00.000Z',
  });
}

/** A filter of the board that the person keeps, by its name and what it looks for. */
const KEPT = ['Letters I mind', 'my orchard'];
const TEXTS = [...Object.values(ZHAO), 'zhao@daxing.example', 'ming@daxing.example', '+86 10 6555 0123'];

/** Every question the API answers, asked by a coordinator: those whose answer holds the name or the address. */
async function telling(): Promise<string[]> {
  const root = path.resolve(import.meta.dirname, '../..');
  const { paths } = JSON.parse(readFileSync(path.join(root, 'apps/web/openapi.json'), 'utf8')) as {
    paths: Record<string, { get?: object }>;
  };
  const values: Readonly<Record<string, string>> = {
    agreement: agreementId,
    organisation: organisationId,
    person: personId,
    meeting: meetingId,
    desk: deskId,
    definition: 'letter-of-intent@1',
    calendar: 'cn',
    year: '2026',
    sha256: '0'.repeat(64),
    mail: mailId,
    deadline: 'drafting-1',
    step: 'on-the-day',
    token: 'x',
  };
  const routes = Object.keys(paths).filter((route) => paths[route]?.get && route !== '/api/live');
  const urls = routes.map((route) =>
    route.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`what is {${name}}?`);
      return value;
    }),
  );
  const searches = ['/api/people', '/api/agreements', '/api/organisations'].map(
    (url) => `${url}?search=${encodeURIComponent('赵明')}`,
  );
  const answers = await Promise.all(
    [
      ...urls,
      ...searches,
      '/api/session/people?space=main',
      `${urls.find((url) => url.endsWith('/replay')) ?? ''}?revision=0`,
    ].map(async (url) => ({ url, text: await (await api.ask('GET', url, token)).text() })),
  );
  return answers
    .filter(({ text }) => TEXTS.some((told) => text.includes(told)))
    .map(({ url }) => url.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, '…').replace(/\?search.*/u, '?search'));
}

const replay = (): Promise<Replay> =>
  api.get<Replay>(`/api/agreements/${agreementId}/replay?revision=3`, token);
const people = async (): Promise<People['items']> =>
  (await api.get<People>('/api/people?limit=100', token)).items;
/** What can still be read of the filters that the person kept. */
async function filtersKept(): Promise<readonly unknown[]> {
  const { facts } = api.entente;
  const viewer = { space: 'main', personId, positions: [] };
  return (await new ListBoardFiltersHandler(facts).execute(new ListBoardFilters({ viewer }))).items;
}

const history = async (): Promise<History['items']> =>
  (await api.get<History>(`/api/agreements/${agreementId}/history`, token)).items;

describe('a name, an address or a free text', () => {
  it('stands nowhere in the log or in a view as it is', async () => {
    const everything = (await stored()) + (await rowsOfViews());
    for (const text of [...TEXTS, 'Nobody came', '林悦', ...KEPT]) expect(everything).not.toContain(text);
  });

  it('is read by whoever may see it', async () => {
    expect(await people()).toContainEqual(expect.objectContaining({ personId, name: ZHAO }));
    const found = await api.get<People>(`/api/people?search=${encodeURIComponent('zhao')}`, token);
    expect(found.items.map((person) => person.personId)).toEqual([personId]);
    const [withdrawn] = await history();
    expect(withdrawn?.actor.name).toEqual(ZHAO);
    expect(withdrawn?.title.en).toContain('Nobody came');
  });

  it('of a command sent twice is the same command', async () => {
    const again = { name: { zh: '孙伟' }, email: 'sun@daxing.example', language: 'zh' };
    const headers = { 'idempotency-key': 'registered-twice' };
    const one = await api.post<Done>('/api/people', token, again, headers);
    const other = await api.post<Done>('/api/people', token, again, headers);
    expect(other).toMatchObject({ personId: one.personId, revision: one.revision });
  });
});

describe('erasing a person', () => {
  it('needs a coordinator, a reason and somebody to erase', async () => {
    const path = `/api/people/${personId}/erase`;
    expect((await api.ask('POST', path, token, { reason: ' ' })).status).toBe(400);
    const stranger = '/api/people/00000000-0000-4000-8000-000000000000/erase';
    expect((await api.ask('POST', stranger, token, { reason: 'Asked for.' })).status).toBe(404);
    expect((await api.ask('POST', path, 'nobody', { reason: 'Asked for.' })).status).toBe(401);
  });

  it('is about a name that every kind of page tells', async () => {
    expect((await telling()).sort()).toEqual([
      '/api/agreements/…',
      '/api/agreements/…/history',
      '/api/agreements/…/replay?revision=0',
      '/api/agreements/…/text',
      '/api/desks',
      '/api/desks/…',
      '/api/organisations',
      '/api/organisations/…',
      '/api/organisations/…/positions',
      '/api/outbox',
      '/api/outbox/…',
      '/api/people',
      '/api/people/…',
      '/api/people?search',
      '/api/session/people?space=main',
    ]);
  });

  it('takes the name out of every answer at once, and leaves every hash as it was', async () => {
    expect(await filtersKept()).toMatchObject([{ name: KEPT[0], filter: { search: KEPT[1] } }]);
    const before = await stored();
    await api.post(`/api/people/${personId}/erase`, token, { reason: 'Asked for by letter.' });
    expect(await telling()).toEqual([]);
    expect(await filtersKept()).toEqual([]);
    expect((await people()).map((person) => person.personId)).not.toContain(personId);
    const lines = await history();
    expect(
      lines.every(
        ({ actor }) => actor.name === null || canonicalText(actor.name as never) !== canonicalText(ZHAO),
      ),
    ).toBe(true);
    expect(JSON.stringify(lines)).not.toContain('Zhao');
    expect((await replay()).stateHash).toBe(hash);
    expect((await stored()).startsWith(before)).toBe(true);
  });

  it('stays so after the views were made anew and the keys came back from a copy', async () => {
    const { database, keys, store, consumers } = api.entente;
    for (const name of consumers.names) await consumers.rebuild(name);
    expect(await filtersKept()).toEqual([]);
    expect(await telling()).toEqual([]);
    expect((await replay()).stateHash).toBe(hash);
    expect((await people()).map((person) => person.personId)).not.toContain(personId);
    const key = streamName('main', 'person', personId);
    await database.pool.query('DELETE FROM sealing.data_key WHERE id = $1', [key]);
    await keys.keyFor(key);
    const { repeatErasures } = await import('@entente/identity');
    expect(await repeatErasures(store, keys, ['main'])).toBe(1);
    expect(await keys.keysOf([key])).toEqual(new Map());
  });

  it('twice is once; and the person is neither registered anew nor signed in', async () => {
    const again = await api.post<Done>(`/api/people/${personId}/erase`, token, { reason: 'Again.' });
    expect(again.unchanged).toBe(true);
    const signIn = await api.ask('POST', '/api/session', '', { space: 'main', personId });
    expect(signIn.status).toBeGreaterThanOrEqual(400);
    for await (const { event } of api.entente.store.read(streamName('main', 'person', personId)))
      expect(Object.values(event.data).some(isSealed)).toBe(true);
  });
});
