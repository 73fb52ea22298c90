import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

import { withoutOurs } from '../support/running-program.js';

/** What `programs/reminds.ts` does when it is told to. */
export type Order =
  'figures' | 'begin' | 'catch-up' | 'die-after-sending' | `block-after-sending ${number}` | `skew ${number}`;

export interface RemindingFigures {
  /** Jobs it was given by the queue. */
  readonly runs: number;
  readonly from: 'queue' | 'plan';
  readonly skewSeconds: number;
}

/** A worker for reminders in a process of its own, whose clock may be wrong and which may be killed. */
export class RemindingProcess {
  readonly #lines: AsyncIterator<string>;

  private constructor(private readonly child: ChildProcess) {
    if (!child.stdout) throw new Error('a process without its output');
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  static async start(env: Readonly<Record<string, string>>, skewMs = 0): Promise<RemindingProcess> {
    const folder = import.meta.dirname;
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--import',
        path.join(folder, '../support/typescript-hooks.js'),
        '--import',
        path.join(folder, 'programs/moved-clock.ts'),
        path.join(folder, 'programs/reminds.ts'),
      ],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: { ...withoutOurs(process.env), ...env, CLOCK_SKEW_MS: String(skewMs) },
      },
    );
    const started = new RemindingProcess(child);
    await started.says('ready');
    return started;
  }

  /** Waits for a line, whatever it says before. */
  async says(line: string): Promise<void> {
    while ((await this.#next()) !== line);
  }

  async obey(order: Order): Promise<RemindingFigures> {
    this.tell(order);
    return JSON.parse(await this.#next()) as RemindingFigures;
  }

  /** Does not wait for what may never come. */
  tell(order: Order): void {
    this.child.stdin?.write(`${order}\n`);
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  /** When it has killed itself. */
  async death(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
  }

  async #next(): Promise<string> {
    const line = await this.#lines.next();
    if (line.done === true) throw new Error('a worker ended');
    return line.value;
  }
}
