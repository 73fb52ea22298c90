import { HealthChecks, type HealthCheck } from './health-checks.js';

const fine: HealthCheck = { name: 'database', required: true, check: () => Promise.resolve(undefined) };
const lagging: HealthCheck = {
  name: 'views',
  required: false,
  check: () => Promise.reject(new Error('agreement-board is stuck')),
};
const away: HealthCheck = {
  name: 'event store',
  required: true,
  check: () => Promise.reject(new Error('refused')),
};
const silent: HealthCheck = { name: 'queue', required: true, check: () => new Promise(() => undefined) };

async function readinessOf(...checks: HealthCheck[]) {
  const registry = new HealthChecks(20);
  for (const check of checks) registry.register(check);
  return registry.readiness();
}

describe('readiness', () => {
  it('is ok while every check is', async () => {
    expect(await readinessOf(fine)).toEqual({
      status: 'ok',
      checks: [{ name: 'database', required: true, status: 'ok' }],
    });
  });

  it('is degraded, with the cause, when something fails that requests can do without', async () => {
    expect(await readinessOf(fine, lagging)).toMatchObject({
      status: 'degraded',
      checks: [{ status: 'ok' }, { status: 'failing', cause: 'agreement-board is stuck' }],
    });
  });

  it('is unavailable when something required fails', async () => {
    expect(await readinessOf(fine, lagging, away)).toMatchObject({ status: 'unavailable' });
  });

  it('does not wait for a check that never answers', async () => {
    expect(await readinessOf(silent)).toMatchObject({
      status: 'unavailable',
      checks: [{ cause: 'no answer within 20 ms' }],
    });
  });

  it('shows the figures a check answers', async () => {
    const withFigures = { ...fine, check: () => Promise.resolve({ lagMs: 3 }) };
    expect((await readinessOf(withFigures)).checks).toEqual([
      expect.objectContaining({ figures: { lagMs: 3 } }),
    ]);
  });
});
