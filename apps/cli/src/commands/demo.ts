import type { Command } from 'commander';

import { checkDemo } from '../demo/check.js';
import { performDemo } from '../demo/perform.js';
import { progressLine, terminal } from '../output.js';
import { withEntente, type Tools } from '../with-entente.js';
import { httpUrl } from './options.js';

interface Options {
  readonly check?: boolean;
  readonly url: string;
  readonly json?: boolean;
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('fill space "demo" with the demo letters, or walk a fresh one through all stages')
    .option('--check', 'walk a fresh letter through all stages of a running server, over HTTP')
    .option(
      '--url <url>',
      'the server to check',
      httpUrl,
      `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`,
    )
    .option('--json', 'with --check: print the steps as data for programs')
    .action((options: Options) => (options.check ? check(options) : withEntente(fill)));
}

async function fill({ entente, commands }: Tools): Promise<void> {
  const line = progressLine('Demo entries');
  let played = 0;
  await performDemo(entente, commands, (done) => line.show((played = done)));
  line.end(played);
}

async function check({ url, json }: Options): Promise<void> {
  const steps: { step: string; milliseconds: number }[] = [];
  await checkDemo(url, (step) => {
    steps.push(step);
    if (!json) terminal.print(`${String(step.milliseconds).padStart(6)} ms  ${step.step}`);
  });
  const milliseconds = steps.reduce((sum, step) => sum + step.milliseconds, 0);
  terminal.print(
    json
      ? JSON.stringify({ url, steps, milliseconds }, null, 2)
      : `${String(milliseconds).padStart(6)} ms  from proposed to concluded`,
  );
}
