import 'reflect-metadata';

import { Entente } from '@entente/engine';
import { createLog, loadConfiguration, StartRefused, untilAsked } from '@entente/platform';

import { startApi } from './start-api.js';

/** The API alone; views and reminders are moved by the workers beside it. */
async function main(): Promise<void> {
  const stop = untilAsked();
  const configuration = loadConfiguration(process.env);
  const log = createLog(configuration);
  await using stack = new AsyncDisposableStack();
  const entente = stack.adopt(await Entente.open(configuration, { log }), (opened) => opened.close());
  const api = stack.adopt(await startApi(entente), (started) => started.close());
  log.info({ url: api.url }, 'the API is listening');
  await stop;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
