import { jest } from '@jest/globals';

/** A start makes a database and plays the demo; on a busy machine that is more than a unit test's patience. */
jest.setTimeout(180_000);

export * from './running-program.js';
