import {
  connectDatabase,
  isDatabaseUnavailable,
  platformMigrations,
  runMigrations,
  StartRefused,
  type Database,
  type MigrationSet,
} from '@entente/platform';
import { jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import path from 'node:path';

import { sql } from 'kysely';

import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

const servers: Server[] = [];
jest.setTimeout(30_000);

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

afterAll(() => test.drop());

function changed(change: (url: URL) => void): string {
  const url = new URL(test.connectionString);
  change(url);
  return url.href;
}

async function listen(answer: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      answer(socket);
    });
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `postgres://entente:hunter2@127.0.0.1:${(server.address() as AddressInfo).port}/entente`;
}

async function refusal(url: string): Promise<string> {
  const error: unknown = await connectDatabase({ url }).catch((reason: unknown) => reason);
  if (error instanceof StartRefused) return error.message;
  if (error instanceof Error) throw error;
  await (error as Database).close();
  throw new Error('it connected');
}

async function ask<Row extends object>(database: Database, question: string): Promise<Row[]> {
  return (await database.pool.query<Row>(question)).rows;
}

describe('connecting', () => {
  it('gives numbers for bigint and text for date', async () => {
    const database = await connectDatabase({ url: test.connectionString, applicationName: 'entente-test' });
    try {
      expect(
        await ask(
          database,
          "SELECT 9007199254740991::bigint AS big, '2026-03-01'::date AS day, application_name AS name FROM pg_stat_activity WHERE pid = pg_backend_pid()",
        ),
      ).toEqual([{ big: 9007199254740991, day: '2026-03-01', name: 'entente-test' }]);
      await expect(ask(database, 'SELECT 9007199254740992::bigint')).rejects.toThrow('does not fit a number');
    } finally {
      await database.close();
    }
  });

  it('survives a connection that is lost, idle or in use', async () => {
    const database = await connectDatabase({ url: test.connectionString });
    try {
      const terminate = (pid: number): Promise<unknown> =>
        ask(database, `SELECT pg_terminate_backend(${pid})`);
      const held = await database.pool.connect();
      const { rows } = await held.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await terminate(rows[0]!.pid);
      const failure: unknown = await held.query('SELECT 1').catch((error: unknown) => error);
      expect(isDatabaseUnavailable(failure)).toBe(true);
      held.release(true);
      expect(await ask(database, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      await database.close();
    }
  });

  it('is refused in one sentence when nothing listens there', async () => {
    const url = await listen(() => undefined);
    for (const server of servers.splice(0)) server.close();
    expect(await refusal(url)).toMatch(
      /^DATABASE_URL \(postgres:\/\/127\.0\.0\.1:\d+\/entente\): nothing answers there; start PostgreSQL or correct host and port\.$/u,
    );
  });

  it('is refused when the host is not known', async () => {
    expect(await refusal('postgres://u:hunter2@no-such-host.invalid/x')).toBe(
      'DATABASE_URL (postgres://no-such-host.invalid/x): its host name is not known; correct it.',
    );
  });

  it('is refused when the database does not exist', async () => {
    expect(await refusal(changed((url) => (url.pathname = '/nowhere')))).toContain(
      'the database does not exist; create it, or correct its name.',
    );
  });

  it('is refused when something else answers', async () => {
    const url = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const sentence = await refusal(url);
    expect(sentence).toContain('no PostgreSQL answered');
    expect(sentence).not.toContain('hunter2');
  });

  it.each([
    ['28P01', 'user name or password is wrong.'],
    ['28000', 'PostgreSQL lets this user not in from here'],
    ['53300', 'PostgreSQL has no connection left'],
    ['42501', 'the user may not connect to this database; grant CONNECT to it.'],
  ])('is refused with the reason when the server answers %s', async (code, sentence) => {
    const fields = `SFATAL\0VFATAL\0C${code}\0Mno\0\0`;
    const header = Buffer.from([0x45, 0, 0, 0, fields.length + 4]);
    expect(
      await refusal(await listen((socket) => socket.end(Buffer.concat([header, Buffer.from(fields)])))),
    ).toContain(sentence);
  });
});

const words = (...names: string[]): MigrationSet => ({
  name: 'words',
  schema: 'words',
  migrations: Object.fromEntries(
    names.map((name) => [
      name,
      {
        async up(db) {
          await sql`CREATE TABLE ${sql.table(`words.${name}`)} (id int)`.execute(db);
        },
      },
    ]),
  ),
});

describe('migrating', () => {
  let database: Database;

  beforeEach(async () => {
    database = await connectDatabase({ url: test.connectionString });
    await database.pool.query('DROP SCHEMA IF EXISTS words, platform CASCADE');
  });

  afterEach(() => database.close());

  it('creates the schemas, and later does only what is new', async () => {
    await runMigrations(database, [platformMigrations, words('0001-a')]);
    await runMigrations(database, [platformMigrations, words('0001-a')]);
    await runMigrations(database, [platformMigrations, words('0001-a', '0002-b')]);
    expect(await ask(database, 'SELECT name FROM words.migration ORDER BY name')).toEqual([
      { name: '0001-a' },
      { name: '0002-b' },
    ]);
    expect(
      await ask(database, "SELECT nspname FROM pg_namespace WHERE nspname IN ('words', 'platform')"),
    ).toHaveLength(2);
  });

  it('leaves nothing half-done when a migration fails, and names it', async () => {
    const broken: MigrationSet = {
      ...words('0001-a'),
      migrations: {
        ...words('0001-a').migrations,
        '0002-broken': { up: (db) => sql`SELECT no_such_function()`.execute(db).then(() => undefined) },
      },
    };
    await expect(runMigrations(database, [broken])).rejects.toThrow(
      'migration 0002-broken of words failed: function no_such_function() does not exist',
    );
    expect(await ask(database, 'SELECT name FROM words.migration')).toEqual([]);
  });

  it('stops before a database that a newer program migrated', async () => {
    await runMigrations(database, [words('0001-a', '0002-b')]);
    const refused = runMigrations(database, [words('0001-a')]);
    await expect(refused).rejects.toThrow(StartRefused);
    await expect(refused).rejects.toThrow(
      'The database\'s schema "words" was migrated by a newer version of Entente: start that version or a newer one (0002-b is unknown here).',
    );
  });

  it('stops before a database with another history', async () => {
    await runMigrations(database, [words('0001-x')]);
    await expect(runMigrations(database, [words('0001-a', '0002-b')])).rejects.toThrow(
      'by another version of Entente',
    );
  });

  it('works when four processes start at once on an empty database', async () => {
    const hooks = path.resolve('test/support/typescript-hooks.js');
    const program = path.resolve('test/platform/programs/migrate.ts');
    const ends = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const child = spawn(process.execPath, ['--import', hooks, program, test.connectionString]);
        let complaints = '';
        child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
        await once(child, 'exit');
        return { code: child.exitCode, complaints };
      }),
    );
    expect(ends).toEqual(ends.map(() => ({ code: 0, complaints: '' })));
    const count = Object.keys(platformMigrations.migrations).length;
    expect(await ask(database, 'SELECT count(*) FROM platform.migration')).toEqual([{ count }]);
  }, 60_000);
});
