export * from './may-change-organisation.js';
export * from './may-command.js';
export * from './meetings.js';
export * from './organisation-commands.js';
export * from './permission.js';
export * from './possible-command.js';
export * from './possible-commands.js';
export * from './viewer.js';
