import { ApiInMemory } from './support/api-in-memory.js';

interface Draft {
  readonly faults: readonly { code: string; line: number | null; place: string | null; sentence: object }[];
  readonly calendar: { readonly version: number; readonly publishedTo: string } | null;
  readonly name: object;
  readonly source: string;
  readonly changes: readonly { date: string }[];
  readonly same: boolean;
  readonly leftOut: readonly number[];
}

describe('the next version of a calendar over HTTP', () => {
  let api: ApiInMemory;
  let coordinator: string;
  beforeAll(async () => {
    api = await ApiInMemory.open();
    ({ coordinator } = api.people);
  });
  afterAll(() => api.close());

  const draft = async (id: string, body: object) => {
    const answer = await api.post(`/api/calendars/${id}/draft`, body, coordinator);
    return { status: answer.statusCode, ...answer.json<Draft & { code: string }>() };
  };

  it('is made of a country’s holidays, shown as a difference, and published as any other', async () => {
    const first = await draft('de', { country: 'DE', first: 2026, last: 2028 });
    expect(first).toMatchObject({
      status: 200,
      faults: [],
      name: { en: 'Germany' },
      same: false,
      leftOut: [],
    });
    expect(first.changes.map(({ date }) => date)).toContain('2028-10-03');
    const { calendar, name, source } = first;
    const body = { name, source, calendar };
    const published = await api.post('/api/calendars/de/publish-calendar', body, coordinator);
    expect(published.statusCode).toBe(200);
    expect(await draft('de', { country: 'DE', first: 2026, last: 2028 })).toMatchObject({ same: true });
    const longer = await draft('de', { country: 'DE', first: 2029 });
    expect(longer.calendar).toMatchObject({ version: 2, publishedTo: '2029-12-31' });
    expect(await draft('cn', { country: 'CN' })).toMatchObject({ status: 422, code: 'country-has-own-list' });
    expect(await draft('xx', { country: 'XX' })).toMatchObject({ status: 422, code: 'unknown-country' });
    const { items } = (await api.get('/api/calendars', coordinator)).json<{
      items: { id: string; years: { year: number; standing: string }[] }[];
    }>();
    expect(items.find(({ id }) => id === 'de')?.years).toContainEqual({ year: 2028, standing: 'official' });
  });

  it('is made of a file, each fault with its line', async () => {
    const days = [
      'date,kind,name_zh,name_en',
      '2027-01-01,holiday,元旦,New Year',
      '2027-01-01,holiday,元旦,',
    ];
    const { faults } = await draft('cn', { file: days.join('\n') });
    expect(faults).toMatchObject([{ code: 'day-twice', line: 3, place: '/days/1' }]);
    const half = await draft('cn', { file: days.slice(0, 2).join('\n') });
    expect(half.faults[0]).toMatchObject({ code: 'statutory-day-missing', line: null });
    expect((await draft('cn', { file: 'date,name_zh\n2027-02-30,一' })).faults).toMatchObject([
      { code: 'invalid-date', line: 2, place: 'date' },
    ]);
    expect((await draft('cn', { file: '"a' })).faults).toMatchObject([{ code: 'no-csv' }]);
    expect(await draft('cn', { file: '[1]', format: 'json' })).toMatchObject({
      status: 422,
      code: 'no-calendar-file',
    });
    const closures = await draft('closures-base', {
      file: 'date,name_zh\n2027-07-20,暑期',
      closures: true,
      name: { zh: '基地休息日' },
    });
    expect(closures).toMatchObject({ faults: [], calendar: { version: 1, kind: 'closures' } });
  });
});
