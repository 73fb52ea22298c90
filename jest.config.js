import { aliases } from './.build/aliases.js';
import { compilerOptions } from './.build/swc.js';

const escaped = (/** @type {string} */ text) => text.replace(/[/.]/g, '\\$&');

/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/test/support/native/environment.js',
  runtime: '<rootDir>/test/support/native/runtime.js',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/.*/fixtures/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...compilerOptions, swcrc: false }] },
  moduleNameMapper: {
    ...Object.fromEntries(
      Object.entries(aliases()).map(([alias, file]) => [`^${escaped(alias)}$`, `<rootDir>/${file}`]),
    ),
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/support/postgres-setup.ts',
  globalTeardown: '<rootDir>/test/support/postgres-teardown.ts',
  reporters: ['default', '<rootDir>/test/support/not-run-reporter.ts'],
  maxWorkers: 2,
  // Many tests wait for a real server; a busy machine must not turn that into a failure.
  testTimeout: 30_000,
};
