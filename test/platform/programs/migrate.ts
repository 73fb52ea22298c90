import { connectDatabase, platformMigrations, runMigrations } from '@entente/platform';

/** A process that brings the database of its argument up to date. */
const database = await connectDatabase({ url: process.argv[2] ?? '' });
await runMigrations(database, [platformMigrations]);
await database.close();
