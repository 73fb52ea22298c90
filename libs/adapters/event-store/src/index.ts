export * from './kurrent/kurrent-event-store.js';
export * from './postgres/migrations.js';
export * from './postgres/postgres-event-store.js';
