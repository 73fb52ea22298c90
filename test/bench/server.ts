import { createLog, EmbeddedPostgres } from '@entente/platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import pg from 'pg';

export interface BenchServer extends AsyncDisposable {
  readonly connectionString: string;
  /** Of the server, e.g. `PostgreSQL 18.4`. */
  readonly version: string;
  /** A new empty database on it. */
  database(name: string): Promise<string>;
}

/** An embedded PostgreSQL as production runs it, durable settings included, in a folder that goes when it stops. */
export async function durableServer(): Promise<BenchServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'entente-bench-'));
  const server = await EmbeddedPostgres.start({ dataDir, log: createLog({ logLevel: 'error' }) });
  const ask = async (statement: string): Promise<string> => {
    const client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    try {
      const { rows } = await client.query<{ answer?: string }>(statement);
      return rows[0]?.answer ?? '';
    } finally {
      await client.end();
    }
  };
  const version = await ask(`SELECT 'PostgreSQL ' || split_part(version(), ' ', 2) AS answer`);
  return {
    connectionString: server.connectionString,
    version,
    async database(name) {
      await ask(`CREATE DATABASE ${name} TEMPLATE template0`);
      const url = new URL(server.connectionString);
      url.pathname = `/${name}`;
      return url.href;
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
