import type { DeadlinePage, OutboxMail, Page } from '@entente/application';

import { dataFolder, run, startServer } from '../support/program.js';

interface Person {
  readonly personId: string;
  readonly positions: readonly { readonly roles: readonly string[] }[];
}
interface Clock {
  readonly now: string;
  readonly aheadMs: number;
}

const MOVED_MS = 30_000;
const PAUSE_MS = 200;

/** Asked of a running server by people of the demo. */
class Visitor {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async as(url: string, role: string): Promise<Visitor> {
    const people = (await (await fetch(`${url}/api/session/people?space=demo`)).json()) as Person[];
    const found = people.find(({ positions }) => positions.some(({ roles }) => roles.includes(role)));
    const body = JSON.stringify({ space: 'demo', personId: found?.personId });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body });
    return new Visitor(url, ((await answer.json()) as { token: string }).token);
  }

  async get<Answer>(path: string): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.token}` };
    return (await (await fetch(this.url + path, { headers })).json()) as Answer;
  }

  advance(workingDays: unknown): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ workingDays });
    return fetch(`${this.url}/api/demo/clock/advance`, { method: 'POST', headers, body });
  }
}

async function until(check: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + MOVED_MS;
  while (!(await check())) {
    if (performance.now() > end) throw new Error('it did not come to that in time');
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

test('the demo’s clock goes ahead, and reminders and what is missed with it; no other space’s does', async () => {
  const folder = dataFolder();
  const { program, url } = await startServer({ DATA_DIR: folder.path });
  const coordinator = await Visitor.as(url, 'coordinator');
  const auditor = await Visitor.as(url, 'auditor');
  expect((await auditor.advance(5)).status).toBe(403);
  for (const wrong of [0, -1, 1.5, 251, '5', null])
    expect((await coordinator.advance(wrong)).status).toBe(400);

  const due = (): Promise<DeadlinePage> => coordinator.get('/api/deadlines?limit=100');
  const mails = async (): Promise<number> =>
    (await coordinator.get<Page<OutboxMail>>('/api/outbox?limit=1')).total;
  const before = { due: (await due()).counts, mails: await mails() };
  const clock = (await (await coordinator.advance(15)).json()) as Clock;
  // Fifteen working days are three weeks at least.
  expect(clock.aheadMs).toBeGreaterThanOrEqual(21 * 86_400_000 - 3_600_000);
  expect(Date.parse(clock.now) - Date.now()).toBeGreaterThan(clock.aheadMs - 60_000);
  await until(async () => (await mails()) > before.mails);
  const after = (await due()).counts;
  expect(after.missed).toBeGreaterThan(before.due.missed);
  expect((await coordinator.get<{ clockAheadMs: number }>('/api/session')).clockAheadMs).toBe(clock.aheadMs);

  const told = await run(['demo', '--ahead', '1'], { DATA_DIR: folder.path });
  expect(told).toMatchObject({ code: 0, stderr: '' });
  expect(told.stdout).toMatch(/^The demo's clock is at \d{4}-\d\d-\d\dT[\d:.]+Z\.\n$/u);
  await until(
    async () =>
      (await coordinator.get<{ clockAheadMs: number }>('/api/session')).clockAheadMs > clock.aheadMs,
  );
  const nobody = (await (await fetch(`${url}/api/session`)).json()) as { clockAheadMs: number };
  expect(nobody.clockAheadMs).toBe(0);
  expect(await program.kill('SIGTERM')).toMatchObject({ code: 0 });
  folder.remove();
}, 180_000);
