import type { MigrationSet } from '@entente/platform';

import { createDeliveries } from './reminders/deliveries/table.js';
import { createPlan, numberAgreements } from './reminders/plan-table.js';

/** The schema of the queues themselves is BullMQ's own business: `openQueues` brings it up to date. */
export const reminderMigrations: MigrationSet = {
  name: 'reminder',
  schema: 'reminder',
  migrations: {
    '0001-plan': { up: createPlan },
    '0002-plan-uuid': { up: numberAgreements },
    '0003-deliveries': { up: createDeliveries },
  },
};
