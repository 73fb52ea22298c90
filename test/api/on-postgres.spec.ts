import type { EventEnvelope } from '@entente/event-sourcing';
import { silentLog, type Log } from '@entente/platform';
import { setTimeout as sleep } from 'node:timers/promises';

import { startApi } from '../../apps/api/src/start-api.js';
import { ApiOnPostgres, type Detail, type Done } from './support/api-on-postgres.js';
import { Page } from './support/page.js';

describe('the API on the real log and views', () => {
  let api: ApiOnPostgres;
  let coordinator: string;
  beforeAll(async () => {
    api = await ApiOnPostgres.open();
    coordinator = (await api.appointFirst()).token;
  });
  afterAll(() => api.close());

  test('of 32 commands at once that saw the same revision one wins', async () => {
    const proposed = await api.post<Done>('/api/agreements', coordinator, {
      kind: 'letter-of-intent',
      title: { en: 'Raced for' },
    });
    const { revision } = await api.get<Detail>(`/api/agreements/${proposed.agreementId}`, coordinator);
    const path = `/api/agreements/${proposed.agreementId}/revise-section`;
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, index) =>
        api.ask(
          'POST',
          path,
          coordinator,
          {
            sectionId: `annex-${index}`,
            rendition: 'en',
            heading: 'Annex',
            body: `${index}`,
            baseHash: null,
          },
          { 'if-match': `"${revision}"` },
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(31).fill(412)]);
  });

  test('a command repeated twenty times at once is done once', async () => {
    const key = { 'idempotency-key': 'twenty times' };
    const body = { kind: 'letter-of-intent', title: { en: 'Once' } };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => api.ask('POST', '/api/agreements', coordinator, body, key)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const done = (await Promise.all(answers.map((answer) => answer.json()))) as Done[];
    expect(new Set(done.map(({ agreementId }) => agreementId)).size).toBe(1);
    expect(new Set(done.map(({ number }) => number)).size).toBe(1);
  });

  test.each([
    ['/api/agreements?search=%25_%27%22%3B--%5C', 200, undefined],
    ['/api/agreements?search=%F0%9F%98%80&stage=drafting&late=true&mine=true', 200, undefined],
    ['/api/people?search=%E6%9E%97', 200, undefined],
    ['/api/agreements?cursor=x', 400, 'invalid-query'],
    ['/api/people?cursor=eyJhIjoxfQ', 400, 'invalid-query'],
    ['/api/agreements/%F0%9F%98%80', 404, 'not-found'],
    ['/api/outbox', 200, undefined],
    ['/api/reminders', 200, undefined],
    ['/api/reminders/late', 200, undefined],
  ])('%s is answered with %d', async (path, status, code) => {
    const answer = await api.ask('GET', path, coordinator);
    expect(answer.status).toBe(status);
    if (code !== undefined) expect(await answer.json()).toMatchObject({ code });
  });

  test('the outbox is not for everybody', async () => {
    const person = await api.post<Done>('/api/people', coordinator, {
      name: { en: 'Anybody' },
      language: 'en',
    });
    const answer = await api.ask('GET', '/api/outbox', await api.signIn(person.personId));
    expect(answer.status).toBe(403);
  });

  test('a page that follows hears of it, and resumes where it was', async () => {
    const first = await Page.open(api.url, coordinator);
    await first.until(() => first.news.length > 0);
    const propose = () =>
      api.post<Done>('/api/agreements', coordinator, { kind: 'letter-of-intent', title: { en: 'Followed' } });
    const { agreementId } = await propose();
    await first.until(() => first.changes.some(({ type }) => type === 'AgreementNumbered'));
    expect(first.changes[0]).toMatchObject({ agreementId, type: 'AgreementProposed' });
    first.close();
    const later = await propose();
    const second = await Page.open(api.url, coordinator, first.changes.at(-1)?.position);
    await second.until(() => second.changes.some(({ type }) => type === 'AgreementNumbered'));
    expect(second.changes[0]).toMatchObject({ agreementId: later.agreementId, type: 'AgreementProposed' });
    second.close();
  });

  /** After which nobody appends to it by himself. */
  async function numberedIn(stream: string): Promise<EventEnvelope> {
    for (;;) {
      const options = { direction: 'backwards', limit: 1 } as const;
      const [last] = await Array.fromAsync(api.entente.store.read(stream, options));
      if (last?.event.type === 'AgreementNumbered') return last.event;
      await sleep(20);
    }
  }

  test('an event of a newer program is left out by name, and everything else goes on', async () => {
    interface Health {
      readonly status: string;
      readonly checks: readonly { readonly name: string; readonly figures?: object }[];
    }
    const health = async (): Promise<Health> =>
      (await fetch(`${api.url}/health/ready`)).json() as Promise<Health>;
    const body = { kind: 'letter-of-intent', title: { en: 'Newer' } };
    const { store, consumers } = api.entente;
    const { agreementId } = await api.post<Done>('/api/agreements', coordinator, body);
    const stream = `main.agreement-${agreementId}`;
    const event = await numberedIn(stream);
    const revision = event.revision + 1;
    const newer = { ...event, id: crypto.randomUUID(), revision, schemaVersion: 99 };
    const appended = await store.append(stream, event.revision, [newer]);
    const { position } = appended as { position: string };
    expect(await consumers.waitForStream('agreement-board', stream, position, 10_000)).toBe('parked');
    expect(await consumers.parked({ consumer: 'agreement-board' })).toMatchObject([
      {
        stream,
        eventType: event.type,
        reason: 'unknown-event',
        cause: expect.stringContaining('version 99'),
      },
    ]);
    api.seen = position;
    const { parked } = await api.get<{ parked: number }>('/api/agreements', coordinator);
    expect(parked).toBe(1);
    const { status, checks } = await health();
    expect(status).toBe('degraded');
    expect(JSON.stringify(checks)).not.toContain(agreementId);
    expect(checks.find(({ name }) => name === 'consumers')?.figures).toMatchObject({
      'agreement-board': { kind: 'view', parked: 1, failing: false },
      directory: { kind: 'view', parked: 0, failing: false },
    });
    const other = await api.post<Done>('/api/agreements', coordinator, body);
    const elsewhere = `main.agreement-${other.agreementId}`;
    expect(await consumers.waitForStream('agreement-board', elsewhere, other.position, 10_000)).toBe(
      'reached',
    );
    await numberedIn(elsewhere);
  });

  test('a second server at its address is refused with one sentence', async () => {
    const port = Number(new URL(api.url).port);
    const configuration = { ...api.entente.configuration, port };
    const lines: string[] = [];
    const log: Log = {
      ...silentLog,
      error: (_, line) => lines.push(line),
      warn: (_, line) => lines.push(line),
    };
    const again = Object.create(api.entente, {
      configuration: { value: configuration },
      log: { value: log },
    }) as typeof api.entente;
    await expect(startApi(again)).rejects.toMatchObject({
      name: 'StartRefused',
      message: `PORT ${port} on 127.0.0.1 is in use: stop the program that has it, or set PORT to another number.`,
    });
    expect(lines).toEqual([]);
  });
});
