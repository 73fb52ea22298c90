import { EventStoreUnavailable } from '@entente/event-sourcing';
import { silentLog, type Log } from '@entente/platform';
import { CommandBus } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions, LightMyRequestResponse as LightMyRequestResponse } from 'fastify';

import { createApi } from '../../../apps/api/src/create-api.js';
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
    const { app, engine } = await ApiInMemory.#create(changed, log);
    const bus = app.get(CommandBus);
    return new ApiInMemory(app, engine, await staff((message) => bus.execute(message), engine.facts));
  }

  /** With nobody in it. */
  static async openEmpty(): Promise<ApiInMemory> {
    const { app, engine } = await ApiInMemory.#create({}, silentLog);
    const nobody: Staff = new Proxy({} as Staff, { get: () => 'nobody' });
    return new ApiInMemory(app, engine, nobody);
  }

  static async #create(
    changed: Partial<ApiSettings>,
    log: Log,
  ): Promise<{ app: NestFastifyApplication; engine: MemoryEngine }> {
    const engine = new MemoryEngine();
    const app = await createApi(engine.module(), { ...settings, ...changed }, log);
    void engine.number(app.get(CommandBus));
    return { app, engine };
  }

  /** `GET /api/agreements/:agreement`, for every route there is. */
  get routes(): string[] {
    const paths: string[] = [];
    const parts: string[] = [];
    for (const line of this.app
      .getHttpAdapter()
      .getInstance()
      .printRoutes({ commonPrefix: false })
      .split('\n')) {
      const match = /^(?<indent>[│├└─ ]*)(?<part>\S*)(?: \((?<methods>[A-Z, ]+)\))?$/u.exec(line);
      if (!match?.groups) continue;
      const { indent = '', part = '', methods } = match.groups;
      parts.splice(indent.length / 4 - 1, Infinity, part);
      const url = parts.join('');
      for (const method of methods?.split(', ') ?? []) if (method !== 'HEAD') paths.push(`${method} ${url}`);
    }
    return paths;
  }

  /** Whatever `work` appends, from this type of event on the log is away. */
  async failFrom(type: string, work: () => Promise<unknown>): Promise<void> {
    const { store } = this.engine.facts;
    const append = store.append.bind(store);
    store.append = (stream, expected, events) =>
      events.some((event) => event.type === type)
        ? Promise.reject(new EventStoreUnavailable('away'))
        : append(stream, expected, events);
    await work();
    store.append = append;
  }

  /** Registers the same people in another space. */
  async staffSpace(space: string): Promise<Staff> {
    const bus = this.app.get(CommandBus);
    return staff((message) => bus.execute(message), this.engine.facts, space);
  }

  inject(options: InjectOptions): Promise<LightMyRequestResponse> {
    return this.app.inject(options);
  }

  async tokenOf(personId: string, space = 'main'): Promise<string> {
    const { token } = (await this.post('/api/session', { space, personId })).json<{ token: string }>();
    return token;
  }

  /** As this person, or as nobody. */
  async get(
    url: string,
    personId?: string,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    return this.inject({ method: 'GET', url, headers: { ...(await this.#as(personId)), ...headers } });
  }

  async post(
    url: string,
    body: unknown,
    personId?: string,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    return this.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', ...(await this.#as(personId)), ...headers },
      payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    });
  }

  async close(): Promise<void> {
    this.engine.stop();
    await this.app.close();
  }

  async #as(personId: string | undefined): Promise<Record<string, string>> {
    return personId === undefined ? {} : { authorization: `Bearer ${await this.tokenOf(personId)}` };
  }
}
