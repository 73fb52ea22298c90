export * from './events.js';
export * from './mandates.js';
export * from './organisation.js';
export * from './organisation-commands.js';
export * from './person.js';
export * from './refusals.js';
export { holderOn, POSITION_ROLES } from './positions.js';
export type * from './organisation-state.js';
