import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ConfigurationError, loadConfiguration } from './configuration.js';
import { installationKey, sealingKey } from './installation-key.js';
import { configurationVariables } from './variables.js';

const key = '0123456789abcdef'.repeat(4);

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfiguration(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
  return [];
}

describe('configuration', () => {
  it('needs nothing', () => {
    expect(loadConfiguration({})).toEqual({
      dataDir: path.resolve('.data'),
      fileMaxBytes: 52_428_800,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      overrides: 'by-two',
      timeZone: 'Asia/Shanghai',
      mailFrom: 'Entente <entente@localhost>',
      deliveriesKeptDays: 90,
      logLevel: 'info',
      environment: 'development',
    });
  });

  it('takes every variable', () => {
    expect(
      loadConfiguration({
        DATABASE_URL: 'postgresql://entente:secret@db:5432/entente?sslmode=require',
        EVENT_STORE_URL: 'kurrentdb+discover://admin:secret@a:2113,b:2113,c:2113?tls=true',
        REDIS_URL: 'rediss://:secret@redis:6380/1',
        DATA_DIR: '/var/lib/entente',
        S3_URL: 'https://key:secret@s3.example.org/entente?region=eu-central-1',
        HOST: '::',
        PORT: '0',
        PUBLIC_URL: 'https://entente.example.org/',
        TIME_ZONE: 'Europe/Paris',
        SMTP_URL: 'smtps://user:secret@mail.example.org',
        MAIL_FROM: 'Büro <office@example.org>',
        MAIL_REDIRECT: 'test@example.org',
        MAIL_RETURN_URL: 'imaps://office:secret@mail.example.org/Returned',
        DELIVERIES_KEPT_DAYS: '365',
        LOG_LEVEL: 'silent',
        NODE_ENV: 'production',
        INSTALLATION_KEY: key.toUpperCase(),
        SEALING_KEY: key,
      }),
    ).toEqual({
      databaseUrl: 'postgresql://entente:secret@db:5432/entente?sslmode=require',
      eventStoreUrl: 'kurrentdb+discover://admin:secret@a:2113,b:2113,c:2113?tls=true',
      redisUrl: 'rediss://:secret@redis:6380/1',
      dataDir: '/var/lib/entente',
      s3Url: 'https://key:secret@s3.example.org/entente?region=eu-central-1',
      fileMaxBytes: 52_428_800,
      host: '::',
      port: 0,
      publicUrl: 'https://entente.example.org',
      overrides: 'by-two',
      timeZone: 'Europe/Paris',
      smtpUrl: 'smtps://user:secret@mail.example.org',
      mailFrom: 'Büro <office@example.org>',
      mailRedirect: 'test@example.org',
      mailReturnUrl: 'imaps://office:secret@mail.example.org/Returned',
      deliveriesKeptDays: 365,
      logLevel: 'silent',
      environment: 'production',
      installationKey: key,
      sealingKey: key,
    });
  });

  it('counts an empty variable as unset, as a composition passes it', () => {
    const empty = Object.fromEntries(configurationVariables.map(({ name }) => [name, ' ']));
    expect(loadConfiguration(empty)).toEqual(loadConfiguration({}));
  });

  it.each([
    { DATABASE_URL: 'postgres:///entente?host=/run/postgresql', INSTALLATION_KEY: key, SEALING_KEY: key },
    { EVENT_STORE_URL: 'esdb://localhost:2113?tls=false' },
    { EVENT_STORE_URL: 'kurrentdb://localhost' },
    { HOST: 'office-server.internal' },
    { HOST: '::1' },
    { TIME_ZONE: 'UTC' },
    { MAIL_FROM: 'office@example.org' },
  ])('takes %j', (env) => {
    expect(faultsOf(env as Record<string, string>)).toEqual([]);
  });

  it.each([
    [
      'DATABASE_URL',
      'mysql://root:hunter2@db/entente',
      'DATABASE_URL is "mysql://db/entente": it should be postgres://',
    ],
    ['DATABASE_URL', 'postgres//u:hunter2@db', 'DATABASE_URL is "db": it should be postgres://'],
    ['DATABASE_URL', 'postgres://u:hunter2@db:port/x', 'DATABASE_URL is "postgres://db:port/x"'],
    ['DATABASE_URL', 'postgres://?password=hunter2', 'DATABASE_URL is "postgres://"'],
    ['DATABASE_URL', 'db.internal', 'DATABASE_URL is "db.internal"'],
    [
      'EVENT_STORE_URL',
      'http://admin:hunter2@kurrent:2113',
      'EVENT_STORE_URL is "http://kurrent:2113": it should be kurrentdb://',
    ],
    ['EVENT_STORE_URL', 'kurrentdb://', 'EVENT_STORE_URL is "kurrentdb://"'],
    [
      'REDIS_URL',
      'localhost:6379',
      'REDIS_URL is "localhost:6379": it should be redis:// or rediss:// and a host',
    ],
    [
      'S3_URL',
      'https://key:hunter2@s3.example.org/',
      'S3_URL is "https://s3.example.org/": it should be https:// with keys, host and bucket',
    ],
    ['S3_URL', 'https://s3.example.org/entente', 'S3_URL is "https://s3.example.org/entente"'],
    ['HOST', '127.0.0', 'HOST is "127.0.0": it should be an IP address or a host name, e.g. 127.0.0.1.'],
    ['HOST', 'http://localhost', 'HOST is "http://localhost"'],
    ['PORT', '80a', 'PORT is "80a": it should be a whole number from 0 to 65535, where 0 is any free port.'],
    ['PORT', '65536', 'PORT is "65536"'],
    [
      'DELIVERIES_KEPT_DAYS',
      '30',
      'DELIVERIES_KEPT_DAYS is "30": it should be a whole number from 31 to 3650',
    ],
    ['PORT', '-1', 'PORT is "-1"'],
    ['PORT', '1e3', 'PORT is "1e3"'],
    [
      'PUBLIC_URL',
      'entente.example.org',
      'PUBLIC_URL is "entente.example.org": it should be http:// or https:// and a host',
    ],
    [
      'TIME_ZONE',
      'Asia/Peking',
      'TIME_ZONE is "Asia/Peking": it should be an IANA time zone, e.g. Asia/Shanghai.',
    ],
    ['TIME_ZONE', '+08:00', 'TIME_ZONE is "+08:00"'],
    [
      'SMTP_URL',
      'mail.example.org:25',
      'SMTP_URL is "mail.example.org:25": it should be smtp:// or smtps:// and a host',
    ],
    [
      'MAIL_FROM',
      'Entente',
      'MAIL_FROM is "Entente": it should be a mail address, e.g. Entente <office@example.org>.',
    ],
    ['MAIL_FROM', 'a@b.c\r\nBcc: <x@y.z>', 'MAIL_FROM is'],
    ['MAIL_REDIRECT', 'a@b.c, d@e.f', 'MAIL_REDIRECT is "a@b.c, d@e.f": it should be one mail address'],
    [
      'MAIL_RETURN_URL',
      'imaps://mail.example.org',
      'MAIL_RETURN_URL is "imaps://mail.example.org": it should be imap:// or imaps:// with user, password and host',
    ],
    ['MAIL_RETURN_URL', 'pop3://u:hunter2@mail.example.org', 'MAIL_RETURN_URL is "pop3://mail.example.org'],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL is "loud": it should be trace, debug, info, warn, error, fatal or silent.',
    ],
    ['NODE_ENV', 'prod', 'NODE_ENV is "prod": it should be development, test or production.'],
    [
      'INSTALLATION_KEY',
      'hunter2',
      'INSTALLATION_KEY is 7 characters that are not all hexadecimal digits: it should be 64',
    ],
    ['INSTALLATION_KEY', 'abcd', 'INSTALLATION_KEY is 4 hexadecimal digits: it should be 64'],
  ])('refuses %s=%s in one sentence that shows no secret', (name, value, beginning) => {
    const faults = faultsOf({ INSTALLATION_KEY: key, SEALING_KEY: key, [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(beginning);
    expect(faults[0]).toMatch(/\.$/u);
    expect(faults[0]).not.toContain('hunter2');
  });

  it('names every fault at once', () => {
    const faults = faultsOf({ PORT: 'x', TIME_ZONE: 'y', LOG_LEVEL: 'z' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['PORT', 'TIME_ZONE', 'LOG_LEVEL']);
    expect(new ConfigurationError(faults)).toMatchObject({ exitCode: 1, message: faults.join('\n') });
  });

  it('refuses a database of its own without the keys that belong to it', () => {
    const faults = faultsOf({ DATABASE_URL: 'postgres://db/entente' });
    expect(faults).toHaveLength(2);
    for (const [index, name] of ['INSTALLATION_KEY', 'SEALING_KEY'].entries()) {
      expect(faults[index]).toContain(
        `${name} is missing: with DATABASE_URL set, set it to 64 hexadecimal digits`,
      );
    }
  });

  it('lists each default where it is applied', () => {
    const written = configurationVariables.flatMap((variable) =>
      'default' in variable ? [[variable.name, variable.default] as const] : [],
    );
    expect(loadConfiguration(Object.fromEntries(written))).toEqual(loadConfiguration({}));
  });
});

describe("the installation's key", () => {
  let dataDir = '';

  beforeEach(() => {
    dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'entente-key-')), 'data');
  });

  afterEach(() => {
    rmSync(path.dirname(dataDir), { recursive: true });
  });

  it('is made once, for this user only', () => {
    const made = installationKey({ dataDir });
    expect(made).toMatch(/^[0-9a-f]{64}$/u);
    expect(installationKey({ dataDir })).toBe(made);
    expect(statSync(path.join(dataDir, 'installation.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(dataDir, 'installation.key'), 'utf8').trim()).toBe(made);
  });

  it('has another beside it that seals, in a file of its own', () => {
    expect(sealingKey({ dataDir })).toBe(sealingKey({ dataDir }));
    expect(sealingKey({ dataDir })).not.toBe(installationKey({ dataDir }));
    expect(statSync(path.join(dataDir, 'sealing.key')).mode & 0o777).toBe(0o600);
    expect(() => sealingKey({ dataDir, databaseUrl: 'postgres://db/entente' })).toThrow(
      'SEALING_KEY is missing',
    );
  });

  it('is the one of the environment when that is set', () => {
    expect(installationKey({ dataDir, installationKey: key })).toBe(key);
  });

  it('is never made beside a database of its own', () => {
    expect(() => installationKey({ dataDir, databaseUrl: 'postgres://db/entente' })).toThrow(
      'INSTALLATION_KEY is missing',
    );
  });

  it('is not replaced when its file was damaged', () => {
    mkdirSync(dataDir);
    writeFileSync(path.join(dataDir, 'installation.key'), 'abc');
    expect(() => installationKey({ dataDir })).toThrow('does not hold 64 hexadecimal digits');
  });
});
