import { InMemoryEventStore } from '@entente/event-sourcing';
import { HealthChecks, type ConsumerRuntime, type ConsumerStatus, type Database } from '@entente/platform';

import { healthChecksOf } from './health-checks.js';

const board: ConsumerStatus = {
  name: 'agreement-board',
  kind: 'view',
  version: 3,
  position: '00000000000000000007',
  lagMs: 12,
  parked: 0,
};

async function readiness(...statuses: readonly ConsumerStatus[]) {
  const health = new HealthChecks();
  // No more than the checks ask of them.
  const database = { pool: { query: () => Promise.resolve() } } as unknown as Database;
  const consumers = { status: () => Promise.resolve(statuses) } as unknown as ConsumerRuntime;
  for (const check of healthChecksOf(database, new InMemoryEventStore(), consumers)) health.register(check);
  const { status, checks } = await health.readiness();
  return { status, consumers: checks.find(({ name }) => name === 'consumers') };
}

const figures = { kind: 'view', version: 3, position: '00000000000000000007', lagMs: 12, parked: 0 };

describe('the readiness of an installation', () => {
  it('shows how far every view is', async () => {
    expect(await readiness(board)).toMatchObject({
      status: 'ok',
      consumers: { figures: { 'agreement-board': { ...figures, failing: false } } },
    });
  });

  it('is degraded while a view leaves something out, and shows how much of it', async () => {
    expect(await readiness({ ...board, parked: 2 })).toMatchObject({
      status: 'degraded',
      consumers: {
        cause: 'agreement-board leaves 2 streams out',
        figures: { 'agreement-board': { ...figures, parked: 2, failing: false } },
      },
    });
  });

  it('is degraded while a view cannot go on, and the figures do not say why', async () => {
    const failure = {
      cause: 'relation main.agreement-1 is gone',
      since: '2026-03-02T01:00:00.000Z',
      attempts: 1,
    };
    const shown = await readiness({ ...board, failure });
    expect(shown).toMatchObject({
      status: 'degraded',
      consumers: { figures: { 'agreement-board': { ...figures, failing: true } } },
    });
    expect(JSON.stringify(shown.consumers?.figures)).not.toContain('gone');
  });
});
