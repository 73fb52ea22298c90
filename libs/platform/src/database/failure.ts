import { StartRefused } from '../start-refused.js';
import { urlWithoutSecrets, withoutSecrets } from '../url-without-secrets.js';

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What pg throws without a code when the other side is gone or silent. */
const NETWORK_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/u;

/** Nothing is wrong with the request: the server is away, starting, stopping or full. Worth another try. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const { code, message, errors } = reading(error);
  if (errors) return errors.some(isDatabaseUnavailable);
  // 08: connection exceptions; 57P01–05: shut down, crashed, starting, dropped or idle; 53300: too many connections.
  return NETWORK_CODES.has(code) || /^(08...|57P0[1-5]|53300)$/u.test(code) || NETWORK_MESSAGES.test(message);
}

export function isServerStarting(error: unknown): boolean {
  return reading(error).code === '57P03';
}

/** The sentence for an operator who set DATABASE_URL to `url` and got `error`. */
export function connectionRefused(url: string, error: unknown): StartRefused {
  return new StartRefused(`DATABASE_URL (${urlWithoutSecrets(url)}): ${sentence(error)}`, { cause: error });
}

function sentence(error: unknown): string {
  const { code, message, errors } = reading(error);
  if (errors?.[0] !== undefined) return sentence(errors[0]);
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return 'nothing answers there; start PostgreSQL or correct host and port.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'its host name is not known; correct it.';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return 'its host cannot be reached from here.';
    case '28P01':
      return 'user name or password is wrong.';
    case '28000':
      return `PostgreSQL lets this user not in from here (${withoutSecrets(message)}).`;
    case '3D000':
      return 'the database does not exist; create it, or correct its name.';
    case '42501':
      return 'the user may not connect to this database; grant CONNECT to it.';
    case '53300':
      return 'PostgreSQL has no connection left; raise max_connections or stop other programs.';
    case '57P03':
      return 'PostgreSQL is still starting or already stopping.';
    default:
      return NETWORK_MESSAGES.test(message)
        ? 'no PostgreSQL answered in time.'
        : `no PostgreSQL answered as expected (${withoutSecrets(message)}).`;
  }
}

function reading(error: unknown): { code: string; message: string; errors?: readonly unknown[] } {
  // Not instanceof: node:net makes its errors in another realm than code that runs in a vm context, as tests do.
  if (!Error.isError(error)) return { code: '', message: String(error) };
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  return {
    code: typeof code === 'string' ? code : '',
    message: error.message,
    // Node tries every address of a host and throws them together.
    ...(Array.isArray(errors) ? { errors: errors as unknown[] } : {}),
  };
}
