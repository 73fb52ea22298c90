import 'reflect-metadata';

import { Entente } from '@entente/engine';
import { createLog, loadConfiguration, untilAsked, type Configuration } from '@entente/platform';
import { CommandBus } from '@nestjs/cqrs';

import { startApi } from '../../../api/src/start-api.js';
import { isUnused, performDemo } from '../demo/perform.js';
import { terminal } from '../output.js';

/** Everything in one process: API, web page, worker and, unless DATABASE_URL is set, the database. */
export async function start(): Promise<void> {
  const stop = untilAsked();
  const configuration = loadConfiguration(process.env);
  const log = createLog(configuration);
  await using stack = new AsyncDisposableStack();
  const entente = stack.adopt(await Entente.open(configuration, { log, withBackground: true }), (opened) =>
    opened.close(),
  );
  const api = stack.adopt(await startApi(entente), (started) => started.close());
  if (configuration.databaseUrl === undefined && (await isUnused(entente))) {
    await performDemo(entente, api.app.get(CommandBus));
  }
  // Only now, so that no reminder goes out while the demo's clock stands in the past.
  await entente.work();
  greet(configuration, api.url);
  await stop;
}

function greet(configuration: Configuration, url: string): void {
  const data =
    configuration.databaseUrl === undefined ? configuration.dataDir : 'in the database of DATABASE_URL';
  terminal.print(`Entente is running at ${url}`);
  terminal.print(`  data  ${data}`);
  terminal.print(
    `  mail  ${configuration.smtpUrl === undefined ? 'none leaves this machine: see Outbox' : 'sent by SMTP'}`,
  );
  terminal.print('  stop  Ctrl-C');
}
