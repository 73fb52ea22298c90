import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { root } from '../../.build/aliases.js';
import { withoutOurs, type Ended } from '../support/running-program.js';

const HOOKS = path.join(root, 'test/support/typescript-hooks.js');
const PROGRAM = path.join(root, 'test/whole/programs/commands-in-one.ts');

/** The command line, its sources, in one process for many commands, one after another. */
export class CommandsInOne {
  #noise = '';
  readonly #ended: Promise<'ended'>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.#noise += text));
    // Not 'close': it does not come when the channel was closed from this side.
    this.#ended = once(child, 'exit').then(() => 'ended');
  }

  static async start(env: Readonly<Record<string, string>>): Promise<CommandsInOne> {
    const child = fork(PROGRAM, {
      execArgv: ['--disable-warning=ExperimentalWarning', '--import', pathToFileURL(HOOKS).href],
      env: { ...withoutOurs(process.env), ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const commands = new CommandsInOne(child);
    await commands.#answer();
    return commands;
  }

  async run(...args: readonly string[]): Promise<Ended> {
    this.child.send(args);
    return (await this.#answer()) as Ended;
  }

  /** `noise`: what was written past the command, by logs for instance. */
  async stop(): Promise<{ readonly noise: string }> {
    if (this.child.connected) this.child.disconnect();
    await this.#ended;
    return { noise: this.#noise };
  }

  async #answer(): Promise<unknown> {
    const answer = await Promise.race([once(this.child, 'message'), this.#ended]);
    if (answer === 'ended') throw new Error(`the commands ended: ${this.#noise}`);
    return answer[0];
  }
}
