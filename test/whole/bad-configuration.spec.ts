import { createServer, type AddressInfo } from 'node:net';

import { dataFolder, run } from '../support/program.js';

const KEY = { INSTALLATION_KEY: 'ab'.repeat(32), SEALING_KEY: 'cd'.repeat(32) };

const refused: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ['a port that is none', { PORT: 'http' }, /^PORT is .*"http".*: it should be .+\.$/mu],
  ['a port out of range', { PORT: '70000' }, /^PORT is /mu],
  ['an unknown time zone', { TIME_ZONE: 'Mars/Olympus' }, /^TIME_ZONE is .*Mars\/Olympus/mu],
  [
    'a database that is no PostgreSQL URL',
    { DATABASE_URL: 'mysql://u:hunter2@h/d', ...KEY },
    /^DATABASE_URL is /mu,
  ],
  [
    'a database without the installation key',
    { DATABASE_URL: 'postgres://127.0.0.1/x' },
    /^INSTALLATION_KEY is missing/mu,
  ],
  [
    'an event store that is no KurrentDB URL',
    { EVENT_STORE_URL: 'http://127.0.0.1:2113' },
    /^EVENT_STORE_URL is /mu,
  ],
  ['a Redis that is no Redis URL', { REDIS_URL: '127.0.0.1:6379' }, /^REDIS_URL is /mu],
  ['a mail server that is no SMTP URL', { SMTP_URL: 'mail.example.org' }, /^SMTP_URL is /mu],
  [
    'a mailbox without its password',
    { MAIL_RETURN_URL: 'imaps://mail.example.org' },
    /^MAIL_RETURN_URL is /mu,
  ],
  ['an unknown log level', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is .*"loud"/mu],
  [
    'an unreachable database',
    { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x', ...KEY },
    /^DATABASE_URL .*127\.0\.0\.1:1/mu,
  ],
  ['an unreachable Redis', { REDIS_URL: 'redis://:hunter2@127.0.0.1:1' }, /^REDIS_URL .*127\.0\.0\.1:1/mu],
  [
    'an unreachable event store',
    { EVENT_STORE_URL: 'kurrentdb://admin:hunter2@127.0.0.1:1?tls=false' },
    /^EVENT_STORE_URL .*127\.0\.0\.1:1/mu,
  ],
];

describe('a start that cannot succeed', () => {
  test.each(refused)('is refused with a sentence and exit code 1: %s', async (_, env, sentence) => {
    const folder = dataFolder();
    try {
      const ended = await run(['start'], { DATA_DIR: folder.path, PORT: '0', ...env });
      expect(ended.stderr).toMatch(sentence);
      expect(ended.stderr).not.toMatch(/^\s+at |hunter2/mu);
      expect(ended).toMatchObject({ code: 1, signal: null });
    } finally {
      folder.remove();
    }
  });

  test('names every wrong value at once', async () => {
    const ended = await run(['list'], { PORT: 'x', LOG_LEVEL: 'loud', TIME_ZONE: 'nowhere' });
    expect(ended.stderr.trim().split('\n')).toHaveLength(3);
    expect(ended.code).toBe(1);
  });

  test('is refused while another program holds the port', async () => {
    const folder = dataFolder();
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    try {
      const ended = await run(['start'], { DATA_DIR: folder.path, PORT: String(port) });
      expect(ended.stderr).toMatch(new RegExp(`^.*${String(port)}.*\\.$`, 'mu'));
      expect(ended.stderr).not.toMatch(/^\s+at /mu);
      expect(ended.code).toBe(1);
    } finally {
      other.close();
      folder.remove();
    }
  });
});
