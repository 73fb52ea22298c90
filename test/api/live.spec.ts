import { UnreadableEvent } from '@entente/event-sourcing';
import { setTimeout } from 'node:timers/promises';

import { ApiInMemory } from './support/api-in-memory.js';
import { Page } from './support/page.js';

describe('a page that follows', () => {
  let api: ApiInMemory;
  let url: string;
  const pages: Page[] = [];
  beforeEach(async () => {
    api = await ApiInMemory.open();
    await api.app.listen(0, '127.0.0.1');
    url = await api.app.getUrl();
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) page.close();
    await api.close();
  });

  const follow = async (personId: string, lastEventId?: string): Promise<Page> => {
    const page = await Page.open(url, await api.tokenOf(personId), lastEventId);
    pages.push(page);
    return page;
  };
  const propose = async (parties: readonly string[] = []): Promise<string> => {
    const roles = ['think-tank-base', 'district-association'];
    const body = {
      kind: 'letter-of-intent',
      title: { en: 'A letter' },
      parties: parties.map((partyId, index) => ({ partyId, role: roles[index] })),
    };
    const answer = await api.post('/api/agreements', body, api.people.coordinator);
    return answer.json<{ agreementId: string }>().agreementId;
  };

  it('is told what happens, when it happens, with its place in the log', async () => {
    const page = await follow(api.people.coordinator);
    expect(page.response.headers.get('content-type')).toMatch(/^text\/event-stream/u);
    await page.until(() => page.news.length > 0);
    expect(page.news[0]).toMatchObject({ event: 'hello', id: expect.any(String) });
    const id = await propose();
    await page.until(() => page.changes.some(({ type }) => type === 'AgreementNumbered'));
    expect(page.changes[0]).toMatchObject({ agreementId: id, type: 'AgreementProposed', revision: 0 });
    expect(page.news.at(-1)?.id).toBe(page.changes.at(-1)?.position);
  });

  it('that comes back misses nothing and hears nothing twice', async () => {
    const first = await follow(api.people.coordinator);
    await propose();
    await first.until(() => first.changes.some(({ type }) => type === 'AgreementNumbered'));
    const seen = first.changes[1]?.position;
    first.close();
    const id = await propose();
    const second = await follow(api.people.coordinator, seen);
    await second.until(() =>
      second.changes.some((change) => change.type === 'AgreementNumbered' && change.agreementId === id),
    );
    const positions = second.changes.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort());
    expect(positions[0]! > seen!).toBe(true);
    expect(positions).toEqual(expect.arrayContaining(first.changes.slice(2).map(({ position }) => position)));
  });

  it('hears of those agreements only that its person may see', async () => {
    const base = await follow(api.people.baseHead);
    const stranger = await follow(api.people.stranger);
    await Promise.all([base, stranger].map((page) => page.until(() => page.news.length > 0)));
    const hidden = await propose();
    const shown = await propose([api.people.base]);
    await base.until(() => base.changes.some(({ agreementId }) => agreementId === shown));
    await setTimeout(100);
    expect(base.changes.map(({ agreementId }) => agreementId)).not.toContain(hidden);
    expect(stranger.changes).toEqual([]);
  });

  it('hears of an agreement from the moment on that it is invited', async () => {
    const page = await follow(api.people.baseHead);
    await page.until(() => page.news.length > 0);
    const id = await propose();
    await api.post(
      `/api/agreements/${id}/invite-party`,
      { partyId: api.people.base, role: 'think-tank-base' },
      api.people.coordinator,
    );
    await page.until(() => page.changes.length > 0);
    expect(page.changes.at(-1)).toMatchObject({ agreementId: id, type: 'PartyInvited' });
  });

  it('hears of others when one agreement cannot be read, nor an entry of the log', async () => {
    const page = await follow(api.people.coordinator);
    await page.until(() => page.news.length > 0);
    const unreadable = await propose();
    await page.until(() => page.changes.some(({ type }) => type === 'AgreementNumbered'));
    const { store } = api.engine.facts;
    const stream = `main.agreement-${unreadable}`;
    const { event } = (await Array.fromAsync(store.read(stream))).at(-1)!;
    const revision = event.revision + 1;
    const newer = { ...event, id: '00000000-0000-4000-8000-00000000000b', revision, schemaVersion: 9 };
    const { position } = (await store.append(stream, event.revision, [newer])) as { position: string };
    await propose();
    await page.until(() => page.changes.filter(({ type }) => type === 'AgreementNumbered').length === 2);
    expect(page.changes.map((change) => change.position)).not.toContain(position);

    const readAll = store.readAll.bind(store);
    store.readAll = async function* (after, filter) {
      for await (const recorded of readAll(after, filter)) {
        if (recorded.position === position)
          throw new UnreadableEvent('no event of ours', { stream, revision, position });
        yield recorded;
      }
    };
    const again = await follow(api.people.coordinator, page.changes[0]?.position);
    await again.until(() => again.changes.some(({ type }) => type === 'AgreementNumbered'));
  });

  it('hears nothing of another space', async () => {
    const page = await follow(api.people.coordinator);
    await page.until(() => page.news.length > 0);
    await api.staffSpace('demo');
    await setTimeout(100);
    expect(page.changes).toEqual([]);
  });

  it.each(['x', '../..', '99999999999999999999', '1', '😀'.slice(0, 1)])(
    'that names the place %j of no log starts from now',
    async (place) => {
      const answer = await fetch(`${url}/api/live`, {
        headers: {
          authorization: `Bearer ${await api.tokenOf(api.people.coordinator)}`,
          'last-event-id': encodeURIComponent(place.toWellFormed()),
        },
      });
      expect(answer.status).toBe(200);
      await answer.body?.cancel();
    },
  );

  it('is one of twenty at most', async () => {
    const token = await api.tokenOf(api.people.coordinator);
    const all = await Promise.all(Array.from({ length: 20 }, () => Page.open(url, token)));
    pages.push(...all);
    const more = await fetch(`${url}/api/live`, { headers: { authorization: `Bearer ${token}` } });
    expect(more.status).toBe(429);
    expect(((await more.json()) as { code: string }).code).toBe('too-many-streams');
    all[0]?.close();
    await setTimeout(200);
    const again = await Page.open(url, token);
    pages.push(again);
    expect(again.response.status).toBe(200);
  });

  it('may be asked for by its headers alone, which opens nothing', async () => {
    const token = await api.tokenOf(api.people.coordinator);
    const answer = await fetch(`${url}/api/live`, {
      method: 'HEAD',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(5_000),
    });
    expect(answer.status).toBe(404);
  });

  it('ends when the server stops, which does not wait for it', async () => {
    const page = await follow(api.people.coordinator);
    await page.until(() => page.news.length > 0);
    const start = performance.now();
    await api.app.close();
    await page.ended;
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
