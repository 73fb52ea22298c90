import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

// A process of its own, outside the terminal's group: a run that is interrupted or killed tears nothing down itself.
const [folder = '', runPid, serverPid] = process.argv.slice(2);

while (existsSync(path.join(folder, 'in-use')) && isAlive(runPid)) await sleep(100);
// At once and without a last checkpoint: nobody will read this data again.
if (isAlive(serverPid)) process.kill(Number(serverPid), 'SIGQUIT');
for (let rounds = 0; isAlive(serverPid) && rounds < 500; rounds += 1) await sleep(20);
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

/** @param {string | undefined} pid */
function isAlive(pid) {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}
