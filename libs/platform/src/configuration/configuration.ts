import path from 'node:path';

import { StartRefused } from '../start-refused.js';
import {
  checkAddress,
  checkBucketUrl,
  checkBytes,
  checkChoice,
  checkEventStoreUrl,
  checkHost,
  checkKeptDays,
  checkKey,
  checkMailboxUrl,
  checkPort,
  checkSender,
  checkTimeZone,
  checkUrl,
  type Fault,
} from './values.js';
import { configurationVariables, type VariableName } from './variables.js';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
/** See `OVERRIDES`. */
export const overrideRules = ['by-two', 'confirmed-later'] as const;

export type LogLevel = (typeof logLevels)[number];

const environments = ['development', 'test', 'production'] as const;

/** Checked once at the start; everything else is given this and never reads the environment. */
export interface Configuration {
  /** Unset: the embedded PostgreSQL in dataDir. */
  readonly databaseUrl?: string;
  /** Unset: the log is in PostgreSQL. */
  readonly eventStoreUrl?: string;
  /** Unset: the queues are in PostgreSQL. */
  readonly redisUrl?: string;
  /** Absolute path. */
  readonly dataDir: string;
  /** Unset: files are in dataDir. */
  readonly s3Url?: string;
  /** The most that a file may hold. */
  readonly fileMaxBytes: number;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly timeZone: string;
  readonly overrides: (typeof overrideRules)[number];
  /** Unset: mails stay in the outbox. */
  readonly smtpUrl?: string;
  readonly mailFrom: string;
  readonly mailRedirect?: string;
  /** Unset: nobody reads what comes back. */
  readonly mailReturnUrl?: string;
  /** How far back the table of settled deliveries goes. */
  readonly deliveriesKeptDays: number;
  readonly logLevel: LogLevel;
  readonly environment: (typeof environments)[number];
  /** 64 lower-case hexadecimal digits. Unset only with the embedded PostgreSQL: see `installationKey`. */
  readonly installationKey?: string;
  /** Likewise: see `sealingKey`. */
  readonly sealingKey?: string;
}

/** Every fault at once, one sentence each. */
export class ConfigurationError extends StartRefused {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** Whoever has the log, the keys' table and this key reads what was erased since the copies were made. */
const KEPT = { INSTALLATION_KEY: 'with your backups', SEALING_KEY: 'apart from your backups' } as const;

/** Reads and checks the environment. Throws ConfigurationError. An empty variable counts as unset. */
export function loadConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  const values = new Values(env);
  const databaseUrl = values.optional('DATABASE_URL', (value) =>
    checkUrl(value, ['postgres', 'postgresql'], 'postgres://entente:secret@localhost:5432/entente'),
  );
  const host = values.given('HOST', checkHost);
  const port = values.given('PORT', checkPort);
  const configuration = {
    ...named('databaseUrl', databaseUrl),
    ...named('eventStoreUrl', values.optional('EVENT_STORE_URL', checkEventStoreUrl)),
    ...named(
      'redisUrl',
      values.optional('REDIS_URL', (value) => checkUrl(value, ['redis', 'rediss'], 'redis://localhost:6379')),
    ),
    dataDir: path.resolve(values.given('DATA_DIR')),
    ...named('s3Url', values.optional('S3_URL', checkBucketUrl)),
    fileMaxBytes: Number(values.given('FILE_MAX_BYTES', checkBytes)),
    host,
    port: Number(port),
    publicUrl: withoutSlash(
      values.optional('PUBLIC_URL', (value) =>
        checkUrl(value, ['http', 'https'], 'https://entente.example.org'),
      ) ?? localUrl(host, port),
    ),
    timeZone: values.given('TIME_ZONE', checkTimeZone),
    overrides: values.given('OVERRIDES', (value) =>
      checkChoice(value, overrideRules),
    ) as Configuration['overrides'],
    ...named(
      'smtpUrl',
      values.optional('SMTP_URL', (value) =>
        checkUrl(value, ['smtp', 'smtps'], 'smtp://mail.example.org:587'),
      ),
    ),
    mailFrom: values.given('MAIL_FROM', checkSender),
    ...named('mailRedirect', values.optional('MAIL_REDIRECT', checkAddress)),
    ...named('mailReturnUrl', values.optional('MAIL_RETURN_URL', checkMailboxUrl)),
    deliveriesKeptDays: Number(values.given('DELIVERIES_KEPT_DAYS', checkKeptDays)),
    logLevel: values.given('LOG_LEVEL', (value) => checkChoice(value, logLevels)) as LogLevel,
    environment: values.given('NODE_ENV', (value) =>
      checkChoice(value, environments),
    ) as Configuration['environment'],
    ...named('installationKey', values.optional('INSTALLATION_KEY', checkKey)?.toLowerCase()),
    ...named('sealingKey', values.optional('SEALING_KEY', checkKey)?.toLowerCase()),
  };
  for (const name of ['INSTALLATION_KEY', 'SEALING_KEY'] as const) {
    if (!values.isSet('DATABASE_URL') || values.isSet(name)) continue;
    values.faults.push(
      `${name} is missing: with DATABASE_URL set, set it to 64 hexadecimal digits, e.g. the output of: openssl rand -hex 32, and keep it ${KEPT[name]}.`,
    );
  }
  if (values.faults.length > 0) throw new ConfigurationError(values.faults);
  return configuration;
}

/** The environment's values, and the sentences about those that are wrong. */
class Values {
  readonly faults: string[] = [];

  constructor(private readonly env: Readonly<Record<string, string | undefined>>) {}

  isSet(name: VariableName): boolean {
    return this.#read(name) !== undefined;
  }

  optional(name: VariableName, check: (value: string) => Fault): string | undefined {
    const value = this.#read(name);
    const fault = value === undefined ? undefined : check(value);
    if (fault) this.faults.push(`${name} is ${fault.found}: it should be ${fault.right}.`);
    return value;
  }

  given(name: VariableName, check: (value: string) => Fault = () => undefined): string {
    return this.optional(name, check) ?? defaults.get(name) ?? '';
  }

  #read(name: VariableName): string | undefined {
    const value = this.env[name]?.trim();
    return value === '' ? undefined : value;
  }
}

const defaults: ReadonlyMap<string, string> = new Map(
  configurationVariables.flatMap((variable) =>
    'default' in variable ? [[variable.name, variable.default]] : [],
  ),
);

function named<Key extends string>(key: Key, value: string | undefined): Partial<Record<Key, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, string>);
}

/** What a browser on this machine opens; "every address" is none. */
function localUrl(host: string, port: string): string {
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/u, '');
}
