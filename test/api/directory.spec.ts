import type { OrganisationDetail, PositionsOnDay } from '@entente/application';

import { ApiInMemory } from './support/api-in-memory.js';
import { problemIn } from './support/problem.js';

interface Done {
  readonly unchanged: boolean;
  readonly events: readonly { readonly type: string }[];
}

describe('the directory over HTTP', () => {
  let api: ApiInMemory;
  let url: string;
  beforeAll(async () => {
    api = await ApiInMemory.open();
    url = `/api/organisations/${api.people.district}`;
  });
  afterAll(() => api.close());

  const send = async (command: string, body: object, who: string): Promise<Done> => {
    const answer = await api.post(`${url}/${command}`, body, who);
    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      { revision: expect.any(Number) as number },
    ]);
    return answer.json<Done>();
  };
  const refused = async (command: string, body: object, who: string): Promise<unknown[]> => {
    const answer = await api.post(`${url}/${command}`, body, who);
    return [answer.statusCode, problemIn(answer).code];
  };
  const detail = async (who: string): Promise<OrganisationDetail> =>
    (await api.get(url, who)).json<OrganisationDetail>();
  const on = async (day: string): Promise<PositionsOnDay> =>
    (await api.get(`${url}/positions?on=${day}`, api.people.auditor)).json<PositionsOnDay>();

  it('tells an organisation’s names, its code, and by which event each holds', async () => {
    const { coordinator, auditor } = api.people;
    await send('rename-organisation', { name: { en: 'New District' }, from: '2026-02-01' }, coordinator);
    await send('set-registration-code', { code: '13110115400000000X' }, coordinator);
    await send('name-host-unit', { hostId: api.people.base, from: '2026-02-01' }, coordinator);
    expect(await detail(auditor)).toMatchObject({
      name: { en: 'New District' },
      names: [
        { name: { en: 'District' }, from: null, source: { revision: 0 } },
        { name: { en: 'New District' }, from: '2026-02-01', source: { actor: coordinator } },
      ],
      registrationCode: '13110115400000000X',
      host: { hostId: api.people.base },
      possible: [],
    });
    expect((await on('2026-01-31')).name).toEqual({ en: 'District' });
    expect((await on('2026-02-01')).name).toEqual({ en: 'New District' });
  });

  it('who held a position on a day, and who granted it, names the event', async () => {
    const { chair, chairPosition, stranger, coordinator, district } = api.people;
    const before = await on('2026-01-15');
    expect(before.positions).toMatchObject([{ positionId: chairPosition, person: { personId: chair } }]);
    const body = {
      positionId: chairPosition,
      title: { en: 'Chair' },
      roles: ['signatory'],
      personId: stranger,
      from: '2026-02-01',
    };
    await send('fill-position', body, coordinator);
    expect((await send('fill-position', body, coordinator)).unchanged).toBe(true);
    expect(await on('2026-01-31')).toMatchObject({
      positions: [
        { person: { personId: chair }, until: '2026-02-01', granted: { by: { id: 'system:setup' } } },
      ],
    });
    const now = await on('2026-02-01');
    expect(now).toMatchObject({ positions: [{ person: { personId: stranger }, until: null }] });
    const { granted } = now.positions[0]!;
    expect(granted.by.id).toBe(coordinator);
    const { revision } = (await detail(coordinator)).positions[0]!.tenures[1]!.source;
    expect(granted.event).toBe(`main.organisation-${district}@${String(revision)}`);
    // Back again, for what follows.
    await send(
      'fill-position',
      { ...body, roles: ['representative', 'signatory'], personId: chair },
      coordinator,
    );
    expect((await on('2025-12-31')).positions).toEqual([]);
  });

  it('a representative staffs the own organisation and gives mandates, but nothing that reaches beyond', async () => {
    const { chair, chairPosition, baseHead, coordinator, stranger } = api.people;
    const deputy = { title: { en: 'Deputy' }, roles: ['signatory'], personId: stranger, from: '2026-02-01' };
    await send('fill-position', deputy, chair);
    expect(await refused('fill-position', { ...deputy, roles: ['coordinator'] }, chair)).toEqual([
      403,
      'not-allowed',
    ]);
    expect(await refused('fill-position', deputy, baseHead)).toEqual([403, 'not-allowed']);
    expect(await refused('rename-organisation', { name: { en: 'X' }, from: '2026-02-01' }, chair)).toEqual([
      403,
      'not-allowed',
    ]);
    const mandate = { fromPositionId: chairPosition, toPersonId: stranger, scope: {}, from: '2026-02-01' };
    await send('grant-mandate', mandate, chair);
    const { mandates, history } = await detail(chair);
    expect(mandates).toMatchObject([{ grantedBy: chair, scope: {} }]);
    expect(history[0]).toMatchObject({ type: 'MandateGranted' });
    const { mandateId } = mandates[0]!;
    await send('revoke-mandate', { mandateId, on: '2026-02-10', reason: 'Back' }, coordinator);
    expect((await detail(chair)).mandates[0]?.revoked).toMatchObject({ on: '2026-02-10', reason: 'Back' });
    const outside = await detail(baseHead);
    expect([outside.mandates[0]?.revoked?.reason, outside.history]).toEqual([null, []]);
  });

  it.each([
    [
      'vacate-position',
      { positionId: '00000000-0000-4000-8000-000000000000', on: '2026-02-01' },
      422,
      'unknown-position',
    ],
    ['rename-organisation', { name: { en: 'Far' }, from: '9999-12-31' }, 422, 'date-in-future'],
    ['rename-organisation', { name: { en: 'Far' }, from: '2026-02-30' }, 400, 'invalid-body'],
    [
      'merge-organisation',
      { into: '00000000-0000-4000-8000-000000000000', on: '2026-02-01' },
      422,
      'unknown-other-organisation',
    ],
    ['set-registration-code', { code: '!!' }, 422, 'invalid-registration-code'],
    ['set-registration-code', { code: 'AB 12', more: true }, 400, 'invalid-body'],
  ])('%s %j is refused: %i %s', async (command, body, status, code) => {
    expect(await refused(command, body, api.people.coordinator)).toEqual([status, code]);
  });

  it('an organisation that is merged is told so, and keeps its past', async () => {
    const { coordinator, base, chairPosition } = api.people;
    await send('merge-organisation', { into: base, on: '2026-02-20' }, coordinator);
    expect(await refused('set-registration-code', { code: 'AB 12' }, coordinator)).toEqual([
      409,
      'organisation-closed',
    ]);
    await send(
      'vacate-position',
      { positionId: chairPosition, on: '2026-02-20', reason: 'Merged' },
      coordinator,
    );
    expect(await detail(coordinator)).toMatchObject({
      closed: { on: '2026-02-20', into: base },
      possible: ['VacatePosition', 'EndPosition', 'RevokeMandate'],
    });
    expect((await on('2026-02-19')).positions[0]).toMatchObject({ positionId: chairPosition });
  });

  it('what is not there is not found', async () => {
    const { coordinator } = api.people;
    for (const path of ['', '/positions']) {
      const nothing = await api.get(
        `/api/organisations/00000000-0000-4000-8000-000000000000${path}`,
        coordinator,
      );
      expect(nothing.statusCode).toBe(404);
    }
    expect((await api.get(`${url}/positions?on=2026-02-30`, coordinator)).statusCode).toBe(400);
  });
});
