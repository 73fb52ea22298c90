import { Entente } from '@entente/engine';
import { createLog, loadConfiguration, type Configuration } from '@entente/platform';
import { CommandBus } from '@nestjs/cqrs';
import type { Command } from 'commander';

import { startApi } from '../../../api/src/start-api.js';
import { startWorker } from '../../../worker/src/start-worker.js';
import { isUnused, performDemo } from '../demo/perform.js';
import { terminal } from '../output.js';
import { untilAsked } from '../until-asked.js';

export function addStart(program: Command): void {
  program
    .command('start')
    .description('run everything in one process: API, web page, worker and, unless DATABASE_URL is set, the database')
    .action(start);
}

async function start(): Promise<void> {
  const stop = untilAsked();
  const configuration = loadConfiguration(process.env);
  const log = createLog(configuration);
  const entente = await Entente.open(configuration, { log });
  try {
    const api = await startApi(entente);
    try {
      const commands = api.app.get(CommandBus);
      const worker = await startWorker(entente, commands);
      try {
        if (configuration.databaseUrl === undefined && (await isUnused(entente))) await performDemo(entente, commands);
        greet(configuration, api.url);
        await stop;
      } finally {
        await worker.close();
      }
    } finally {
      await api.close();
    }
  } finally {
    await entente.close();
  }
}

function greet(configuration: Configuration, url: string): void {
  const data = configuration.databaseUrl === undefined ? configuration.dataDir : 'the database of DATABASE_URL';
  terminal.print(`Entente is running at ${url}`);
  terminal.print(`  data     ${data}`);
  terminal.print(`  mail     ${configuration.smtpUrl === undefined ? 'no mail leaves this machine: see Outbox' : 'sent by SMTP'}`);
  terminal.print('  stop     Ctrl-C');
}
