export * from './canonical-text.js';
export * from './json.js';
export * from './uuid-v5.js';
