export type * from './kurrent/kurrent-event-store.js';
export * from './kurrent/open.js';
export * from './postgres/migrations.js';
export * from './postgres/postgres-event-store.js';
