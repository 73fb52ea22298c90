import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { run, startServer, type Program } from '../support/running-program.js';
import { CannotRun, mustHold, type Fault } from './fault.js';
import { HttpLoad, type Ending } from './http-load.js';
import { endPostmaster } from './postmaster.js';

const DISK_MB = 200;
const RECOVERY_MS = 30_000;

export const fault: Fault = {
  id: 'R14',
  title: 'the disk of the embedded database is full during appends and a rebuild',
  async run({ short, say }) {
    using disk = new SmallDisk();
    const env = { DATA_DIR: path.join(disk.folder, 'data'), LOG_LEVEL: 'fatal' };
    let program: Program | undefined;
    try {
      const first = await startServer(env);
      program = first.program;
      const load = await HttpLoad.start(first.url);
      await sleep(2_000);
      disk.fill();
      const fullAt = performance.now();
      const acknowledged = load.acknowledged;
      say(`full after ${acknowledged} commands`);
      const rebuilding = run(['rebuild', 'agreement-board'], env);
      await sleep(short ? 4_000 : 20_000);
      const meanwhile = load.endings.filter(({ at }) => at > fullAt);
      disk.clear();
      const clearedAt = performance.now();
      const rebuilt = await rebuilding;
      const goesOn = load.acknowledged;
      while (load.acknowledged === goesOn) {
        mustHold(performance.now() - clearedAt < RECOVERY_MS, 'it did not recover by itself');
        await sleep(20);
      }
      const recoveredMs = Math.round(performance.now() - clearedAt);
      await sleep(500);
      await load.stop();
      await load.verify();
      await ended(program);
      const wrong = load.endings.filter((one) => !isServed(one) && one.retryAfter === null);
      mustHold(wrong.length === 0, `answered otherwise: ${wrong.map(({ status }) => status).join(', ')}`);

      const second = await startServer(env);
      program = second.program;
      load.urls = [second.url];
      await load.verify();
      mustHold(
        (await run(['rebuild', 'agreement-board'], env)).code === 0,
        'a view cannot be rebuilt any more',
      );
      await ended(program);
      return {
        'commands acknowledged': load.acknowledged,
        'of these while it was full': meanwhile.filter((one) => one.isCommand && isServed(one)).length,
        'answered 503 with Retry-After': meanwhile.length - meanwhile.filter(isServed).length,
        'answered otherwise': 0,
        lost: 0,
        'rebuild meanwhile': rebuilt.code === 0 ? 'done' : 'given up',
        'recovered after ms': recoveredMs,
      };
    } finally {
      await program?.kill('SIGKILL');
      await endPostmaster(env.DATA_DIR);
    }
  },
};

const isServed = ({ status }: Ending): boolean => status >= 200 && status < 300;

async function ended(program: Program): Promise<void> {
  const { code, stderr } = await program.kill('SIGTERM');
  mustHold(code === 0 && !/unhandled/iu.test(stderr), `the program ended with ${code}: ${stderr}`);
}

/** A file system in memory, which only root may mount. */
class SmallDisk implements Disposable {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'entente-disk-'));
  readonly #ballast = path.join(this.folder, 'ballast');

  constructor() {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=755`, 'tmpfs', this.folder], {
        stdio: 'ignore',
      });
    } catch {
      rmSync(this.folder, { recursive: true });
      throw new CannotRun('mounting a small disk needs root and the right to mount');
    }
  }

  fill(): void {
    const file = openSync(this.#ballast, 'w');
    const block = Buffer.alloc(64 * 1024);
    try {
      for (;;) writeSync(file, block);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
  }

  clear(): void {
    rmSync(this.#ballast, { force: true });
  }

  [Symbol.dispose](): void {
    // Lazily: the last of the database's processes may still hold it.
    execFileSync('umount', ['--lazy', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
