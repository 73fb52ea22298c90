export * from './embedded-postgres/binaries.js';
export * from './embedded-postgres/server-user.js';
export * from './start-refused.js';
