import { describeIf } from '../../support/describe-if.js';
import { needs } from '../../support/needs.js';
import { OwnPostgres } from '../../support/own-postgres.js';
import { systemPostgres } from '../../support/system-postgres.js';
import { logDatabase, postgresContract } from './postgres.contract.js';

/** PostgreSQL 15 is the oldest that is promised, and Debian's. */
describeIf(needs.postgresql, 'PostgreSQL of the system', () => {
  const log = logDatabase(async () => {
    const server = await OwnPostgres.start({ binaries: systemPostgres(), settings: { fsync: 'off' } });
    const connectionString = await server.createDatabase('log');
    return { connectionString, drop: () => server[Symbol.asyncDispose]() };
  });
  postgresContract('an older PostgreSQL', log);
});
