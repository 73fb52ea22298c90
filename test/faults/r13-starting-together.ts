import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import { OwnPostgres } from '../support/own-postgres.js';
import { dataFolder, startServer } from '../support/running-program.js';
import { CannotRun, mustHold, type Fault } from './fault.js';
import { HttpLoad } from './http-load.js';

const KEY = '5e'.repeat(32);
const root = path.resolve(import.meta.dirname, '../..');

const together: Fault = {
  id: 'R13',
  title: 'two processes start at once on one empty database',
  async run({ short, say }) {
    const rounds = short ? 5 : 100;
    await using server = await OwnPostgres.start();
    const openers = [new Opener(), new Opener()];
    try {
      for (let round = 1; round <= rounds; round += 1) {
        const url = await server.createDatabase(`empty_${round}`);
        const said = await Promise.all(openers.map((opener) => opener.open(url)));
        mustHold(
          said.every((line) => line === 'open'),
          `in round ${round} they said: ${said.join('; ')}`,
        );
        if (round % 25 === 0) say(`${round} rounds`);
      }
    } finally {
      for (const opener of openers) opener.end();
    }
    return { rounds, failures: 0 };
  },
};

const rolling: Fault = {
  id: 'R13',
  title: 'the previous version and this one work on one database',
  async run({ short }) {
    await using running = new AsyncDisposableStack();
    const folder = running.adopt(dataFolder(), (made) => {
      made.remove();
    });
    await using server = await OwnPostgres.start();
    const env = {
      DATABASE_URL: await server.createDatabase('entente'),
      INSTALLATION_KEY: KEY,
      SEALING_KEY: KEY,
      LOG_LEVEL: 'fatal',
      DATA_DIR: folder.path,
    };
    const previous = path.join(folder.path, 'previous');
    const version = checkOut(previous);
    const older = await startServer(env, previous);
    running.defer(async () => {
      await older.program.kill('SIGKILL');
    });
    const load = await HttpLoad.start(older.url);
    const newer = await startServer(env);
    running.defer(async () => {
      await newer.program.kill('SIGKILL');
    });
    load.urls = [older.url, newer.url];
    await sleep(short ? 3_000 : 20_000);
    await load.leave(older.url);
    const ended = await older.program.kill('SIGTERM');
    mustHold(ended.code === 0 && ended.stderr === '', `the previous version ended with: ${ended.stderr}`);
    await sleep(500);
    await load.stop();
    await load.verify();
    const refused = load.endings.filter(({ status }) => status < 200 || status > 299);
    mustHold(
      refused.length === 0,
      `${refused.length} requests were answered ${refused.map(({ status }) => status).join(', ')}`,
    );
    return { 'previous version': version, 'requests served': load.endings.length, 'not served': 0 };
  },
};

export const faults: readonly Fault[] = [together, rolling];

/** A process that opens installations when it is told to, as the program does at its start. */
class Opener {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor() {
    const hooks = path.join(root, 'test/support/typescript-hooks.js');
    const program = path.join(root, 'test/faults/programs/opens.ts');
    const child = spawn(process.execPath, ['--import', hooks, program], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  async open(url: string): Promise<string> {
    this.#child.stdin?.write(`${url}\n`);
    const line = await this.#lines.next();
    return line.done ? 'nothing, and ended' : line.value;
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }
}

/** The commit before this one, with what is installed here. */
function checkOut(folder: string): string {
  const git = (...args: readonly string[]): Buffer =>
    execFileSync('git', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 2 ** 30 });
  let archive: Buffer;
  let version: string;
  try {
    version = git('rev-parse', '--short', 'HEAD~1').toString().trim();
    archive = git('archive', 'HEAD~1');
  } catch {
    throw new CannotRun('there is no previous commit here (a shallow clone has none)');
  }
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  // Pages that did not change need not be built again; the build sees by their fingerprint whether they did.
  const pages = path.join(root, 'dist');
  if (existsSync(pages)) cpSync(pages, path.join(folder, 'dist'), { recursive: true });
  return version;
}
