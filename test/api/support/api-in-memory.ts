import { silentLog, type Log } from '@entente/platform';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, Response } from 'light-my-request';

import type { ApiSettings } from '../../../apps/api/src/settings.js';
import { MemoryEngine, staff, type Staff } from './in-memory-engine.js';

export const settings: ApiSettings = {
  production: false,
  mail: 'outbox',
  publicUrl: 'http://entente.test',
  webRoot: undefined,
};

export class ApiInMemory {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly engine: MemoryEngine,
    readonly people: Staff,
  ) {}

  static async open(changed: Partial<ApiSettings> = {}, log: Log = silentLog): Promise<ApiInMemory> {
    // jest runs CommonJS (throttler) while it links; only once Nest has been loaded can that require it.
    const { createApi } = await import('../../../apps/api/src/start-api.js');
    const engine = new MemoryEngine();
    const app = await createApi(engine.module(), { ...settings, ...changed }, log);
    const bus = app.get(CommandBus);
    const people = await staff((message) => bus.execute(message), engine.facts);
    return new ApiInMemory(app, engine, people);
  }

  inject(options: InjectOptions): Promise<Response> {
    return this.app.inject(options);
  }

  async tokenOf(personId: string, space = 'main'): Promise<string> {
    const { token } = (await this.post('/api/session', { space, personId })).json<{ token: string }>();
    return token;
  }

  /** As this person, or as nobody. */
  async get(url: string, personId?: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.inject({ method: 'GET', url, headers: { ...(await this.#as(personId)), ...headers } });
  }

  async post(
    url: string,
    body: unknown,
    personId?: string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return this.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...(await this.#as(personId)), ...headers },
      payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    });
  }

  close(): Promise<void> {
    return this.app.close();
  }

  async #as(personId: string | undefined): Promise<Record<string, string>> {
    return personId === undefined ? {} : { authorization: `Bearer ${await this.tokenOf(personId)}` };
  }
}
