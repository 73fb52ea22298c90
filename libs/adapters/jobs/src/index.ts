export * from './migrations.js';
export * from './projections/projection-jobs.js';
export * from './queues/open-queues.js';
export type { Queues } from './queues/queues.js';
export { closeEndedReminders } from './reminders/close-ended-reminders.js';
export * from './reminders/list-reminders.handler.js';
export { PlanConsumer, REMINDER_PLAN } from './reminders/plan-consumer.js';
export type { Reconciliation } from './reminders/reconciler.js';
export * from './reminders/reminder-jobs.js';
