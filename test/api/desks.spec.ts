import {
  recordBounce,
  type BoardPage,
  type DeskDetail,
  type DeskList,
  type WorkPage,
} from '@entente/application';
import { decideAndAppend, streamName } from '@entente/event-sourcing';
import { remindersDecider } from '@entente/reminder';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { ApiOnPostgres, type Done } from './support/api-on-postgres.js';

interface Opened extends Done {
  readonly deskId: string;
}
interface Refusal {
  readonly code: string;
}

let api: ApiOnPostgres;
/** Sessions of the first coordinator and of a second one. */
let lin: string;
let wang: string;
let linId: string;
let wangId: string;
let department: string;
let linsPosition: string;
let wangsPosition: string;
let deskId: string;
let letter: string;

const TODAY = Temporal.Now.zonedDateTimeISO('Asia/Shanghai').toPlainDate().toString();

beforeAll(async () => {
  api = await ApiOnPostgres.open();
  const first = (await api.appointFirst()) as { token: string; viewer: { personId: string } };
  lin = first.token;
  linId = first.viewer.personId;
  const name = { zh: '王芳', en: 'Wang Fang' };
  ({ personId: wangId } = await api.post<Done>('/api/people', lin, { name, language: 'en' }));
  const list = await api.get<{ items: { organisationId: string; positions: { positionId: string }[] }[] }>(
    '/api/organisations',
    lin,
  );
  department = list.items[0]?.organisationId ?? '';
  linsPosition = list.items[0]?.positions[0]?.positionId ?? '';
  wangsPosition = crypto.randomUUID();
  await fill(wangsPosition, wangId, ['coordinator']);
  wang = await api.signIn(wangId);
  const proposal = { kind: 'letter-of-intent', title: { en: 'Soil' } };
  ({ agreementId: letter } = await api.post<Done>('/api/agreements', lin, proposal));
}, 120_000);
afterAll(() => api.close());

const fill = (positionId: string, personId: string, roles: string[]): Promise<unknown> =>
  api.post(`/api/organisations/${department}/fill-position`, lin, {
    positionId,
    title: { en: 'Second coordinator' },
    roles,
    personId,
    from: '2026-01-01',
  });
const owed = async (token: string): Promise<number> =>
  (await api.get<WorkPage>('/api/my-work', token)).counts.owed;
const tasks = async (token: string): Promise<string[]> =>
  (await api.get<WorkPage>('/api/my-work', token)).tasks.map(({ kind }) => kind);
const desks = (token: string): Promise<DeskList> => api.get('/api/desks', token);
const desk = (token: string, on = ''): Promise<DeskDetail> =>
  api.get(`/api/desks/${deskId}${on === '' ? '' : `?on=${on}`}`, token);
const refused = async (path: string, token: string, body: object): Promise<[number, string]> => {
  const response = await api.ask('POST', `/api/desks${path}`, token, body);
  return [response.status, ((await response.json()) as Refusal).code];
};

/** As the mailbox of returned mails tells it. */
async function mailCameBack(personId: string, agreementIds: readonly string[]): Promise<void> {
  const { facts } = api.entente;
  const messageId = `<${crypto.randomUUID()}@letters.example>`;
  const sentAt = facts.now('main');
  for (const agreementId of agreementIds) {
    const reminder = { deadlineId: 'drafting-1', version: 1, step: 'remind-5', positionId: linsPosition };
    const command = {
      type: 'RecordReminderSent' as const,
      ...{ ...reminder, personId, channel: 'email' as const, messageId, plannedAt: sentAt },
    };
    const id = crypto.randomUUID();
    const answer = await decideAndAppend(
      facts,
      { decider: remindersDecider, gather: () => Promise.resolve({ facts: {} }) },
      {
        ...{ id, actor: 'system:reminders', causationId: id, correlationId: id, command },
        stream: streamName('main', 'reminders', agreementId),
      },
    );
    expect(answer.accepted).toBe(true);
  }
  const bounce = { space: 'main', personId, agreementIds, messageId, status: '5.1.1', sentAt };
  await recordBounce(facts, bounce);
  // Whatever is asked after it is answered with what came before.
  await api.post('/api/people', lin, { name: { en: 'Somebody' }, language: 'en' });
}

/** Whose address each is asked to repair. */
const toRepair = (tokens: readonly string[]) =>
  Promise.all(
    tokens.map(async (token) => {
      const { tasks: all } = await api.get<WorkPage>('/api/my-work', token);
      return all.find(({ kind }) => kind === 'repair-contact')?.personId ?? undefined;
    }),
  );

describe('a desk', () => {
  it('that is not there is nobody’s: every coordinator owes what waits for one', async () => {
    expect([await owed(lin), await owed(wang)]).toEqual([1, 1]);
  });

  it('is opened for a coordinator, who then owes what it looks after', async () => {
    const body = {
      name: { zh: '统筹一席', en: 'First desk' },
      organisationId: department,
      from: '2026-01-01',
    };
    expect(await refused('', lin, { ...body, positionId: crypto.randomUUID() })).toEqual([
      422,
      'unknown-position',
    ]);
    ({ deskId } = await api.post<Opened>('/api/desks', lin, { ...body, positionId: linsPosition }));
    expect([await owed(lin), await owed(wang)]).toEqual([1, 0]);
    expect((await desks(wang)).items).toEqual([
      {
        deskId,
        name: { zh: '统筹一席', en: 'First desk' },
        first: true,
        holder: { personId: linId, name: expect.anything(), from: '2026-01-01', present: true },
        offered: null,
        letters: 1,
      },
    ]);
  });

  it('is offered by its holder alone, and changes hands when it is accepted', async () => {
    const to = { organisationId: department, positionId: wangsPosition, from: TODAY };
    expect(await refused(`/${deskId}/offer-desk`, wang, to)).toEqual([403, 'not-allowed']);
    expect(await refused(`/${deskId}/hand-over-desk`, wang, { ...to, from: undefined, reason: 'x' })).toEqual(
      [409, 'holder-present'],
    );
    expect(await refused(`/${deskId}/accept-desk`, wang, {})).toEqual([409, 'no-offer']);
    await api.post(`/api/desks/${deskId}/offer-desk`, lin, to);
    expect([await tasks(lin), await tasks(wang)]).toEqual([[], ['accept-desk']]);
    expect((await desk(wang)).possible).toEqual(['AcceptDesk', 'WithdrawOffer']);
    expect([await owed(lin), await owed(wang)]).toEqual([1, 0]);
    await api.post(`/api/desks/${deskId}/accept-desk`, wang, {});
    expect([await owed(lin), await owed(wang)]).toEqual([0, 1]);
    expect(await tasks(wang)).toEqual([]);
  });

  it('says whose it was on a day, who granted it, and by which events', async () => {
    const stream = `main.desk-${deskId}`;
    expect((await desk(lin, '2025-12-31')).holder).toBeNull();
    expect((await desk(lin, '2026-01-01')).holder).toMatchObject({
      person: { personId: linId },
      granted: { event: `${stream}@0` },
      accepted: null,
    });
    expect((await desk(lin)).holder).toMatchObject({
      person: { personId: wangId, name: { en: 'Wang Fang' } },
      granted: { event: `${stream}@1`, by: { id: linId } },
      accepted: { event: `${stream}@2`, by: { id: wangId } },
    });
  });

  it('of a letter can be another one, and its letters are a filter of the board', async () => {
    const { deskId: other } = await api.post<Opened>('/api/desks', lin, {
      name: { en: 'Second desk' },
      organisationId: department,
      positionId: linsPosition,
      from: TODAY,
    });
    const at = async (id: string): Promise<number> =>
      (await api.get<BoardPage>(`/api/agreements?deskId=${id}`, lin)).total;
    expect([await at(deskId), await at(other)]).toEqual([1, 0]);
    await api.post(`/api/agreements/${letter}/assign-desk`, lin, { deskId: other });
    expect([await at(deskId), await at(other)]).toEqual([0, 1]);
    expect([await owed(lin), await owed(wang)]).toEqual([1, 0]);
    const history = await api.get<object>(`/api/agreements/${letter}/history`, lin);
    expect(JSON.stringify(history)).toContain('Second desk');
    await api.post(`/api/agreements/${letter}/assign-desk`, lin, { deskId });
    expect((await desks(lin)).items.map(({ letters }) => letters)).toEqual([1, 0]);
  });

  it('is asked to repair an address that mail about its letters came back from, and no other desk is', async () => {
    const bo = { name: { en: 'Bo' }, email: 'bo@north.example', language: 'en' };
    const { personId } = await api.post<Done>('/api/people', lin, bo);
    await fill(crypto.randomUUID(), personId, ['representative']);
    await mailCameBack(personId, []);
    expect(await toRepair([lin, wang])).toEqual([personId, personId]);
    await mailCameBack(personId, [letter]);
    expect(await toRepair([lin, wang])).toEqual([undefined, personId]);
    await api.post(`/api/people/${personId}/change-contacts`, lin, { email: 'bo@south.example' });
    expect(await toRepair([lin, wang])).toEqual([undefined, undefined]);
  });

  it('whose holder is gone is a task of every coordinator, and one of them hands it over', async () => {
    await fill(wangsPosition, linId, ['coordinator']);
    expect(await tasks(lin)).toEqual(['hand-over-desk']);
    // Nothing falls between the stools meanwhile.
    expect(await owed(lin)).toBe(1);
    const { holderIsPresent, possible } = await desk(lin);
    expect([holderIsPresent, possible]).toEqual([false, ['HandOverDesk']]);
    await api.post(`/api/desks/${deskId}/hand-over-desk`, lin, {
      organisationId: department,
      positionId: linsPosition,
      reason: 'Moved to another department.',
    });
    expect(await tasks(lin)).toEqual([]);
    expect((await desk(lin)).tenures[0]).toMatchObject({ reason: 'Moved to another department.' });
  });

  it('is not for people outside the coordination', async () => {
    const stranger = await api.post<Done>('/api/people', lin, { name: { en: 'Sun' }, language: 'en' });
    const sun = await api.signIn(stranger.personId);
    expect((await api.ask('GET', '/api/desks', sun)).status).toBe(403);
    expect((await api.ask('GET', `/api/desks/${deskId}`, sun)).status).toBe(404);
    expect(await refused(`/${deskId}/accept-desk`, sun, {})).toEqual([403, 'not-allowed']);
  });
});
