import type { MigrationSet } from '@entente/platform';

import { addReturned, createOutbox } from './outbox/table.js';
import { createReturnMailbox } from './returns/table.js';

export const notificationMigrations: MigrationSet = {
  name: 'notification',
  schema: 'notification',
  migrations: {
    '0001-outbox': { up: createOutbox },
    '0002-returned': { up: addReturned },
    '0003-return-mailbox': { up: createReturnMailbox },
  },
};
