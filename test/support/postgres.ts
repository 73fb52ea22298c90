import { randomBytes } from 'node:crypto';

import pg from 'pg';

import { testServer } from './postgres-server.js';

export interface TestDatabase {
  /** Empty, UTF-8, one superuser; nobody else uses it. */
  readonly connectionString: string;
  drop(): Promise<void>;
}

/**
 * A fresh database on TEST_DATABASE_URL (a user who may create databases), else on an embedded PostgreSQL that
 * all files of a run share. Call it in beforeAll, and `drop` in afterAll, after your own connections are closed.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} TEMPLATE template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    connectionString: url.href,
    // FORCE: a test that failed may have left connections open.
    drop: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
