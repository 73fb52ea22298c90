import { EventStoreUnavailable } from '@entente/event-sourcing';
import { openKurrentEventStore } from '@entente/event-store';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { freePort } from './free-port.js';
import { found, needs } from './needs.js';

const PATIENCE_MS = 60_000;

/** A KurrentDB node that a test has to itself: it may be killed and started again where it was. */
export class OwnKurrentDB implements AsyncDisposable {
  #node: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly folder: string,
  ) {}

  static async start(): Promise<OwnKurrentDB> {
    const folder = mkdtempSync(path.join(tmpdir(), 'entente-kurrentdb-'));
    const node = new OwnKurrentDB(await freePort(), folder);
    await node.start();
    return node;
  }

  get url(): string {
    return `kurrentdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Returns when it answers. One that was killed may refuse once to take over its own folder, so it is started again. */
  async start(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    let node = this.#spawn();
    while (!(await answers(this.url))) {
      if (performance.now() > deadline) throw new Error('KurrentDB did not start');
      if (!isRunning(node)) node = this.#spawn();
      await sleep(50);
    }
  }

  #spawn(): ChildProcess {
    const node = spawn('/bin/sh', ['-c', found(needs.kurrentdbToKill)], {
      env: { ...process.env, PORT: String(this.port), DATA_DIR: this.folder },
      stdio: 'ignore',
      // A group of its own, so that a signal reaches the node and not only the shell before it.
      detached: true,
    });
    this.#node = node;
    const killWithUs = (): void => {
      this.#signal('SIGKILL');
    };
    process.once('exit', killWithUs);
    node.once('exit', () => process.off('exit', killWithUs));
    return node;
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const node = this.#node;
    if (!node || !isRunning(node)) return;
    const gone = new Promise((resolve) => node.once('exit', resolve));
    this.#signal(signal);
    await gone;
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#node?.pid === undefined) return;
    try {
      process.kill(-this.#node.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

async function answers(url: string): Promise<boolean> {
  const store = await openKurrentEventStore(url, { streamPrefixes: ['none.'] });
  try {
    await store.head();
    return true;
  } catch (error) {
    if (!(error instanceof EventStoreUnavailable)) throw error;
    return false;
  } finally {
    await store.close();
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
