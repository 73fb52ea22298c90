import 'reflect-metadata';

import { Entente } from '@entente/engine';
import { loadConfiguration, silentLog } from '@entente/platform';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';

/** Opens the installation of every URL it reads, begins its work, says so in a line, and closes it. */
for await (const url of createInterface({ input: process.stdin })) {
  try {
    const configuration = loadConfiguration({
      DATABASE_URL: url,
      INSTALLATION_KEY: '5e'.repeat(32),
      SEALING_KEY: 'a7'.repeat(32),
      DATA_DIR: tmpdir(),
    });
    const entente = await Entente.open(configuration, { log: silentLog, withBackground: true });
    await entente.work();
    await entente.close();
    process.stdout.write('open\n');
  } catch (error) {
    process.stdout.write(`${(error as Error).stack?.replaceAll('\n', ' ') ?? String(error)}\n`);
  }
}
