import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Process of the embedded database of a DATA_DIR, by its own account. */
export function postmaster(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return isRunning(pid) ? pid : undefined;
}

export function isRunning(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ends the database that a killed program left behind. */
export async function endPostmaster(dataDir: string): Promise<void> {
  const left = postmaster(dataDir);
  if (left !== undefined) process.kill(left, 'SIGQUIT');
  while (isRunning(left)) await sleep(20);
}
