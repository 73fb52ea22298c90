import { CommandFailed } from '../command-failed.js';

interface Problem {
  readonly code?: string;
  readonly detail?: string;
}

export interface Session {
  readonly personId: string;
  readonly token: string;
}

/** A caller over HTTP who expects every answer to be a success and says which one was not. */
export class HttpClient {
  /** Position of this caller's last write: what is read next shows it. */
  #seen: string | undefined;

  constructor(readonly url: string) {}

  async get<Answer>(path: string, session?: Session): Promise<Answer> {
    return this.#ask<Answer>('GET', path, undefined, session);
  }

  async post<Answer>(path: string, body: unknown, session?: Session): Promise<Answer> {
    const answer = await this.#ask<Answer & { readonly position?: string | null }>(
      'POST',
      path,
      body,
      session,
    );
    this.#seen = answer.position ?? this.#seen;
    return answer;
  }

  async #ask<Answer>(
    method: string,
    path: string,
    body: unknown,
    session: Session | undefined,
  ): Promise<Answer> {
    const response = await this.#fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(session ? { authorization: `Bearer ${session.token}` } : {}),
        ...(this.#seen === undefined ? {} : { 'entente-seen': this.#seen }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text) as Answer;
    throw new CommandFailed(`${method} ${path} answered ${String(response.status)}: ${reasonIn(text)}`);
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(`${this.url}${path}`, { ...init, signal: AbortSignal.timeout(30_000) });
    } catch (error) {
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new CommandFailed(
        `No Entente answers at ${this.url} (${cause}). Start it with "npm start", or name it with --url.`,
      );
    }
  }
}

function reasonIn(text: string): string {
  try {
    const { code, detail } = JSON.parse(text) as Problem;
    return [code, detail].filter((part) => part !== undefined).join(', ') || text.slice(0, 200);
  } catch {
    return text.slice(0, 200);
  }
}
