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
  const text = Error.isError(error) ? error.message || error.name : String(error);
  return withoutSecrets(text.split('\n')[0] ?? '').slice(0, 500);
}

const MAX_DEPTH = 4;

function describe(error: Error, depth: number): DescribedError {
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: withoutSecrets(error.stack) }),
    ...(Error.isError(error.cause) && depth < MAX_DEPTH ? { cause: describe(error.cause, depth + 1) } : {}),
  };
}
