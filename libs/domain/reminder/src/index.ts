export * from './close-reminders.js';
export * from './commands.js';
export * from './events.js';
export * from './plan-reminders.js';
export * from './reminded-agreement.js';
export * from './reminders.js';
export * from './still-due.js';
export * from './traffic-light.js';
