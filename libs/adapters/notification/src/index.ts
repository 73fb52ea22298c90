export * from './mail-channel.js';
export * from './mailing-reminders.js';
export * from './message/words-of-reminders.js';
export * from './migrations.js';
export { Outbox, type OutboxMessage, type OutboxQuery } from './outbox/outbox.js';
export type { OutboxStatus } from './outbox/table.js';
export * from './outbox/list-outbox.handler.js';
