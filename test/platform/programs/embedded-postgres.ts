import { EmbeddedPostgres, silentLog } from '@entente/platform';
import { once } from 'node:events';

/** A process that opens the embedded PostgreSQL of a folder, says so in one line, and stops it when told to. */
const postgres = await EmbeddedPostgres.start({ dataDir: process.argv[2] ?? '', log: silentLog });
const { connectionString, adopted } = postgres;
process.stdout.write(`${JSON.stringify({ connectionString, adopted })}\n`);
await once(process.stdin, 'data');
await postgres.stop();
process.exit(0);
