export * from './events.js';
export * from './organisation.js';
export * from './person.js';
export * from './refusals.js';
