import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const configuration = path.join(root, '.dependency-cruiser.cjs');

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

function violationsBelow(folder: string): string[] {
  const depcruise = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [depcruise, '--config', configuration, '--output-type', 'json', 'apps', 'libs', 'test'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: path.join(root, folder),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!stdout.startsWith('{')) throw new Error(stderr || stdout);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).toSorted();
}

function ruleNames(): string[] {
  const { forbidden } = createRequire(import.meta.url)(configuration) as { forbidden: { name: string }[] };
  return forbidden.map(({ name }) => name);
}

describe('the layers', () => {
  const inFixtures = violationsBelow('test/layers/fixtures');

  it('are kept by the whole tree', () => {
    expect(violationsBelow('.')).toEqual([]);
  }, 60_000);

  it('forbid exactly what the fixtures do wrong', () => {
    expect(inFixtures).toEqual([
      'adapters-event-store-knows-only-what-stands-above: libs/adapters/event-store/src/imports-application.ts',
      'adapters-never-import-each-other: libs/adapters/views/src/imports-adapter.ts',
      'adapters-views-knows-only-what-stands-above: libs/adapters/views/src/imports-adapter.ts',
      'application-knows-no-technology: libs/application/src/imports-package.ts',
      'application-knows-only-what-stands-above: libs/application/src/imports-adapter.ts',
      'apps-and-tests-use-libraries-by-alias: apps/api/imports-inner-file.ts',
      'apps-never-import-apps: apps/api/imports-worker.ts',
      'cli-composes-api-and-worker-only: apps/cli/imports-web.ts',
      'core-and-domain-without-nest: libs/core/event-sourcing/src/imports-nest.ts',
      'core-and-domain-without-nest: libs/domain/agreement/src/imports-nest.ts',
      'core-and-domain-without-node: libs/core/event-sourcing/src/imports-node.ts',
      'core-and-domain-without-node: libs/domain/agreement/src/imports-node.ts',
      'core-and-domain-without-packages: libs/domain/agreement/src/imports-package.ts',
      'core-and-domain-without-packages: libs/domain/agreement/src/imports-sql.ts',
      'core-canonical-knows-only-what-stands-above: libs/core/canonical/src/imports-event-sourcing.ts',
      'core-event-sourcing-knows-only-what-stands-above: libs/core/event-sourcing/src/imports-agreement.ts',
      'domain-agreement-knows-only-what-stands-above: libs/domain/agreement/src/imports-application.ts',
      'domain-reminder-knows-only-what-stands-above: libs/domain/reminder/src/imports-platform.ts',
      'engine-knows-only-what-stands-above: libs/engine/src/imports-app.ts',
      'every-library-stands-in-the-table: libs/utils/src/index.ts',
      'imports-resolve: libs/adapters/views/src/imports-deep.ts',
      'libraries-by-their-bare-alias: libs/core/event-sourcing/src/imports-inner-file.ts',
      'no-cycles: libs/adapters/jobs/src/cycle-a.ts',
      'no-development-package-at-run-time: libs/adapters/views/src/imports-dev-package.ts',
      'only-event-store-names-kurrentdb: libs/adapters/views/src/imports-kurrentdb.ts',
      'only-jobs-names-bullmq-and-ioredis: libs/adapters/views/src/imports-bullmq.ts',
      'only-specs-use-test-support: libs/adapters/views/src/imports-test.ts',
      'packages-are-declared: libs/adapters/jobs/src/imports-undeclared.ts',
      'platform-knows-only-what-stands-above: libs/platform/src/imports-application.ts',
      'sql-only-in-adapters-and-platform: apps/api/imports-sql.ts',
      'sql-only-in-adapters-and-platform: libs/domain/agreement/src/imports-sql.ts',
      'web-knows-only-the-ledger: apps/web/imports-agreement.ts',
    ]);
  });

  it('have a fixture for every rule', () => {
    const bitten = new Set(inFixtures.map((line) => line.split(':')[0]));
    // The generated rules differ in their data only; some of each row stand for all.
    const single = ruleNames().filter((name) => !name.endsWith('-knows-only-what-stands-above'));
    expect(single.filter((name) => !bitten.has(name))).toEqual([]);
  });
});
