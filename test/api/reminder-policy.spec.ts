import { populate } from '../access/populate.js';
import { AGREEMENT, BASE_PERSON, COORDINATOR } from '../support/agreement-builders.js';
import { ApiInMemory } from './support/api-in-memory.js';

interface Policies {
  readonly items: readonly {
    readonly kind: string;
    readonly policy: Readonly<Record<string, unknown>>;
    readonly origins: Readonly<Record<string, object>>;
  }[];
}

const PATH = `/api/agreements/${AGREEMENT}`;

describe('when people are reminded of a letter', () => {
  let api: ApiInMemory;
  let headers: { authorization: string };
  beforeAll(async () => {
    api = await ApiInMemory.openEmpty();
    await populate({ app: api.app, store: api.engine.facts.store });
    headers = { authorization: `Bearer ${await api.tokenOf(COORDINATOR)}` };
  });
  afterAll(() => api.close());

  const set = (policy: object) =>
    api.post(`${PATH}/set-reminder-policy`, { kind: 'milestone', policy }, undefined, headers);
  const milestones = async () => {
    const answer = await api.get(`${PATH}/reminder-policy`, undefined, headers);
    return answer.json<Policies>().items.find(({ kind }) => kind === 'milestone');
  };

  it('is as its definition has it, then as somebody set it, each value with who did', async () => {
    expect((await milestones())?.origins).toMatchObject({
      onTheDay: { level: 'definition', definition: 'letter-of-intent@1' },
      escalate: { level: 'platform' },
    });
    const repeat = { every: 5, count: 'working', times: 2 };
    const answer = await set({ workingDaysAfter: [1], repeat, workingDaysPutOff: 0 });
    expect(answer.statusCode).toBe(200);
    expect(await milestones()).toMatchObject({
      policy: { workingDaysBefore: [10, 3], workingDaysAfter: [1], repeat, workingDaysPutOff: 0 },
      origins: {
        workingDaysBefore: { level: 'definition' },
        workingDaysAfter: { level: 'agreement', by: COORDINATOR },
        workingDaysPutOff: { level: 'agreement', by: COORDINATOR },
        repeat: { level: 'agreement', by: COORDINATOR },
      },
    });
    expect((await set({})).statusCode).toBe(200);
    expect((await milestones())?.origins['repeat']).toEqual({ level: 'platform' });
  });

  it('is refused with the place when it would be too often, or goes down instead of up', async () => {
    const often = await set({ repeat: { every: 1, count: 'working', times: 12 }, onTheDay: true });
    expect(often.statusCode).toBe(422);
    expect(often.json()).toMatchObject({ code: 'too-many-reminders', field: 'policy' });
    const escalate = ['head', 'desk'].map((to, index) => ({ to, workingDaysAfter: index + 1 }));
    expect((await set({ escalate })).json()).toMatchObject({
      code: 'escalation-order',
      field: 'policy.escalate.1',
    });
    expect((await set({ workingDaysPutOff: 21 })).statusCode).toBe(400);
    expect((await set({ daysBefore: [0] })).statusCode).toBe(400);
    expect((await set({ hourly: true })).statusCode).toBe(400);
  });

  it('is for those who look after it to say', async () => {
    const party = { authorization: `Bearer ${await api.tokenOf(BASE_PERSON)}` };
    const body = { kind: 'milestone', policy: { workingDaysAfter: [1] } };
    const answer = await api.post(`${PATH}/set-reminder-policy`, body, undefined, party);
    expect(answer.statusCode).toBe(403);
  });
});
