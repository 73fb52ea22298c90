import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A run of jest of its own: what is tested here is what a run prints and how it ends. */
function runJest(fixture: string, env: Record<string, string>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-jest-'));
  const log = path.join(folder, 'log');
  // One file for both streams: only their common order shows what comes last.
  const output = openSync(log, 'a');
  const jest = ['node_modules/jest/bin/jest.js', '--runInBand'];
  const { status } = spawnSync(
    process.execPath,
    [...jest, '--testPathIgnorePatterns=node_modules', '--', `test/support/fixtures/${fixture}.spec.ts`],
    { cwd: root, stdio: ['ignore', output, output], env: { PATH: '', ...env } },
  );
  closeSync(output);
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  rmSync(folder, { recursive: true });
  return { status, lines };
}

describe('a test that needs a server', () => {
  it('is skipped without it, and the last lines say why', () => {
    const { status, lines } = runJest('needs-redis', {});
    expect(lines.slice(-2)).toEqual([
      'not run: Redis (install redis-server or set TEST_REDIS_URL): 2 tests in test/support/fixtures/needs-redis.spec.ts',
      '1 passed, 0 failed, 2 skipped',
    ]);
    expect(status).toBe(0);
  });

  it('runs with it', () => {
    const { status, lines } = runJest('needs-redis', { TEST_REDIS_URL: 'redis://127.0.0.1:6379' });
    expect(lines.at(-1)).toBe('3 passed, 0 failed, 0 skipped');
    expect(status).toBe(0);
  });

  it('fails without it where it is required', () => {
    const { status, lines } = runJest('needs-redis', { REQUIRE_SERVICES: 'redis' });
    expect(lines.at(-1)).toBe('1 passed, 1 failed, 0 skipped');
    expect(status).toBe(1);
  });
});

it('a file that does not load counts as failed', () => {
  const { status, lines } = runJest('does-not-load', {});
  expect(lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped');
  expect(status).toBe(1);
});
