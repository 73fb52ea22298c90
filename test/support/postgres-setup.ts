import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Names the run to its workers; `createTestDatabase` starts the run's one server when a test first asks for it. */
export default function setUp(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-test-'));
  // When root runs the tests, PostgreSQL runs as somebody else and has to get in.
  chmodSync(folder, 0o755);
  process.env['TEST_RUN_FOLDER'] = folder;
  process.env['TEST_RUN_PID'] = String(process.pid);
}
