import { definitionOf } from '@entente/agreement';
import type { Calendar } from '@entente/calendar';

import { ApiInMemory } from './support/api-in-memory.js';

const letter = definitionOf('letter-of-intent@1')!;
/** A letter whose drafting is counted with the calendars of both parties. */
const acrossBorders = {
  ...letter,
  name: 'across-borders',
  kind: 'across-borders',
  numberPattern: 'X-{year}-{number}',
  stages: letter.stages.map((stage) =>
    stage.deadline ? { ...stage, deadline: { ...stage.deadline, calendars: 'parties' } } : stage,
  ),
};
const country: Calendar = {
  id: 'de',
  version: 1,
  publishedFrom: '2026-01-01',
  publishedTo: '2040-12-31',
  days: [{ date: '2026-10-03', kind: 'holiday', name: { zh: '统一日', en: 'German Unity Day' } }],
};
const closures: Calendar = {
  id: 'closures-base',
  version: 1,
  kind: 'closures',
  publishedFrom: '2026-07-20',
  publishedTo: '2026-07-20',
  days: [{ date: '2026-07-20', kind: 'holiday', name: { zh: '暑期', en: 'Summer closure' } }],
};

describe('the calendars of parties over HTTP', () => {
  let api: ApiInMemory;
  let coordinator: string;
  beforeAll(async () => {
    api = await ApiInMemory.open();
    ({ coordinator } = api.people);
    for (const calendar of [country, closures]) {
      const body = { name: { en: calendar.id }, source: 'A law', calendar };
      await api.post(`/api/calendars/${calendar.id}/publish-calendar`, body, coordinator);
    }
    await api.post('/api/definitions', acrossBorders, coordinator);
  });
  afterAll(() => api.close());

  const choose = async (body: object, who = coordinator) => {
    const { base } = api.people;
    return api.post(`/api/organisations/${base}/set-organisation-calendars`, body, who);
  };
  const calendarOf = async (kind: string): Promise<string | undefined> => {
    const { base, district } = api.people;
    const parties = [
      { partyId: base, role: 'think-tank-base' },
      { partyId: district, role: 'district-association' },
    ];
    const body = { kind, title: { en: 'A letter' }, parties };
    const { agreementId } = (await api.post('/api/agreements', body, coordinator)).json<{
      agreementId: string;
    }>();
    const detail = await api.get(`/api/agreements/${agreementId}`, coordinator);
    return detail.json<{ agreement: { deadlines: { calendar: string }[] } }>().agreement.deadlines[0]
      ?.calendar;
  };

  it('are chosen by coordinators, from those that are known', async () => {
    expect((await choose({ country: 'de' }, api.people.baseHead)).statusCode).toBe(403);
    expect((await choose({ country: 'xx' })).json()).toMatchObject({
      code: 'unknown-calendar',
      field: 'country',
    });
    expect((await choose({ country: 'closures-base' })).json()).toMatchObject({
      code: 'other-calendar-kind',
    });
    const set = await choose({ country: 'de', closures: 'closures-base' });
    expect([set.statusCode, set.json()]).toMatchObject([
      200,
      { events: [{ type: 'OrganisationCalendarsSet' }] },
    ]);
    const detail = await api.get(`/api/organisations/${api.people.base}`, coordinator);
    expect(detail.json()).toMatchObject({ calendars: { country: 'de', closures: 'closures-base' } });
  });

  it('count where the definition asks for them, and nowhere else', async () => {
    expect(await calendarOf('across-borders')).toBe('closures-base@1+cn@1+de@1');
    expect(await calendarOf('letter-of-intent')).toBe('cn@1');
  });

  it('that leave no working day to each other are told', async () => {
    const never = { ...country, id: 'never', weekend: [1, 2, 3, 4, 5], days: [] };
    const body = { name: { en: 'Never' }, source: 'A joke', calendar: never };
    await api.post('/api/calendars/never/publish-calendar', body, coordinator);
    await choose({ country: 'never' });
    const { base, district } = api.people;
    const proposed = await api.post(
      '/api/agreements',
      {
        kind: 'across-borders',
        title: { en: 'A letter' },
        parties: [
          { partyId: base, role: 'think-tank-base' },
          { partyId: district, role: 'district-association' },
        ],
      },
      coordinator,
    );
    expect([proposed.statusCode, proposed.json()]).toMatchObject([422, { code: 'no-common-working-day' }]);
  });
});
