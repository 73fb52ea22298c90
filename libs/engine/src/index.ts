export * from './entente.js';
export * from './entente.module.js';
export * from './spaces.js';
