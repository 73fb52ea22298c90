/** An environment variable this program reads; the README's table and the containers are compared with this list. */
export interface ConfigurationVariable {
  readonly name: string;
  /** As it would be written in the environment; undefined: unset has a meaning of its own, told in the description. */
  readonly default?: string;
  readonly description: string;
  /** Its value is never shown. */
  readonly secret: boolean;
}

const open = (name: string, description: string, value?: string): ConfigurationVariable => ({
  name,
  description,
  secret: false,
  ...(value === undefined ? {} : { default: value }),
});
const secret = (name: string, description: string): ConfigurationVariable => ({
  name,
  description,
  secret: true,
});

export const configurationVariables = [
  secret('DATABASE_URL', 'PostgreSQL 15 or newer (postgres://…); unset: an embedded PostgreSQL in DATA_DIR'),
  secret('EVENT_STORE_URL', 'KurrentDB (kurrentdb://…) as the log; unset: the log is in PostgreSQL'),
  secret('REDIS_URL', 'Redis (redis://… or rediss://…) for the queues; unset: they are in PostgreSQL'),
  open('DATA_DIR', 'folder of the embedded PostgreSQL and of the keys made here', '.data'),
  secret(
    'S3_URL',
    'bucket for files (https://KEY:SECRET@HOST/BUCKET?region=…), addressed by path; unset: they are in DATA_DIR',
  ),
  open('FILE_MAX_BYTES', 'the most that a file may hold', '52428800'),
  open('HOST', 'address the server listens at; 0.0.0.0 for every one', '127.0.0.1'),
  open('PORT', 'port the server listens at', '3000'),
  open('PUBLIC_URL', 'address people open, used in links; unset: http://HOST:PORT'),
  open('TIME_ZONE', "IANA time zone of the office's days", 'Asia/Shanghai'),
  open(
    'OVERRIDES',
    'by-two: a second person confirms an override before it takes effect; confirmed-later: afterwards, for an office of one',
    'by-two',
  ),
  secret('SMTP_URL', 'mail server (smtp://… or smtps://…); unset: mails stay in the outbox'),
  open('MAIL_FROM', 'sender of mails', 'Entente <entente@localhost>'),
  open('MAIL_REDIRECT', 'address that gets every mail instead of its recipient; unset: recipients get them'),
  secret(
    'MAIL_RETURN_URL',
    'mailbox that mails come back to when they reach nobody (imaps://USER:PASSWORD@HOST/MAILBOX), that of MAIL_FROM; unset: nobody looks',
  ),
  open(
    'DELIVERIES_KEPT_DAYS',
    'days that the table of sent and held reminders goes back; the log keeps all',
    '90',
  ),
  open('LOG_LEVEL', 'trace, debug, info, warn, error, fatal or silent', 'info'),
  open('NODE_ENV', 'development, test or production', 'development'),
  secret(
    'INSTALLATION_KEY',
    '64 hexadecimal digits that protect command ids and sessions; unset: made in DATA_DIR, with the embedded PostgreSQL only',
  ),
  secret(
    'SEALING_KEY',
    '64 hexadecimal digits that wrap the keys of names and free texts; unset: made in DATA_DIR, with the embedded PostgreSQL only',
  ),
] as const satisfies readonly ConfigurationVariable[];

export type VariableName = (typeof configurationVariables)[number]['name'];
