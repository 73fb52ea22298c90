import { findBinaries, serverUser, type PostgresBinaries, type ServerUser } from '@entente/platform';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import pg from 'pg';

import { freePort } from './free-port.js';

const PATIENCE_MS = 60_000;

export interface OwnPostgresOptions {
  /** Default: the embedded PostgreSQL's. */
  readonly binaries?: PostgresBinaries;
  /** Where its folder is made; default: the folder for temporary files. */
  readonly place?: string;
  /** Beyond PostgreSQL's defaults, which are durable. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Beyond what this process has. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A server that a test has to itself: it may be killed and started again where it was. */
export class OwnPostgres implements AsyncDisposable {
  #server: ChildProcess | undefined;
  #output = '';

  private constructor(
    private readonly folder: string,
    private readonly binaries: PostgresBinaries,
    private readonly user: ServerUser,
    readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  static async start(options: OwnPostgresOptions = {}): Promise<OwnPostgres> {
    const { binaries = findBinaries(), place = tmpdir(), settings = {}, environment = {} } = options;
    const folder = mkdtempSync(path.join(place, 'entente-postgres-'));
    // When root runs the tests, PostgreSQL runs as somebody else and has to get in.
    chmodSync(folder, 0o755);
    const user = serverUser(binaries, folder, path.join(folder, 'data'));
    user.own(folder);
    const server = new OwnPostgres(folder, binaries, user, await freePort(), settings, environment);
    await server.#initialise();
    await server.start();
    return server;
  }

  get majorVersion(): number {
    return this.binaries.majorVersion;
  }

  /** Of a superuser, without a password. */
  url(database = 'postgres'): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  /** URL of a new empty database. */
  async createDatabase(name: string): Promise<string> {
    await this.#ask(`CREATE DATABASE ${name} TEMPLATE template0`);
    return this.url(name);
  }

  /** Returns when it lets people in, however long its recovery takes. */
  async start(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const server = this.#spawn();
      while (isRunning(server)) {
        if (await this.#answers()) return;
        if (performance.now() > deadline) throw new Error(`PostgreSQL does not start: ${this.#output}`);
        await sleep(10);
      }
      // Killed processes hold its shared memory until the last of them is gone.
      if (!this.#output.includes('shared memory block') || performance.now() > deadline) {
        throw new Error(`PostgreSQL ended at its start: ${this.#output}`);
      }
      await sleep(20);
    }
  }

  /** All of it at once and without a warning: the first process and those it made. */
  async kill(): Promise<void> {
    const server = this.#server;
    if (!server?.pid || !isRunning(server)) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    for (const pid of [server.pid, ...childrenOf(server.pid)]) killOne(pid);
    await gone;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (!server || !isRunning(server)) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await gone;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    for (let attempt = 0; ; attempt += 1) {
      try {
        rmSync(this.folder, { recursive: true, force: true });
        return;
      } catch (error) {
        // Its last processes may still be writing.
        if (attempt === 50) throw error;
        await sleep(50);
      }
    }
  }

  async #initialise(): Promise<void> {
    const options = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    const {
      file,
      args,
      options: as,
    } = this.user.command(this.binaries.initdb, [
      '-D',
      path.join(this.folder, 'data'),
      '--no-instructions',
      ...options,
    ]);
    await promisify(execFile)(file, args, { ...as, cwd: '/' });
  }

  #spawn(): ChildProcess {
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      port: String(this.port),
      max_connections: '200',
      ...this.settings,
    };
    const data = path.join(this.folder, 'data');
    const { file, args, options } = this.user.command(this.binaries.postgres, [
      '-D',
      data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]);
    const server = spawn(file, args, {
      ...options,
      cwd: '/',
      env: { ...process.env, ...this.environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#output = '';
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#output = (this.#output + text).slice(-10_000);
    });
    const killWithUs = (): void => void server.kill('SIGKILL');
    process.once('exit', killWithUs);
    server.once('exit', () => process.off('exit', killWithUs));
    this.#server = server;
    return server;
  }

  async #answers(): Promise<boolean> {
    try {
      await this.#ask('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  async #ask(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url() });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(statement);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

/** Empty where the system does not tell: they end by themselves a moment after their parent. */
function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
