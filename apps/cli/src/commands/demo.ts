import { checkDemo } from '../demo/check.js';
import { performDemo } from '../demo/perform.js';
import { progressLine, terminal } from '../output.js';
import type { Tools } from '../with-entente.js';

export interface CheckOptions {
  readonly url: string;
  readonly json?: boolean;
}

export interface DemoOptions extends CheckOptions {
  readonly check?: boolean;
  /** Working days. */
  readonly ahead?: number;
}

/** A running server notices within a second. */
export async function advance({ clock }: Tools, workingDays: number): Promise<void> {
  terminal.print(`The demo's clock is at ${await clock.advance(workingDays)}.`);
}

export async function fill({ entente, commands }: Tools): Promise<void> {
  const line = progressLine('Demo entries');
  let played = 0;
  await performDemo(entente, commands, (done) => line.show((played = done)));
  line.end(played);
}

export async function check({ url, json }: CheckOptions): Promise<void> {
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
