import { OwnPostgres } from '../support/own-postgres.js';
import { dataFolder, startServer, type Program } from '../support/running-program.js';
import { HttpConnection, type HttpAnswer } from '../bench/http-connection.js';
import { mustHold } from './fault.js';

const KEY = '5e'.repeat(32);

interface Running {
  readonly program: Program;
  readonly connections: readonly HttpConnection[];
}

/** Two programs on one database, each asked over connections of its own, and a coordinator to ask them. */
export class TwoPrograms implements AsyncDisposable {
  readonly #running: (Running | undefined)[] = [];
  readonly #folder = dataFolder();
  #token = '';

  private constructor(
    private readonly server: OwnPostgres,
    private readonly databaseUrl: string,
    private readonly connections: number,
  ) {}

  /** `connections` to each of them. */
  static async start(connections: number): Promise<TwoPrograms> {
    const server = await OwnPostgres.start();
    const programs = new TwoPrograms(server, await server.createDatabase('entente'), connections);
    for (const which of [0, 1]) await programs.#start(which);
    const answer = await programs.post(0, '/api/spaces/main/first-coordinator', {
      person: { name: { en: 'Lin Yue' }, language: 'en' },
      organisation: { name: { en: 'Office' } },
      position: { title: { en: 'Coordinator' } },
    });
    mustHold(answer.status < 300, `the first coordinator was not appointed: ${answer.body}`);
    programs.#token = (JSON.parse(answer.body) as { token: string }).token;
    return programs;
  }

  /** By connection: even numbers ask the one program, odd numbers the other. One request at a time each. */
  post(
    connection: number,
    path: string,
    body: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<HttpAnswer> {
    const open = this.#running[connection % 2]?.connections[Math.floor(connection / 2)];
    if (!open) throw new Error(`there is no connection ${connection}`);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return open.post(path, this.#token, body, lines.join(''));
  }

  get(path: string): Promise<HttpAnswer> {
    const open = this.#running[0]?.connections[0];
    if (!open) throw new Error('nothing is running');
    return open.get(path, this.#token);
  }

  async propose(): Promise<{ readonly agreementId: string; readonly revision: number }> {
    const answer = await this.post(0, '/api/agreements', {
      kind: 'letter-of-intent',
      title: { en: 'A letter' },
    });
    mustHold(answer.status === 201, `a proposal was answered ${answer.status}: ${answer.body}`);
    return JSON.parse(answer.body) as { agreementId: string; revision: number };
  }

  /** Ends both as a power cut would, and starts them again. */
  async restart(): Promise<void> {
    await this.#kill();
    for (const which of [0, 1]) await this.#start(which);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#kill();
    await this.server[Symbol.asyncDispose]();
    this.#folder.remove();
  }

  async #start(which: number): Promise<void> {
    const { program, url } = await startServer({
      DATABASE_URL: this.databaseUrl,
      INSTALLATION_KEY: KEY,
      SEALING_KEY: KEY,
      DATA_DIR: this.#folder.path,
      LOG_LEVEL: 'fatal',
    });
    const opening = Array.from({ length: this.connections }, () => HttpConnection.open(url));
    this.#running[which] = { program, connections: await Promise.all(opening) };
  }

  async #kill(): Promise<void> {
    for (const running of this.#running) {
      for (const connection of running?.connections ?? []) connection.close();
      await running?.program.kill('SIGKILL');
    }
    this.#running.length = 0;
  }
}
