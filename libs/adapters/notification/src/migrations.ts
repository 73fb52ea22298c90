import type { MigrationSet } from '@entente/platform';

import { createOutbox } from './outbox/table.js';

export const notificationMigrations: MigrationSet = {
  name: 'notification',
  schema: 'notification',
  migrations: { '0001-outbox': { up: createOutbox } },
};
