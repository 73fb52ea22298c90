import { withoutSecrets } from '../url-without-secrets.js';

export interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: DescribedError;
}

/**
 * What may be written of an error. Not its other fields: PostgreSQL's `detail` quotes the row,
 * an HTTP client's error holds the request with its headers.
 */
export function describeError(error: unknown): DescribedError | string {
  return Error.isError(error) ? describe(error, 0) : withoutSecrets(String(error));
}

/** The error in one line, for a status. */
export function causeOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(causeOf).join('; ');
  const text = Error.isError(error) ? messageOf(error) || error.name : withoutSecrets(String(error));
  return (text.split('\n')[0] ?? '').slice(0, 500);
}

const MAX_DEPTH = 4;

function describe(error: Error, depth: number): DescribedError {
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: messageOf(error),
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.stack === undefined
      ? {}
      : { stack: withoutSecrets(error.stack.replace(error.message, () => messageOf(error))) }),
    ...(Error.isError(error.cause) && depth < MAX_DEPTH ? { cause: describe(error.cause, depth + 1) } : {}),
  };
}

/** Without what it quotes: PostgreSQL names the value that it cannot take, and a parser the text around its fault. */
function messageOf(error: Error): string {
  const { code } = error as { code?: unknown };
  const quotesData = error.name === 'SyntaxError' || (typeof code === 'string' && /^22...$/u.test(code));
  return withoutSecrets(quotesData ? error.message.replace(/"[^"]*"?/gu, '"…"') : error.message);
}
