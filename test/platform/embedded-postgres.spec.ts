import { EmbeddedPostgres, silentLog, StartRefused } from '@entente/platform';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import pg from 'pg';

const hooks = path.resolve('test/support/typescript-hooks.js');
const program = path.resolve('test/platform/programs/embedded-postgres.ts');

let finished = '';
const dataDirs: string[] = [];
const opened: EmbeddedPostgres[] = [];
const children: ChildProcessWithoutNullStreams[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL'))
      await once(child, 'exit');
  }
  for (const postgres of opened.splice(0)) await postgres.stop();
  for (const dataDir of dataDirs.splice(0)) {
    const isOrphaned = existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'));
    if (isOrphaned) await (await EmbeddedPostgres.start({ dataDir, log: silentLog })).stop();
    rmSync(path.dirname(dataDir), { recursive: true, force: true });
  }
}, 30_000);

/** A stopped server's folder: a copy of one takes a fraction of setting one up. */
beforeAll(async () => {
  finished = path.join(mkdtempSync(path.join(tmpdir(), 'entente-')), 'data');
  await (await EmbeddedPostgres.start({ dataDir: finished, log: silentLog })).stop();
}, 60_000);

afterAll(() => {
  rmSync(path.dirname(finished), { recursive: true, force: true });
});

/** In a folder that only its owner may enter, like a home. */
function newDataDir(): string {
  const dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'entente-')), 'data');
  dataDirs.push(dataDir);
  return dataDir;
}

function usedDataDir(): string {
  const dataDir = newDataDir();
  cpSync(finished, dataDir, { recursive: true });
  return dataDir;
}

async function open(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await EmbeddedPostgres.start({ dataDir, log: silentLog });
  opened.push(postgres);
  return postgres;
}

interface OtherProcess {
  readonly child: ChildProcessWithoutNullStreams;
  readonly connectionString: string;
  readonly adopted: boolean;
}

async function openElsewhere(dataDir: string): Promise<OtherProcess> {
  const child = spawn(process.execPath, ['--import', hooks, program, dataDir], {
    env: { PATH: process.env['PATH'] },
  });
  children.push(child);
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, ...(JSON.parse(line) as { connectionString: string; adopted: boolean }) };
  }
  throw new Error(complaints);
}

async function ask<Row extends object>(connectionString: string, question: string): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(question)).rows[0];
  } finally {
    await client.end();
  }
}

function postmasterPid(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function isRunning(pid: number): boolean {
  try {
    // A zombie is over; only whoever has not yet reaped it keeps its number.
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z');
  } catch {
    return false;
  }
}

describe('the embedded PostgreSQL', () => {
  it('starts in an empty folder with durable settings, and stopping it leaves no process', async () => {
    const dataDir = newDataDir();
    const postgres = await open(dataDir);
    expect(postgres.adopted).toBe(false);
    expect(
      await ask(
        postgres.connectionString,
        `SELECT current_setting('fsync') AS fsync, current_setting('server_encoding') AS encoding,
                current_setting('listen_addresses') AS addresses, lower('ÄГ') AS lower, current_database() AS name`,
      ),
    ).toEqual({ fsync: 'on', encoding: 'UTF8', addresses: '127.0.0.1', lower: 'äг', name: 'entente' });

    const pid = postmasterPid(dataDir);
    await postgres.stop();
    expect(isRunning(pid)).toBe(false);
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.lock', 'postgres.log']);
  }, 60_000);

  it('lets no other user of the machine in', async () => {
    const dataDir = usedDataDir();
    const { connectionString } = await open(dataDir);
    const other = new URL(connectionString);
    other.password = 'guessed';
    await expect(ask(other.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    const modes = ['postgres', 'postgres/entente.password', 'postgres.lock', 'postgres.log'].map(
      (name) => statSync(path.join(dataDir, name)).mode & 0o077,
    );
    expect(modes).toEqual([0, 0, 0, 0]);
  }, 60_000);

  it('keeps its data, its password and its port from one start to the next', async () => {
    const dataDir = usedDataDir();
    const first = await open(dataDir);
    await ask(first.connectionString, 'CREATE TABLE kept (answer int)');
    await ask(first.connectionString, 'INSERT INTO kept VALUES (42)');
    await first.stop();
    const second = await open(dataDir);
    expect(second.connectionString).toBe(first.connectionString);
    expect(await ask(second.connectionString, 'SELECT answer FROM kept')).toEqual({ answer: 42 });
  }, 60_000);

  it('is shared by a second process, which leaves it running', async () => {
    const dataDir = usedDataDir();
    const owner = await open(dataDir);
    const guest = await openElsewhere(dataDir);
    expect(guest).toMatchObject({ connectionString: owner.connectionString, adopted: true });
    guest.child.stdin.write('stop\n');
    await once(guest.child, 'exit');
    expect(await ask(owner.connectionString, 'SELECT 1 AS one')).toEqual({ one: 1 });
  }, 60_000);

  it('is adopted when its owner was killed, and then stopped by the new owner', async () => {
    const dataDir = usedDataDir();
    const killed = await openElsewhere(dataDir);
    const pid = postmasterPid(dataDir);
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    const heir = await open(dataDir);
    expect(heir).toMatchObject({ adopted: true, connectionString: killed.connectionString });
    expect(postmasterPid(dataDir)).toBe(pid);
    await heir.stop();
    expect(isRunning(pid)).toBe(false);
  }, 60_000);

  it('is set up once when two processes start at the same time', async () => {
    const dataDir = newDataDir();
    const [one, other] = await Promise.all([openElsewhere(dataDir), openElsewhere(dataDir)]);
    expect(one.connectionString).toBe(other.connectionString);
    expect([one.adopted, other.adopted].sort()).toEqual([false, true]);
    const starts = readFileSync(path.join(dataDir, 'postgres.log'), 'utf8').match(/starting PostgreSQL/gu);
    expect(starts).toHaveLength(1);
  }, 60_000);

  it('is set up anew when its set-up was killed half-way', async () => {
    const dataDir = newDataDir();
    const unfinished = path.join(dataDir, 'postgres.unfinished-abc', 'cluster');
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(path.join(unfinished, 'PG_VERSION'), '18\n');
    const postgres = await open(dataDir);
    expect(await ask(postgres.connectionString, 'SELECT 1 AS one')).toEqual({ one: 1 });
    expect(readdirSync(dataDir).filter((name) => name.includes('unfinished'))).toEqual([]);
  }, 60_000);

  it('starts although a stale file names a process that now is another program', async () => {
    const dataDir = usedDataDir();
    const stale = `${process.pid}\n${dataDir}/postgres\n1790000000\n5432\n\n127.0.0.1\n 1 1\nready   \n`;
    writeFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), stale);
    const postgres = await open(dataDir);
    expect(postgres.adopted).toBe(false);
    expect(await ask(postgres.connectionString, 'SELECT 1 AS one')).toEqual({ one: 1 });
  }, 60_000);

  it('comes back at the same port when the server itself is killed', async () => {
    const dataDir = usedDataDir();
    const { connectionString } = await open(dataDir);
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    const deadline = Date.now() + 20_000;
    for (;;) {
      const answer = await ask(connectionString, 'SELECT 1 AS one').catch(() => undefined);
      if (answer) break;
      if (Date.now() > deadline) throw new Error('it did not come back');
      await sleep(100);
    }
  }, 60_000);

  it('runs as the user "postgres" where root lets that user in', async () => {
    if (process.getuid?.() !== 0) return;
    const dataDir = newDataDir();
    chmodSync(path.dirname(dataDir), 0o755);
    const postgres = await open(dataDir);
    expect(await ask(postgres.connectionString, 'SELECT 1 AS one')).toEqual({ one: 1 });
    await postgres.stop();
    // The folder stays with its owner, whatever becomes possible or impossible later.
    const again = await open(dataDir);
    expect(await ask(again.connectionString, 'SELECT 1 AS one')).toEqual({ one: 1 });
  }, 60_000);

  it('refuses a folder with files that are not a database', async () => {
    const dataDir = newDataDir();
    mkdirSync(path.join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(path.join(dataDir, 'postgres', 'diary.txt'), 'mine');
    const refusal = open(dataDir);
    await expect(refusal).rejects.toThrow(StartRefused);
    await expect(refusal).rejects.toThrow('holds files but no database');
  });

  it('refuses a folder that another PostgreSQL version wrote', async () => {
    const dataDir = newDataDir();
    mkdirSync(path.join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(open(dataDir)).rejects.toThrow('was written by PostgreSQL 17, and 18 is installed');
  });

  it('refuses a DATA_DIR that cannot be a folder', async () => {
    const dataDir = newDataDir();
    writeFileSync(dataDir, '');
    await expect(open(dataDir)).rejects.toThrow(StartRefused);
  });
});
