import { AnswerLinks, type AnswerLink, type PreviewedStep, type RemindedPeople } from '@entente/application';

import { populate } from '../access/populate.js';
import { DEADLINE_ID as deadlineId, letter } from '../access/letters.js';
import { AGREEMENT, BASE, BASE_HEAD, BASE_PERSON, COORDINATOR } from '../support/agreement-builders.js';
import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn, wrongIn } from './support/problem.js';

const PATH = `/api/agreements/${AGREEMENT}`;
/** Revision of the event that set it. */
const version = letter
  .envelopes(AGREEMENT)
  .findLast(({ type, data }) => type === 'DeadlineSet' && data['deadlineId'] === deadlineId)!.revision;

interface Shown {
  readonly status: string;
  readonly language: string;
  readonly answer: { readonly kind: string; readonly until: string | null } | null;
  readonly notTheirsSince: string | null;
  readonly asked: { readonly kind: string; readonly dueOn: string };
}

describe('an answer to a reminder', () => {
  let api: ApiInMemory;
  const headers = new Map<string, { authorization: string }>();

  beforeEach(async () => {
    api = await ApiInMemory.openEmpty();
    await populate({ app: api.app, store: api.engine.facts.store });
    for (const person of [COORDINATOR, BASE_PERSON])
      headers.set(person, { authorization: `Bearer ${await api.tokenOf(person)}` });
  });
  afterEach(() => api.close());

  const tell = (command: string, body: object, person = BASE_PERSON) =>
    api.post(`${PATH}/${command}`, { deadlineId, ...body }, undefined, headers.get(person));
  const people = async (person = COORDINATOR): Promise<RemindedPeople> =>
    (await api.get(`${PATH}/deadlines/${deadlineId}/people`, undefined, headers.get(person))).json();
  const copied = async (person = COORDINATOR) =>
    api.get(`${PATH}/deadlines/${deadlineId}/message?position=${BASE_HEAD}`, undefined, headers.get(person));
  const pathOf = (url: string): string => new URL(url).pathname.replace('/answer/', '/api/answers/');
  const copiedPath = async (): Promise<string> => pathOf((await copied()).json<{ url: string }>().url);
  const made = (change: Partial<AnswerLink>): string =>
    pathOf(
      api.app.get<AnswerLinks>(AnswerLinks).urlOf({
        space: 'main',
        agreementId: AGREEMENT,
        deadlineId,
        version,
        positionId: BASE_HEAD,
        personId: BASE_PERSON,
        lastDay: '2099-01-01',
        copied: false,
        ...change,
      }),
    );
  const events = async (): Promise<{ type: string; actor: string; data: object }[]> => {
    const found = [];
    for await (const { event } of api.engine.facts.store.read(`main.reminders-${AGREEMENT}`))
      found.push({ type: event.type, actor: event.actor, data: event.data });
    return found;
  };

  it('is given by link without an account, once however often; to look changes nothing', async () => {
    const link = await copiedPath();
    const looked = await api.get(link);
    expect(looked.json<Shown>()).toMatchObject({
      status: 'open',
      answer: null,
      asked: { kind: 'milestone', dueOn: '2031-06-30' },
    });
    expect(looked.headers['set-cookie']).toBeUndefined();
    expect(await events()).toEqual([]);

    for (let time = 1; time <= 2; time += 1) {
      const answer = await api.post(`${link}/acknowledge`, {});
      expect(answer.statusCode).toBe(200);
      expect(answer.json<Shown>().answer).toMatchObject({ kind: 'acknowledged' });
    }
    expect(await events()).toEqual([
      {
        type: 'ReminderAcknowledged',
        actor: BASE_PERSON,
        data: { deadlineId, version, positionId: BASE_HEAD, personId: BASE_PERSON, via: 'copied-link' },
      },
    ]);
    expect((await people()).items[0]?.answer).toMatchObject({ kind: 'acknowledged' });
  });

  it('tells by a link no more than the message said', async () => {
    const answer = (await api.get(made({}))).json<object>();
    expect(Object.keys(answer).sort()).toEqual([
      'answer',
      'asked',
      'language',
      'notTheirsSince',
      'snooze',
      'status',
    ]);
    expect(JSON.stringify(answer)).not.toMatch(
      new RegExp(`${BASE_PERSON}|${BASE_HEAD}|${BASE}|${AGREEMENT}`, 'u'),
    );
  });

  it('is refused with its reason for a link that is forged, foreign, expired or passed on', async () => {
    const right = made({});
    for (const [path, status, code] of [
      [`${right.slice(0, -1)}${right.endsWith('A') ? 'B' : 'A'}`, 404, 'answer-link-unknown'],
      ['/api/answers/x', 404, 'answer-link-unknown'],
      [made({ space: 'demo' }), 404, 'answer-link-unknown'],
      [made({ deadlineId: 'signing-1' }), 404, 'answer-link-unknown'],
      [made({ lastDay: '2020-01-01' }), 410, 'answer-link-expired'],
      [made({ personId: COORDINATOR }), 403, 'answer-link-passed-on'],
    ] as const) {
      for (const answer of [
        await api.get(path),
        await api.post(`${path}/acknowledge`, {}),
        await api.post(`${path}/snooze`, { until: '2031-06-29' }),
        await api.post(`${path}/not-mine`, {}),
      ]) {
        expect(answer.statusCode).toBe(status);
        expect(problemIn(answer).code).toBe(code);
      }
    }
    expect(await events()).toEqual([]);
  });

  it('is not taken from whoever does not hold the position any more', async () => {
    const link = await copiedPath();
    const vacate = { positionId: BASE_HEAD, on: '2026-03-02' };
    const vacated = await api.post(
      `/api/organisations/${BASE}/vacate-position`,
      vacate,
      undefined,
      headers.get(COORDINATOR),
    );
    expect(vacated.statusCode).toBe(200);
    expect(problemIn(await api.post(`${link}/acknowledge`, {})).code).toBe('answer-link-passed-on');
  });

  it('comes too late for a deadline that was set anew or is done', async () => {
    const older = made({ version: version - 1 });
    expect((await api.get(older)).json<Shown>().status).toBe('set-anew');
    expect(problemIn(await api.post(`${older}/acknowledge`, {})).code).toBe('deadline-set-anew');
  });

  it('names a day to be reminded again, from tomorrow to the day itself', async () => {
    const link = made({});
    const late = await api.post(`${link}/snooze`, { until: '2031-07-01' });
    expect(late.statusCode).toBe(422);
    expect(problemIn(late)).toMatchObject({ code: 'date-out-of-range', facts: { last: '2031-06-30' } });
    expect(wrongIn(await api.post(`${link}/snooze`, { until: 'soon' }))).toEqual(['until not-a-day']);
    expect(wrongIn(await api.post(`${link}/snooze`, { until: '2031-06-29', who: 'x' }))).toEqual([
      'who unknown-field',
    ]);
    const answer = await api.post(`${link}/snooze`, { until: '2031-06-29' });
    expect(answer.json<Shown>().answer).toMatchObject({ kind: 'snoozed', until: '2031-06-29' });
  });

  it('may be that it is not theirs: the coordinators read why and find out whose it is', async () => {
    const answer = await api.post(`${made({})}/not-mine`, { word: 'Ask the clerk.' });
    expect(answer.json<Shown>().notTheirsSince).not.toBeNull();
    expect((await people()).items[0]?.handedOver).toMatchObject({
      toPositionId: null,
      word: 'Ask the clerk.',
    });
    const settle = (toPositionId: string) =>
      tell('hand-over-duty', { positionId: BASE_HEAD, toPositionId }, COORDINATOR);
    expect(problemIn(await settle(COORDINATOR)).code).toBe('unknown-position');
    expect((await settle(BASE_HEAD)).statusCode).toBe(200);
    expect((await people()).items[0]?.handedOver).toMatchObject({ toPositionId: BASE_HEAD });
  });

  it('is given on the pages by whoever is reminded, and by nobody else', async () => {
    expect((await tell('acknowledge-reminder', {}, COORDINATOR)).statusCode).toBe(403);
    expect((await tell('acknowledge-reminder', {})).statusCode).toBe(200);
    expect((await tell('acknowledge-reminder', {})).json()).toMatchObject({ unchanged: true });
    expect((await people(BASE_PERSON)).items).toMatchObject([
      { isViewer: true, answer: { kind: 'acknowledged' } },
    ]);
    expect(problemIn(await tell('snooze-reminder', { until: '2031-12-01' })).code).toBe('date-out-of-range');
  });

  it('is part of the plan that a change is compared with', async () => {
    const until = '2031-06-29';
    const planned = async (): Promise<PreviewedStep[]> => {
      const answer = await api.post(`${PATH}/reminders/preview`, {}, undefined, headers.get(COORDINATOR));
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return answer.json<{ items: PreviewedStep[] }>().items;
    };
    expect((await planned()).map(({ step }) => step)).not.toContain(`again-${until}`);
    expect((await tell('snooze-reminder', { until })).statusCode).toBe(200);
    expect(await planned()).toContainEqual(
      expect.objectContaining({
        step: `again-${until}`,
        to: [expect.objectContaining({ positionId: BASE_HEAD })],
      }),
    );
  });

  it('is awaited from nobody while the deadline is suspended', async () => {
    expect((await people()).items).toHaveLength(1);
    const suspended = await api.post(
      `${PATH}/suspend-deadlines`,
      { reason: 'A ministry decides first.' },
      undefined,
      headers.get(COORDINATOR),
    );
    expect(suspended.statusCode).toBe(200);
    expect(await people()).toEqual({ items: [], snooze: null });
    expect((await copied()).statusCode).toBe(404);
  });

  it('is recorded for those who were told by hand, by whoever looks after the letter', async () => {
    const told = {
      positionId: BASE_HEAD,
      personId: BASE_PERSON,
      means: 'phone',
      toldAt: api.engine.facts.now(),
      promised: true,
      note: 'By Friday.',
    };
    expect((await tell('record-told', told)).statusCode).toBe(403);
    expect((await tell('record-told', told, COORDINATOR)).statusCode).toBe(200);
    const nobody = { ...told, personId: AGREEMENT };
    expect(problemIn(await tell('record-told', nobody, COORDINATOR)).code).toBe('unknown-person');
    expect((await people()).items[0]?.byHand).toMatchObject([
      { personId: BASE_PERSON, means: 'phone', promised: true, note: 'By Friday.' },
    ]);
  });

  it('has a message to pass on, for whoever looks after the letter', async () => {
    const message = (await copied()).json<{ text: string; url: string }>();
    expect(message.url).toMatch(/^https:\/\/entente\.example\.org\/answer\/[\w-]+$/u);
    expect(message.text.split('\n').at(-1)).toBe(message.url);
    expect((await copied(BASE_PERSON)).statusCode).toBe(403);
  });
});
