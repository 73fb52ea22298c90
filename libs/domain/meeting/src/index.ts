export * from './commands.js';
export * from './context.js';
export * from './events.js';
export * from './meeting-decider.js';
export * from './readiness.js';
export * from './refusals.js';
export * from './state.js';
