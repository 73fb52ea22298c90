import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** The program as its users start it, in a process of its own. */
export class Program {
  stdout = '';
  stderr = '';
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;

  /** `checkout`: another version of Entente than this one. */
  constructor(args: readonly string[], env: Environment, checkout = root) {
    this.#child = spawn(process.execPath, [path.join(checkout, '.build/entente.js'), ...args], {
      cwd: checkout,
      env: { ...withoutOurs(process.env), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (code, signal) => {
        resolve({ code, signal, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  kill(signal: NodeJS.Signals): Promise<Ended> {
    this.#child.kill(signal);
    return this.ended;
  }

  /** Waits for a line on standard output; throws with everything that was said when the program ends first. */
  async says(pattern: RegExp, patienceMs = 150_000): Promise<RegExpExecArray> {
    const deadline = performance.now() + patienceMs;
    const over = new AbortController();
    void this.ended.then(() => {
      over.abort();
    });
    for (;;) {
      const found = pattern.exec(this.stdout);
      if (found) return found;
      if (over.signal.aborted || performance.now() > deadline) {
        throw new Error(`the program did not say ${String(pattern)}:\n${this.stdout}\n${this.stderr}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

export function run(args: readonly string[], env: Environment): Promise<Ended> {
  return new Program(args, env).ended;
}

/** A running server; `url` is where it answers. */
export async function startServer(
  env: Environment,
  checkout?: string,
): Promise<{ program: Program; url: string }> {
  const program = new Program(['start'], { PORT: '0', ...env }, checkout);
  const [, url = ''] = await program.says(/running at (http:\S+)/u);
  return { program, url };
}

/** An empty folder for DATA_DIR; `remove` it when the server is gone. */
export function dataFolder(): { path: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'entente-'));
  return {
    path: folder,
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the machine sets for itself must not reach the program under test. */
export function withoutOurs(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = [
    'DATABASE_URL',
    'EVENT_STORE_URL',
    'REDIS_URL',
    'DATA_DIR',
    'PORT',
    'HOST',
    'SMTP_URL',
    'MAIL_RETURN_URL',
    'NODE_ENV',
    'NODE_OPTIONS',
  ];
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.includes(name)));
}
