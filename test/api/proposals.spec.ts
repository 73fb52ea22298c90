import { chinaCalendar, nextWorkingDay } from '@entente/calendar';

import { ApiInMemory } from './support/api-in-memory.js';

const LETTERS = 5;

interface Page {
  readonly items: readonly {
    readonly agreementId: string;
    readonly outcome: string;
    readonly code: string | null;
    readonly deadlines: readonly { deadlineId: string; from: string; to: string; newCalendar: string }[];
  }[];
  readonly total: number;
  readonly next: string | null;
}

describe('what a new version of a calendar changes of what is due', () => {
  let api: ApiInMemory;
  let coordinator: string;
  let due: string;
  let next: string;
  const letters: string[] = [];

  const ask = async (query = '', who = coordinator) => {
    const answer = await api.get(`/api/calendars/cn/proposals${query}`, who);
    return { status: answer.statusCode, ...answer.json<Page>() };
  };
  const apply = async (body: object) => {
    const answer = await api.post('/api/calendars/cn/apply-proposals', body, coordinator);
    return { status: answer.statusCode, ...answer.json<Page & { code: string }>() };
  };
  const deadlineOf = async (agreementId: string) => {
    const detail = await api.get(`/api/agreements/${agreementId}`, coordinator);
    const { deadlines } = detail.json<{
      agreement: { deadlines: { deadlineId: string; localDate: string; calendar: string }[] };
    }>().agreement;
    return deadlines[0]!;
  };
  const chosen = async (agreementId: string, to = next) => ({
    agreementId,
    deadlineId: (await deadlineOf(agreementId)).deadlineId,
    to,
  });

  beforeAll(async () => {
    api = await ApiInMemory.open();
    ({ coordinator } = api.people);
    for (let index = 0; index < LETTERS; index += 1) {
      const body = { kind: 'letter-of-intent', title: { en: `Letter ${index}` } };
      const { agreementId } = (await api.post('/api/agreements', body, coordinator)).json<{
        agreementId: string;
      }>();
      letters.push(agreementId);
    }
    letters.sort();
    due = (await deadlineOf(letters[0]!)).localDate;
    const name = { zh: '加假', en: 'A day more' };
    const days = [...chinaCalendar.days, { date: due, kind: 'holiday', name } as const];
    const calendar = { ...chinaCalendar, version: 2, publishedTo: '2040-12-31', days };
    next = nextWorkingDay(calendar, due).date;
    expect(await ask()).toMatchObject({ items: [], total: 0, next: null });
    const body = { name: { en: 'China' }, source: 'The notice', calendar };
    await api.post('/api/calendars/cn/publish-calendar', body, coordinator);
  }, 60_000);
  afterAll(() => api.close());

  it('is proposed letter by letter and page by page, to those who publish calendars, and changes nothing', async () => {
    expect(await ask('', api.people.baseHead)).toMatchObject({ status: 403 });
    expect((await api.get('/api/calendars/xx/proposals', coordinator)).statusCode).toBe(404);
    const first = await ask('?limit=3');
    expect(first).toMatchObject({ total: LETTERS, next: letters[2] });
    expect(first.items).toHaveLength(3);
    expect(first.items[0]).toMatchObject({
      agreementId: letters[0],
      outcome: 'proposed',
      deadlines: [{ from: due, to: next, newCalendar: 'cn@2' }],
    });
    const second = await ask(`?limit=3&after=${first.next ?? ''}`);
    expect([second.items.length, second.next]).toEqual([2, null]);
    expect(await deadlineOf(letters[0]!)).toMatchObject({ localDate: due, calendar: 'cn@1' });
  });

  it('is applied to chosen deadlines, on the day that was seen; each letter tells its own conflict', async () => {
    const [one, other] = [await chosen(letters[0]!), await chosen(letters[1]!, '2039-01-03')];
    const applied = await apply({ reason: 'The notice.', chosen: [one, other] });
    expect(applied.items).toMatchObject([
      { agreementId: letters[0], outcome: 'changed', code: null },
      { agreementId: letters[1], outcome: 'stays', code: 'deadline-differs' },
    ]);
    expect(await deadlineOf(letters[0]!)).toMatchObject({ localDate: next, calendar: 'cn@2' });
    expect(await deadlineOf(letters[1]!)).toMatchObject({ localDate: due, calendar: 'cn@1' });
  });

  it('is applied to all page by page; begun again it goes on where it was', async () => {
    const first = await apply({ reason: 'The notice.', limit: 2 });
    expect(first.items.map(({ outcome }) => outcome)).toEqual(['changed', 'changed']);
    const again = await apply({ reason: 'The notice.' });
    expect([again.items.length, again.next]).toEqual([2, null]);
    expect(await ask()).toMatchObject({ items: [], total: 0 });
    const history = await api.get(`/api/agreements/${letters[4]!}`, coordinator);
    expect(history.json()).toMatchObject({ agreement: { deadlines: [{ localDate: next }] } });
    expect(await apply({ reason: '' })).toMatchObject({ status: 400 });
  });
});
