import { serverSettings } from '@entente/platform';
import pg from 'pg';

import { OwnPostgres } from '../support/own-postgres.js';

export interface BenchServer extends AsyncDisposable {
  readonly connectionString: string;
  /** Of the server, e.g. `PostgreSQL 18.4`. */
  readonly version: string;
  /** URL of a new empty database on it. */
  database(name: string): Promise<string>;
}

/** The embedded PostgreSQL with the settings it ships with, durable ones, in a folder that goes when it stops. */
export async function durableServer(
  environment: Readonly<Record<string, string>> = {},
): Promise<BenchServer> {
  const server = await OwnPostgres.start({ environment, settings: serverSettings() });
  const connectionString = server.url();
  return {
    connectionString,
    version: await versionOf(connectionString),
    database: (name) => server.createDatabase(name),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function versionOf(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>('SELECT version()');
    return rows[0]?.version.split(' ').slice(0, 2).join(' ') ?? 'PostgreSQL';
  } finally {
    await client.end();
  }
}
