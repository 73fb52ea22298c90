import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 10_000;

/** The reaper stops the server and removes the folder; a run is over when nothing of it is left. */
export default async function tearDown(): Promise<void> {
  const folder = process.env['TEST_RUN_FOLDER'];
  if (folder === undefined) return;
  const inUse = path.join(folder, 'in-use');
  if (!existsSync(inUse)) {
    rmSync(folder, { recursive: true, force: true });
    return;
  }
  rmSync(inUse);
  const deadline = Date.now() + PATIENCE_MS;
  while (existsSync(folder) && Date.now() < deadline) await sleep(20);
}
