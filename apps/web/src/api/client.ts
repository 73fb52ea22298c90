import createClient, { type Middleware } from 'openapi-fetch';

import { currentLanguage } from '../i18n/language.js';
import { askedAhead } from './ahead.js';
import { Problem, Unreachable } from './problem.js';
import type { paths } from './schema.js';
import { seenPosition } from './seen.js';
import type { ProblemBody } from './types.js';

const headers: Middleware = {
  async onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage());
    const seen = seenPosition();
    if (seen !== null && request.method === 'GET') request.headers.set('Entente-Seen', seen);
    return (await askedAhead(request)) ?? request;
  },
  onError({ error }) {
    return error instanceof DOMException && error.name === 'AbortError' ? error : new Unreachable();
  },
};

export const client = createClient<paths>({ baseUrl: '/', credentials: 'same-origin' });
client.use(headers);

interface Result<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer's data, or the problem thrown. */
export async function answer<Data>(result: Promise<Result<Data>>): Promise<Data> {
  const { data, error, response } = await result;
  if (response.ok) return data as Data;
  throw new Problem(response.status, isProblem(error) ? error : {});
}

const isProblem = (body: unknown): body is Partial<ProblemBody> => typeof body === 'object' && body !== null;
