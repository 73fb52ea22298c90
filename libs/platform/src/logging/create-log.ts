import pino, { type DestinationStream, type Logger } from 'pino';
import { PinoPretty } from 'pino-pretty';

import type { LogLevel } from '../configuration/configuration.js';
import { describeError } from './describe-error.js';

export interface LogOptions {
  readonly logLevel?: LogLevel;
  /** Lines for people; default: when the output is a terminal. */
  readonly pretty?: boolean;
  /** Default: standard output, or standard error for commands whose output is data. */
  readonly destination?: DestinationStream | 'stdout' | 'stderr';
}

const SECRET_NAMES = [
  'password',
  'secret',
  'token',
  'apiKey',
  'installationKey',
  'sealingKey',
  'authorization',
  'cookie',
  '["set-cookie"]',
  'connectionString',
  'databaseUrl',
  'eventStoreUrl',
  'redisUrl',
  'smtpUrl',
];

/**
 * JSON lines, or readable ones in a terminal. Log ids, counts and times: never names, texts or whole commands.
 * What is called like a secret is left out all the same.
 */
export function createLog(options: LogOptions = {}): Logger {
  const output = typeof options.destination === 'object' ? options.destination : standardOutput(options);
  return pino(
    {
      level: options.logLevel ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError, error: describeError },
      redact: { paths: SECRET_NAMES.flatMap(atAnyDepth), remove: true },
    },
    output,
  );
}

function standardOutput({ destination, pretty }: LogOptions): DestinationStream {
  const stream = destination === 'stderr' ? process.stderr : process.stdout;
  // Synchronous: the last lines before an exit are the ones that matter.
  const target = pino.destination({ dest: stream.fd, sync: true });
  if (!(pretty ?? stream.isTTY)) return target;
  return PinoPretty({
    destination: target,
    colorize: stream.isTTY,
    translateTime: 'SYS:HH:MM:ss',
    singleLine: true,
  });
}

/** pino's patterns know no "anywhere"; deeper objects than these are not logged. */
function atAnyDepth(name: string): string[] {
  const key = name.startsWith('[') ? name : `.${name}`;
  return [name, `*${key}`, `*.*${key}`];
}
