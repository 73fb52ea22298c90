import type { Command } from 'commander';

import { terminal } from '../output.js';
import { withEntente } from '../with-entente.js';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date, for installations that do so before they start')
    // Opening an installation migrates it.
    .action(async () => {
      await withEntente(() => Promise.resolve());
      terminal.print('The database is up to date.');
    });
}
