import type { PreviewedStep } from '@entente/application';

import { DEADLINE_ID as deadlineId } from '../access/letters.js';
import { NOBODY, viewers } from '../access/people.js';
import { populate } from '../access/populate.js';
import { AGREEMENT, BASE, BASE_PERSON } from '../support/agreement-builders.js';
import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn, wrongIn } from './support/problem.js';

const PATH = `/api/agreements/${AGREEMENT}`;
const LETTER_OF_NOBODY = '40000000-0000-4000-8000-0000000000ff';
const DAY_MS = 86_400_000;

describe('what people ask of reminders', () => {
  let api: ApiInMemory;
  const headers = new Map<string, { authorization: string }>();

  beforeEach(async () => {
    api = await ApiInMemory.openEmpty();
    await populate({ app: api.app, store: api.engine.facts.store });
    for (const [title, { personId }] of viewers)
      headers.set(title, { authorization: `Bearer ${await api.tokenOf(personId)}` });
  });
  afterEach(() => api.close());

  const tell = (path: string, body: object, who = 'coordinator') =>
    api.post(path, body, undefined, headers.get(who));
  /** By the clock of the server, so many days from now on. */
  const day = (ahead: number): string =>
    new Date(Date.parse(api.engine.facts.now()) + ahead * DAY_MS).toISOString().slice(0, 10);
  const written = async (stream: string): Promise<string[]> => {
    const found = [];
    for await (const { event } of api.engine.facts.store.read(stream)) found.push(event.type);
    return found;
  };

  describe('to mute a letter', () => {
    const mute = (body: object = {}, who?: string) =>
      tell(`${PATH}/mute-reminders`, { until: day(10), reason: 'They are moving house.', ...body }, who);
    const muted = async () => {
      const answer = await api.get(`${PATH}/reminder-policy`, undefined, headers.get('coordinator'));
      return answer.json<{ muted: object | null }>().muted;
    };

    it('is for whoever looks after it; who may not see it does not learn that it is there', async () => {
      const answers = [];
      for (const who of headers.keys()) answers.push([who, (await mute({}, who)).statusCode]);
      expect(Object.fromEntries(answers)).toEqual({
        coordinator: 200,
        auditor: 403,
        'own: signs': 403,
        'own: represents': 403,
        'own: member': 403,
        'own: auditor': 403,
        'other party': 403,
        elsewhere: 404,
        'no position': 404,
      });
      expect((await mute({}, 'nobody signed in')).statusCode).toBe(401);
      expect((await tell(`/api/agreements/${LETTER_OF_NOBODY}/mute-reminders`, {})).statusCode).toBe(400);
      const foreign = { until: day(10), reason: 'Of another.' };
      const unknown = await tell(`/api/agreements/${LETTER_OF_NOBODY}/mute-reminders`, foreign);
      expect(problemIn(unknown).code).toBe('unknown-agreement');
      expect(await written(`main.reminders-${AGREEMENT}`)).toEqual(['RemindersMuted']);
    });

    it('is said once however often, ends by a word, and that too is said once', async () => {
      expect(await muted()).toBeNull();
      expect((await mute()).json()).toMatchObject({ unchanged: false });
      expect((await mute()).json()).toMatchObject({ unchanged: true });
      expect(await muted()).toMatchObject({ until: day(10), reason: 'They are moving house.' });
      const unmute = () => tell(`${PATH}/unmute-reminders`, {});
      expect((await unmute()).json()).toMatchObject({ unchanged: false });
      expect((await unmute()).json()).toMatchObject({ unchanged: true });
      expect(await muted()).toBeNull();
    });

    it('is refused for a day that is past, too far ahead or none, without a reason, and with fields unheard of', async () => {
      expect(problemIn(await mute({ until: day(-2) }))).toMatchObject({
        code: 'date-in-past',
        field: 'until',
      });
      expect(problemIn(await mute({ until: day(400) }))).toMatchObject({
        code: 'date-too-far',
        field: 'until',
      });
      expect(wrongIn(await mute({ until: 'soon' }))).toEqual(['until not-a-day']);
      expect(wrongIn(await mute({ reason: undefined }))).toEqual(['reason required']);
      expect(wrongIn(await mute({ reason: ' ' }))).toEqual(['reason empty']);
      expect(wrongIn(await mute({ forever: true }))).toEqual(['forever unknown-field']);
      expect(await written(`main.reminders-${AGREEMENT}`)).toEqual([]);
    });
  });

  describe('to remind now', () => {
    const remind = (body: object = {}, who?: string, path = PATH) =>
      tell(`${path}/remind-now`, { deadlineId, ...body }, who);

    it('is for whoever looks after the letter', async () => {
      expect((await remind({}, 'own: signs')).statusCode).toBe(403);
      expect((await remind({}, 'auditor')).statusCode).toBe(403);
      expect((await remind({}, 'elsewhere')).statusCode).toBe(404);
      expect((await remind({}, 'coordinator', `/api/agreements/${LETTER_OF_NOBODY}`)).statusCode).toBe(404);
      expect((await remind()).statusCode).toBe(200);
      expect(await written(`main.reminders-${AGREEMENT}`)).toEqual(['ReminderRequested']);
    });

    it('is done of one deadline once a day', async () => {
      await remind();
      expect(problemIn(await remind())).toMatchObject({ code: 'reminded-today', field: 'deadlineId' });
    });

    it('is refused for a deadline that is unknown, and with fields that are', async () => {
      expect(problemIn(await remind({ deadlineId: 'signing-1' }))).toMatchObject({
        code: 'unknown-deadline',
        field: 'deadlineId',
      });
      expect(wrongIn(await remind({ everybody: true }))).toEqual(['everybody unknown-field']);
      expect((await remind({ deadlineId: undefined })).statusCode).toBe(400);
    });
  });

  describe('to be reminded in their own way', () => {
    const own = `/api/people/${BASE_PERSON}`;
    const prefer = (body: object, who = 'own: signs', path = own) =>
      tell(`${path}/set-reminder-preferences`, body, who);
    const said = async (): Promise<object[]> => {
      const found = [];
      for await (const { event } of api.engine.facts.store.read(`main.person-${BASE_PERSON}`))
        if (event.type === 'ReminderPreferencesSet') found.push(event.data);
      return found;
    };

    it('is for themselves to say, and for coordinators', async () => {
      const answers = [];
      for (const [index, who] of [...headers.keys()].entries()) {
        const digest = { digest: index % 2 === 0 };
        answers.push([who, (await prefer(digest, who)).statusCode]);
      }
      expect(answers.filter(([, status]) => status === 200).map(([who]) => who)).toEqual([
        'coordinator',
        'own: signs',
      ]);
      expect((await prefer({ digest: true }, 'nobody signed in')).statusCode).toBe(401);
      expect((await prefer({ digest: true }, 'own: signs', `/api/people/${NOBODY}`)).statusCode).toBe(403);
      const stranger = `/api/people/${LETTER_OF_NOBODY}`;
      expect(problemIn(await prefer({ digest: true }, 'coordinator', stranger)).code).toBe('unknown-person');
    });

    it('changes what is named, once, and gives back what is null', async () => {
      const window = { from: '10:00', to: '16:30' };
      expect((await prefer({ window, workingDaysOnly: false })).json()).toMatchObject({ unchanged: false });
      expect((await prefer({ window })).json()).toMatchObject({ unchanged: true });
      expect((await prefer({ window: null, digest: false })).json()).toMatchObject({ unchanged: false });
      expect(await said()).toEqual([
        { window, workingDaysOnly: false },
        { window: null, digest: false },
      ]);
    });

    it('is refused with its code and place where it cannot be', async () => {
      const muteReason = 'Away.';
      for (const [body, code, field] of [
        [{ window: { from: '18:00', to: '09:00' } }, 'invalid-window', 'window'],
        [{ window: { from: '09:00', to: '9:30' } }, 'invalid-window', 'window'],
        [{ mutedUntil: day(-2), muteReason }, 'date-in-past', 'mutedUntil'],
        [{ mutedUntil: day(400), muteReason }, 'date-too-far', 'mutedUntil'],
        [{ mutedUntil: day(3) }, 'text-missing', 'muteReason'],
      ] as const) {
        const answer = await prefer(body);
        expect(answer.statusCode).toBe(422);
        expect(problemIn(answer)).toMatchObject({ code, field });
      }
      expect(wrongIn(await prefer({ mutedUntil: '2026-02-30', muteReason }))).toEqual([
        'mutedUntil not-a-day',
      ]);
      expect(wrongIn(await prefer({ channel: 'sms' }))).toEqual(['channel unknown-field']);
      expect(wrongIn(await prefer({ window: { from: '09:00', to: '17:00', zone: 'UTC' } }))).toEqual([
        'window.zone unknown-field',
      ]);
      expect(await said()).toEqual([]);
    });
  });

  describe('to see first what a change would make', () => {
    const preview = (changes: object, who?: string) => tell(`${PATH}/reminders/preview`, changes, who);
    const changesOf = async (changes: object, of: string): Promise<Record<string, string>> => {
      const { items } = (await preview(changes)).json<{ items: PreviewedStep[] }>();
      return Object.fromEntries(
        items.filter((one) => one.deadlineId === of).map(({ step, change }) => [step, change]),
      );
    };
    const newestDeadline = async (): Promise<string> => {
      const answer = await api.get(PATH, undefined, headers.get('coordinator'));
      const { agreement } = answer.json<{ agreement: { deadlines: { deadlineId: string }[] } }>();
      return agreement.deadlines.at(-1)!.deadlineId;
    };

    it('says of a letter that is suspended that nothing goes out', async () => {
      const changes = await changesOf({ suspend: true }, deadlineId);
      expect(changes).toMatchObject({ 'remind-10': 'removed', 'on-the-day': 'removed', elapse: 'removed' });
      expect(new Set(Object.values(changes))).toEqual(new Set(['removed']));
      expect(problemIn(await preview({ suspend: true }, 'own: signs')).code).toBe('not-allowed');
      expect(await written(`main.reminders-${AGREEMENT}`)).toEqual([]);
    });

    it('says of a letter that is muted until a day who is held back until then', async () => {
      const plan = { kind: 'research', title: { en: 'A visit' }, ownerPartyId: BASE, dueOn: day(60) };
      expect((await tell(`${PATH}/plan-milestone`, plan)).statusCode).toBe(200);
      const visit = await newestDeadline();
      expect(await changesOf({ mute: { until: day(55) } }, visit)).toMatchObject({
        'remind-10': 'held-back',
        'on-the-day': 'same',
        elapse: 'same',
        'escalate-desk': 'same',
      });
      await tell(`${PATH}/mute-reminders`, { until: day(55), reason: 'They are moving house.' });
      expect(await changesOf({}, visit)).toMatchObject({ 'remind-10': 'same' });
      expect(await changesOf({ mute: { until: day(0) } }, visit)).toMatchObject({ 'remind-10': 'told' });
    });

    it('refuses a day that cannot be, and what is no part of a change', async () => {
      expect(problemIn(await preview({ mute: { until: day(-2) } })).code).toBe('date-in-past');
      expect(wrongIn(await preview({ mute: { until: day(10), reason: 'x' } }))).toEqual([
        'mute.reason unknown-field',
      ]);
    });
  });
});
