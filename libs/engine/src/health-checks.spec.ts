import { InMemoryEventStore } from '@entente/event-sourcing';
import { HealthChecks, type ConsumerRuntime, type ConsumerStatus, type Database } from '@entente/platform';

import { healthChecksOf, remindersCheck } from './health-checks.js';

const board: ConsumerStatus = {
  name: 'agreement-board',
  kind: 'view',
  version: 3,
  position: '00000000000000000007',
  lagMs: 12,
  parked: 0,
};

const REMINDERS = {
  lateness: { acted: 2, p50Ms: 12, p99Ms: 40, maxMs: 40 },
  compared: { wanted: 9, missing: 1, surplus: 0, overdue: 0 },
};

async function readiness(...statuses: readonly ConsumerStatus[]) {
  const health = new HealthChecks();
  // No more than the checks ask of them.
  const database = { pool: { query: () => Promise.resolve() } } as unknown as Database;
  const consumers = { status: () => Promise.resolve(statuses) } as unknown as ConsumerRuntime;
  const clock = { skewMs: () => 0 };
  for (const check of healthChecksOf(database, new InMemoryEventStore(), consumers, clock))
    health.register(check);
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

  it.each([
    [4_960, 'ok', { skewSeconds: 5 }],
    [3_600_000, 'degraded', { skewSeconds: 3_600 }],
    [-3_600_000, 'degraded', { skewSeconds: -3_600 }],
  ] as const)('tells the seconds by which a clock is wrong: %s ms', async (skewMs, status, figures) => {
    const health = new HealthChecks();
    const nothing = { pool: { query: () => Promise.resolve() } } as unknown as Database;
    const nobody = { status: () => Promise.resolve([]) } as unknown as ConsumerRuntime;
    const clock = { skewMs: () => skewMs };
    for (const check of healthChecksOf(nothing, new InMemoryEventStore(), nobody, clock))
      health.register(check);
    const shown = await health.readiness();
    expect(shown.status).toBe(status);
    expect(shown.checks.find(({ name }) => name === 'clock')).toMatchObject({ figures });
  });

  it('shows how late reminders are, and is degraded while they do without their queue', async () => {
    const check = remindersCheck({ figures: { from: 'queue', ...REMINDERS } });
    expect(await check.check()).toEqual({ from: 'queue', ...REMINDERS });
    const health = new HealthChecks();
    health.register(remindersCheck({ figures: { from: 'plan', ...REMINDERS } }));
    expect(await health.readiness()).toMatchObject({
      status: 'degraded',
      checks: [{ name: 'reminders', status: 'failing', figures: { from: 'plan', ...REMINDERS } }],
    });
  });
});
