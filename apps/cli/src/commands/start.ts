import 'reflect-metadata';

import {
  createLog,
  EmbeddedPostgres,
  loadConfiguration,
  untilAsked,
  type Configuration,
} from '@entente/platform';

import { terminal } from '../output.js';

/** Everything in one process: API, web page, worker and, unless DATABASE_URL is set, the database. */
export async function start(): Promise<void> {
  const stop = untilAsked();
  const configuration = loadConfiguration(process.env);
  const log = createLog(configuration);
  await using stack = new AsyncDisposableStack();
  // Two waits for one: the database is made ready by programs of its own while this one loads the rest of itself.
  const server = beginDatabase(configuration, log);
  const { Entente } = await import('@entente/engine');
  const opening = Entente.open(configuration, { log, withBackground: true, ...(server ? { server } : {}) });
  const loading = import('../../../api/src/start-api.js');
  const entente = stack.adopt(await opening, (opened) => opened.close());
  const { startApi } = await loading;
  const api = stack.adopt(await startApi(entente), (started) => started.close());
  const { isUnused, performDemo } = await import('../demo/perform.js');
  if (configuration.databaseUrl === undefined && (await isUnused(entente))) {
    const { CommandBus } = await import('@nestjs/cqrs');
    await performDemo(entente, api.app.get(CommandBus));
  }
  // Only now, so that no reminder goes out while the demo's clock stands in the past.
  await entente.work();
  greet(configuration, api.url);
  await stop;
}

function beginDatabase(
  { databaseUrl, dataDir }: Configuration,
  log: ReturnType<typeof createLog>,
): Promise<EmbeddedPostgres> | undefined {
  if (databaseUrl !== undefined) return undefined;
  const server = EmbeddedPostgres.start({ dataDir, log });
  // Whoever opens the installation is told; until then nobody listens, which would end the process.
  server.catch(() => undefined);
  return server;
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
