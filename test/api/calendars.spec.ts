import { chinaCalendar, type Calendar } from '@entente/calendar';

import { ApiInMemory } from './support/api-in-memory.js';

const holiday = (date: string, zh: string, en: string) =>
  ({ date, kind: 'holiday', name: { zh, en } }) as const;

/** As it was, and one day more off, which the clock of the test is before. */
const next = (today: string): Calendar => ({
  ...chinaCalendar,
  version: 2,
  publishedTo: '2040-12-31',
  days: [...chinaCalendar.days, holiday(today, '加假', 'One day more')],
});

interface Deadlines {
  readonly agreement: {
    readonly deadlines: readonly { readonly calendar: string; readonly localDate: string }[];
  };
}

describe('calendars over HTTP', () => {
  let api: ApiInMemory;
  beforeAll(async () => {
    api = await ApiInMemory.open();
  });
  afterAll(() => api.close());

  const published = (calendar: object): object => ({
    name: { zh: '中国大陆', en: 'Mainland China' },
    source: 'The notice of the State Council',
    calendar,
  });
  const proposed = async () => {
    const { coordinator } = api.people;
    const body = { kind: 'letter-of-intent', title: { en: 'A letter' } };
    const { agreementId } = (await api.post('/api/agreements', body, coordinator)).json<{
      agreementId: string;
    }>();
    return (await api.get(`/api/agreements/${agreementId}`, coordinator)).json<Deadlines>().agreement
      .deadlines[0];
  };

  it('a new version counts from then on, and what was counted before keeps its own', async () => {
    const { coordinator } = api.people;
    const before = await proposed();
    expect(before?.calendar).toBe('cn@1');
    const dueDay = before?.localDate ?? '';
    const answer = await api.post('/api/calendars/cn/publish-calendar', published(next(dueDay)), coordinator);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      { events: [{ type: 'CalendarPublished' }] },
    ]);
    const after = await proposed();
    expect(after?.calendar).toBe('cn@2');
    expect((after?.localDate ?? '') > dueDay).toBe(true);
    const { items } = (await api.get('/api/calendars', coordinator)).json<{ items: { version: number }[] }>();
    expect(items).toMatchObject([{ id: 'cn', version: 2, publishedTo: '2040-12-31' }]);
    expect((await api.get('/api/calendars/cn?version=1', coordinator)).json()).toEqual(chinaCalendar);
    expect((await api.get('/api/calendars/cn', coordinator)).json()).toEqual(next(dueDay));
  });

  it('are refused with every fault, and unknown ones are not there', async () => {
    const { coordinator } = api.people;
    const [first] = chinaCalendar.days;
    const twice = { ...chinaCalendar, version: 3, days: [first, first] };
    const refused = await api.post('/api/calendars/cn/publish-calendar', published(twice), coordinator);
    expect([refused.statusCode, refused.json()]).toMatchObject([
      422,
      { code: 'calendar-faulty', facts: { faults: [{ code: 'day-twice', pointer: '/days/1' }] } },
    ]);
    const other = await api.post('/api/calendars/de/publish-calendar', published(chinaCalendar), coordinator);
    expect(other.json()).toMatchObject({ code: 'invalid-id' });
    const malformed = { ...chinaCalendar, days: [{ ...first, date: '2026-02-30' }], more: 1 };
    const wrong = await api.post('/api/calendars/cn/publish-calendar', published(malformed), coordinator);
    expect([wrong.statusCode, wrong.json<{ errors: object[] }>().errors]).toMatchObject([
      400,
      expect.arrayContaining([expect.objectContaining({ field: 'calendar.days.0.date' })]),
    ]);
    expect((await api.get('/api/calendars/xx', coordinator)).statusCode).toBe(404);
    expect((await api.get('/api/calendars/cn?version=9', coordinator)).statusCode).toBe(404);
  });
});
