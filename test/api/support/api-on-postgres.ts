import { jest } from '@jest/globals';
import { Entente } from '@entente/engine';
import { loadConfiguration, silentLog } from '@entente/platform';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startApi, type StartedApi } from '../../../apps/api/src/start-api.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';

jest.setTimeout(120_000);

export interface Done {
  readonly agreementId: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly revision: number;
  readonly position: string;
  readonly number: string | null;
  readonly unchanged: boolean;
  readonly events: readonly { readonly type: string; readonly revision: number }[];
}
export interface Detail {
  readonly agreementId: string;
  readonly revision: number;
  readonly agreement: {
    readonly stage: string;
    readonly textHash: string;
    readonly number?: string;
    readonly milestones: readonly { readonly milestoneId: string }[];
  };
  readonly possible: readonly { readonly command: string; readonly blockedBy?: readonly string[] }[];
}

/** The whole of Entente in this process, on a database of its own, asked over real connections. */
export class ApiOnPostgres {
  /** Position of the last command, to be shown by every question after it. */
  seen: string | undefined;

  private constructor(
    readonly entente: Entente,
    readonly started: StartedApi,
    private readonly database: TestDatabase,
    private readonly folder: string,
  ) {}

  /** `webRoot`: the built pages; without it none are served. */
  static async open(webRoot = path.join(tmpdir(), 'no web page here')): Promise<ApiOnPostgres> {
    const database = await createTestDatabase();
    // Its own: files of another run are sealed under keys that went with its database.
    const folder = mkdtempSync(path.join(tmpdir(), 'entente-api-'));
    const configuration = loadConfiguration({
      DATABASE_URL: database.connectionString,
      INSTALLATION_KEY: randomBytes(32).toString('hex'),
      SEALING_KEY: randomBytes(32).toString('hex'),
      DATA_DIR: folder,
      PORT: '0',
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
    });
    const entente = await Entente.open(configuration, { log: silentLog, withBackground: true });
    const started = await startApi(entente, { webRoot });
    await entente.work();
    return new ApiOnPostgres(entente, started, database, folder);
  }

  get url(): string {
    return this.started.url;
  }

  async close(): Promise<void> {
    await this.started.close();
    await this.entente.close();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async ask(
    method: string,
    path: string,
    token: string,
    body?: object,
    headers: object = {},
  ): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(this.seen === undefined || method !== 'GET' ? {} : { 'entente-seen': this.seen }),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }

  async get<Answer>(path: string, token: string): Promise<Answer> {
    return accepted<Answer>(await this.ask('GET', path, token));
  }

  async post<Answer>(path: string, token: string, body: object, headers: object = {}): Promise<Answer> {
    const answer = await accepted<Answer>(await this.ask('POST', path, token, body, headers));
    const { position } = answer as { position?: string | null };
    if (position) this.seen = position;
    return answer;
  }

  /** The first coordinator of an empty space, signed in. */
  async appointFirst(): Promise<{ readonly token: string; readonly viewer: object }> {
    return this.post('/api/spaces/main/first-coordinator', '', {
      person: { name: { zh: '林悦', en: 'Lin Yue' }, language: 'zh' },
      organisation: { name: { zh: '调研宣传部' } },
      position: { title: { zh: '统筹专员' } },
    });
  }

  async signIn(personId: string, space = 'main'): Promise<string> {
    const { token } = await this.post<{ token: string }>(
      '/api/session',
      '',
      { space, personId },
      this.seen === undefined ? {} : { 'entente-seen': this.seen },
    );
    return token;
  }
}

async function accepted<Answer>(response: Response): Promise<Answer> {
  const answer = (await response.json()) as Answer;
  if (!response.ok) throw new Error(`${response.status} ${response.url}: ${JSON.stringify(answer)}`);
  return answer;
}
