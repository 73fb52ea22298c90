export * from './demo-sign-in.js';
export * from './first-coordinator.js';
export * from './identity.module.js';
export * from './public.js';
export * from './session-cookie.js';
export * from './session-tokens.js';
export * from './session.guard.js';
