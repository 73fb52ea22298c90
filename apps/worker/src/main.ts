import { Entente } from '@entente/engine';
import { createLog, loadConfiguration, StartRefused, untilAsked } from '@entente/platform';

/** Views, automations and reminders without the API; any number of these may run beside it. */
async function main(): Promise<void> {
  const stop = untilAsked();
  const configuration = loadConfiguration(process.env);
  const log = createLog(configuration);
  const entente = await Entente.open(configuration, { log, withBackground: true });
  try {
    await entente.work();
    log.info({}, 'the worker is at work');
    await stop;
  } finally {
    await entente.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
