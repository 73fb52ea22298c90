import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { routedMemorandum } from '../support/routed-letter.js';
import { ApiOnPostgres, type Detail, type Done } from './support/api-on-postgres.js';
import { Page } from './support/page.js';

interface Commented {
  readonly agreement: {
    readonly textHash: string;
    readonly comments?: readonly { readonly commentId: string; readonly text: string }[];
  };
}
interface SignedIn {
  readonly viewer: { readonly positions: readonly { readonly positionId: string }[] };
}
interface Document {
  readonly paths: Readonly<Record<string, { readonly get?: object }>>;
}

const SECRET = 'Our limit is three hundred thousand';
const OF_DESK = 'May we go beyond our limit';
const INSIDE = 'The cap is ours alone to know';
const REASON = 'Said before the director agreed';

const document = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../apps/web/openapi.json'), 'utf8'),
) as Document;

let api: ApiOnPostgres;
let agreementId: string;
let partyId: string;
let coordinator: string;
let base: string;
let district: string;
/** Command ids of what is not for the district. */
const hidden: string[] = [];
const live: Page[] = [];

beforeAll(async () => {
  api = await ApiOnPostgres.open();
  ({ token: coordinator } = await api.appointFirst());
  const side = async (name: string, role: string) => {
    const { organisationId } = await api.post<Done>('/api/organisations', coordinator, {
      name: { en: name },
    });
    const { personId } = await api.post<Done>('/api/people', coordinator, {
      name: { en: `Head of ${name}` },
      language: 'en',
    });
    const path = `/api/organisations/${organisationId}/fill-position`;
    await api.post(path, coordinator, {
      ...{ title: { en: 'Head' }, roles: ['representative'], personId, from: '2026-01-01' },
    });
    const token = await api.signIn(personId);
    const { viewer } = await api.get<SignedIn>('/api/session', token);
    return { partyId: organisationId, role, positionId: viewer.positions[0]?.positionId ?? '', token };
  };
  const ours = await side('Base', 'first-party');
  const theirs = await side('District', 'second-party');
  [partyId, base, district] = [ours.partyId, ours.token, theirs.token];
  const parties = [ours, theirs].map(({ partyId: id, role }) => ({ partyId: id, role }));
  await api.post('/api/definitions', coordinator, routedMemorandum);
  const letter = { kind: routedMemorandum.kind, title: { en: 'Soil' }, parties };
  ({ agreementId } = await api.post<Done>('/api/agreements', coordinator, letter));
  live.push(await Page.open(api.url, district), await Page.open(api.url, base));
  await Promise.all(live.map((page) => page.until(() => page.news.length > 0)));

  const comment = async (audience: string, text: string): Promise<string> => {
    await send('add-comment', base, { partyId, audience, sectionId: 'force', text });
    const { agreement } = await api.get<Commented>(`/api/agreements/${agreementId}`, base);
    return agreement.comments?.at(-1)?.commentId ?? '';
  };
  hidden.push(await comment('own-side', SECRET), await comment('coordinators', OF_DESK));
  await send('resolve-comment', base, { partyId, commentId: hidden[0] });
  await send('reopen-comment', base, { partyId, commentId: hidden[0] });
  const taken = await comment('own-side', `${SECRET} and more`);
  await send('retract-entry', base, { commandId: taken, reason: REASON });
  hidden.push(taken);
  hidden.push(...(await approveInside(ours.positionId)));
  await comment('parties', 'Is there no term');
});
afterAll(async () => {
  for (const page of live) page.close();
  await api.close();
});

const send = (command: string, token: string, body: object): Promise<Done> =>
  api.post<Done>(`/api/agreements/${agreementId}/${command}`, token, body);

/** What happens inside the base before it approves; answers what nobody else may learn, by their ids. */
async function approveInside(positionId: string): Promise<readonly string[]> {
  const { agreement } = await api.get<Commented>(`/api/agreements/${agreementId}`, base);
  const said = { partyId, post: 'legal', textHash: agreement.textHash };
  const posts = ['legal', 'finance', 'director', 'deputy'];
  await send('name-approvers', base, {
    partyId,
    approvers: posts.map((post) => ({ post, positionId })),
  });
  await send('return-text', base, { ...said, reason: INSIDE });
  await send('endorse-text', base, said);
  const { items } = await api.get<{ items: readonly { commandId: string }[] }>(
    `/api/agreements/${agreementId}/history`,
    base,
  );
  return items.slice(0, 3).map(({ commandId }) => commandId);
}

/** What a reader is told by everything that can be asked about the agreement, in one text. */
async function everythingToldTo(token: string): Promise<string> {
  const { revision } = await api.get<Detail>(`/api/agreements/${agreementId}`, token);
  const paths = Object.entries(document.paths).flatMap(([path, { get }]) =>
    get ? [path.replaceAll('{agreement}', agreementId).replaceAll(/\{\w+\}/gu, agreementId)] : [],
  );
  const asked = [
    ...paths,
    ...Array.from(
      { length: revision + 1 },
      (_, at) => `/api/agreements/${agreementId}/replay?revision=${at}`,
    ),
    `/api/agreements?search=${encodeURIComponent(SECRET)}`,
    `/api/work?list=owed`,
    `/api/work?list=awaited`,
  ];
  const answers = await Promise.all(asked.map(async (path) => (await api.ask('GET', path, token)).text()));
  return answers.join('\n');
}

describe('what is written for one side', () => {
  it('is told to that side', async () => {
    const told = await everythingToldTo(base);
    for (const text of [SECRET, OF_DESK, REASON, INSIDE, 'EndorseText', ...hidden])
      expect(told).toContain(text);
  });

  it('is in no answer to the other one: not its words, not its reasons, not its ids', async () => {
    const told = await everythingToldTo(district);
    for (const text of [SECRET, OF_DESK, REASON, INSIDE, 'EndorseText', 'TextEndorsed', ...hidden])
      expect(told).not.toContain(text);
    expect(told).toContain('Is there no term');
  });

  it('is in no answer to coordinators, unless it is for them too', async () => {
    const told = await everythingToldTo(coordinator);
    for (const text of [SECRET, REASON, INSIDE, 'EndorseText', 'TextEndorsed'])
      expect(told).not.toContain(text);
    expect(told).toContain(OF_DESK);
  });

  it('is not news to the other one', async () => {
    const types = (page: Page | undefined): string[] => (page?.changes ?? []).map(({ type }) => type);
    await Promise.all(
      live.map((page) => page.until(() => types(page).filter((type) => type === 'CommentAdded').length > 0)),
    );
    await setTimeout(100);
    const [theirs, ours] = live;
    expect(types(theirs)).toEqual(['CommentAdded']);
    expect(types(ours).filter((type) => type === 'CommentAdded')).toHaveLength(4);
  });

  it('keeps nobody from deciding on what they saw', async () => {
    const seen = await api.get<Detail>(`/api/agreements/${agreementId}`, district);
    await send('add-comment', base, { partyId, audience: 'own-side', text: 'And one more.' });
    const serve = await api.ask(
      'POST',
      `/api/agreements/${agreementId}/serve-text`,
      coordinator,
      {},
      { 'if-match': `"${seen.revision}"` },
    );
    expect(serve.status).toBe(200);
    const stale = await api.ask(
      'POST',
      `/api/agreements/${agreementId}/withdraw-agreement`,
      coordinator,
      { reason: 'Too late.' },
      { 'if-match': `"${seen.revision}"` },
    );
    expect(stale.status).toBe(412);
  });
});
