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

  test('a second server at its address is refused with one sentence', async () => {
    const { startApi } = await import('../../apps/api/src/start-api.js');
    const port = Number(new URL(api.url).port);
    const configuration = { ...api.entente.configuration, port };
    const again = Object.create(api.entente, {
      configuration: { value: configuration },
    }) as typeof api.entente;
    await expect(startApi(again)).rejects.toMatchObject({
      name: 'StartRefused',
      message: `PORT ${port} on 127.0.0.1 is in use: stop the program that has it, or set PORT to another number.`,
    });
  });
});
