import { createHash } from 'node:crypto';

import { renditionHash } from '@entente/agreement';

import {
  compared,
  RATE_COLUMNS,
  rateCells,
  throughput,
  times,
  type Bench,
  type Contender,
  type Throughput,
} from './bench.js';
import { rawAppender, type Appender } from './contenders.js';
import { serveApart, type ServedApi } from './served.js';
import { durableServer } from './server.js';
import { Lanes } from './workload.js';

const CONNECTIONS = 64;
const STREAMS_PER_LANE = 8;
const FEWER_STREAMS_PER_LANE = 2;
/** So many that a letter which is read for every command stays as long as one in drafting is. */
const STREAMS_READ_PER_LANE = 32;

export const bench: Bench = {
  ids: ['P4'],
  title: 'command over HTTP',
  async run({ quick, say }) {
    await using server = await durableServer();
    await using raw = await rawAppender(await server.database('http_raw'));
    const served = async (name: string, streams: number, ...options: readonly string[]): Promise<Commands> =>
      Commands.on(await server.database(name), quick ? FEWER_STREAMS_PER_LANE : streams, options);
    await using servers = new AsyncDisposableStack();
    const [warm, cold, all] = await Promise.all([
      served('http_warm', STREAMS_PER_LANE),
      served('http_cold', STREAMS_READ_PER_LANE, '--forgetful'),
      served('http_whole', STREAMS_PER_LANE, '--whole'),
    ]);
    for (const server of [warm, cold, all]) servers.use(server);
    const ms = quick ? 400 : 5_000;
    const contenders = [
      rawRound(raw, ms),
      warm.revising('remembered stream', ms),
      cold.revising('stream read for every command', ms),
      all.revising('remembered stream, views and queues in the same process', ms),
      all.proposing('proposal, answered with its number, all in one process', ms),
    ];
    say(`${CONNECTIONS} connections, ${contenders.length} contenders, after a warm-up`);
    // A server's code is compiled for speed only after thousands of commands.
    for (const commands of [warm, cold, all]) await commands.warmUp(quick ? 640 : 10_000);
    const [floor, ...commands] = await compared(contenders);
    if (!floor) throw new Error('there is no floor');
    return {
      columns: ['what', 'per second', ...RATE_COLUMNS, '÷ raw pg', 'p99 ÷ raw pg'],
      rows: [floor, ...commands].map((rate) => [
        rate.name,
        ...rateCells(rate),
        times(rate.perSecond / floor.perSecond),
        times(rate.p99 / floor.p99),
      ]),
      notes: [
        `${server.version}, durable settings. Server, load and database share the machine; the server is one process.`,
        'A command is POST …/revise-section: session, validation, rules, durable append. The floor is one INSERT, in process.',
        `A letter that is read for every command had been revised ${Math.round(cold.revisionsOfALetter)} times at the end.`,
        'Targets: remembered ≥ 1.2×, read for every command ≥ 0.7×, p99 ≤ 2×.',
      ],
    };
  },
};

function rawRound(appender: Appender, ms: number): Contender<Throughput> {
  return {
    name: `${appender.name}, ${CONNECTIONS} in flight`,
    round: () => {
      const lanes = new Lanes('main');
      return throughput((lane) => appender.append(lanes.of(lane)), { inFlight: CONNECTIONS, ms });
    },
  };
}

interface Section {
  readonly path: string;
  /** Of its text now. */
  hash: string | null;
  revised: number;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const paragraph = 'Both sides name one person who answers for each result, and meet every quarter. '.repeat(
  4,
);

/** A served installation in a process of its own, and the connections that send commands to it. */
class Commands {
  readonly #sections: readonly Section[];

  private constructor(private readonly api: ServedApi) {
    this.#sections = api.served.agreements.map((id) => ({
      path: `/api/agreements/${id}/revise-section`,
      hash: null,
      revised: 0,
    }));
  }

  static async on(
    databaseUrl: string,
    streamsPerLane: number,
    options: readonly string[],
  ): Promise<Commands> {
    const agreements = String(CONNECTIONS * streamsPerLane);
    return new Commands(await serveApart(databaseUrl, ['--agreements', agreements, ...options], CONNECTIONS));
  }

  /** So far, on average. */
  get revisionsOfALetter(): number {
    return this.#sections.reduce((sum, { revised }) => sum + revised, 0) / this.#sections.length;
  }

  async warmUp(commands: number): Promise<void> {
    const each = Math.ceil(commands / CONNECTIONS);
    const revise = this.#revisor();
    const lanes = this.api.connections.map(async (_, lane) => {
      for (let sent = 0; sent < each; sent += 1) await revise(lane);
    });
    await Promise.all(lanes);
  }

  /** Each connection revises its own agreements in turn. */
  revising(name: string, ms: number): Contender<Throughput> {
    return { name, round: () => throughput(this.#revisor(), { inFlight: CONNECTIONS, ms }) };
  }

  #revisor(): (lane: number) => Promise<void> {
    const turns = this.api.connections.map(() => 0);
    return (lane) => {
      const turn = (turns[lane] = (turns[lane] ?? 0) + 1);
      const section = this.#sections[lane + CONNECTIONS * (turn % (this.#sections.length / CONNECTIONS))];
      if (!section) throw new Error(`lane ${lane} has no agreement`);
      return this.#revise(lane, section);
    };
  }

  proposing(name: string, ms: number): Contender<Throughput> {
    const body = { kind: 'letter-of-intent', title: { zh: '意向书', en: 'Letter of intent' } };
    const propose = (lane: number): Promise<void> => this.#post(lane, '/api/agreements', body, 201);
    return { name, round: () => throughput(propose, { inFlight: CONNECTIONS, ms }) };
  }

  async #revise(lane: number, section: Section): Promise<void> {
    section.revised += 1;
    const text = {
      sectionId: 'exchange',
      rendition: 'en' as const,
      heading: `Purpose ${section.revised}`,
      body: paragraph,
    };
    await this.#post(lane, section.path, { ...text, baseHash: section.hash }, 200);
    section.hash = renditionHash(sha256, text);
  }

  async #post(lane: number, address: string, body: object, expected: number): Promise<void> {
    const answer = await this.api.connections[lane]?.post(address, this.api.served.token, body);
    if (answer?.status !== expected)
      throw new Error(`${address} was answered with ${answer?.body ?? 'nothing'}`);
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.api[Symbol.asyncDispose]();
  }
}
