import { millis, spread, whole, type Bench } from './bench.js';
import { serveApart, type ServedApi } from './served.js';
import { durableServer } from './server.js';

const LETTERS = 1_000;
const EVENTS_EACH = 20;
export const WRITERS = 8;
const READERS = 2;
const DISTRICTS = '东城 西城 朝阳 丰台 石景山 海淀 顺义 通州 大兴 房山 门头沟 昌平 平谷 密云 怀柔 延庆'.split(
  ' ',
);
const FIELDS = '现代农业 科技发展 智慧城市 生命健康 绿色能源 城市安全'.split(' ');

/** Questions people ask all day. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'the board, first page': '/api/agreements?limit=25',
  'the board, in signing or drafting, late': '/api/agreements?stage=drafting&stage=signing&late=true',
  'search for a district': `/api/agreements?search=${encodeURIComponent('海淀')}`,
  'search for a district and a field': `/api/agreements?search=${encodeURIComponent('海淀 智慧城市')}`,
  'search for what every letter says': `/api/agreements?search=${encodeURIComponent('合作')}`,
  'search in English': '/api/agreements?search=tongzhou',
  'my work': '/api/my-work?list=owed',
  'what I wait for': '/api/my-work?list=awaited',
};

export const bench: Bench = {
  ids: ['P16'],
  title: 'board with 1,000 agreements',
  async run({ quick, say }) {
    await using server = await durableServer();
    await using api = await serveApart(
      await server.database('board'),
      ['--whole', '--agreements', '1'],
      WRITERS + READERS,
    );
    const writers = new Writers(api);
    const letters = quick ? LETTERS / 10 : LETTERS;
    say(`writing ${whole(letters)} letters through the API`);
    const start = performance.now();
    const events = await writers.propose(letters);
    const seconds = (performance.now() - start) / 1_000;
    const asked = quick ? 10 : 200;
    const rows: (string | number)[][] = [];
    say('asking');
    for (const [what, path] of Object.entries(QUESTIONS)) {
      const quiet = await reading(api, path, asked);
      const going = writers.goOn();
      const loaded = await reading(api, path, asked);
      await going.stop();
      rows.push([what, ...cells(quiet), ...cells(loaded)]);
    }
    return {
      columns: [
        'question',
        'p50 ms',
        'p95',
        'max',
        `p50 ms, ${WRITERS} connections writing`,
        'p95, writing',
        'max, writing',
      ],
      rows,
      notes: [
        `${server.version}, durable settings; server, load and database share the machine; ${READERS} questions at a time.`,
        `${whole(letters)} letters with ${(events / letters).toFixed(1)} events each were written through the API in ${seconds.toFixed(1)} s by ${WRITERS} connections.`,
        'Target: ≤ 100 ms at p95.',
      ],
    };
  },
};

function cells(latencies: readonly number[]): string[] {
  const sorted = latencies.toSorted((one, other) => one - other);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? NaN;
  const { p50, max } = spread(latencies);
  return [millis(p50), millis(p95), millis(max)];
}

async function reading({ served, connections }: ServedApi, path: string, times: number): Promise<number[]> {
  const lanes = connections.slice(WRITERS).map(async (connection) => {
    const latencies: number[] = [];
    for (let done = 0; done < times / READERS; done += 1) {
      const start = performance.now();
      const { status, body } = await connection.get(path, served.token);
      if (status !== 200) throw new Error(`${path} was answered with ${body}`);
      latencies.push(performance.now() - start);
    }
    return latencies;
  });
  return (await Promise.all(lanes)).flat();
}

interface Written {
  readonly agreementId: string;
  readonly revision: number;
}

/** Whoever writes letters through the API, on as many connections as it has. */
export class Writers {
  #letters: Written[] = [];

  constructor(
    private readonly api: ServedApi,
    private readonly eventsEach = EVENTS_EACH,
  ) {}

  /** Answers how many events there are. */
  async propose(count: number): Promise<number> {
    const bases = await this.#organisations(FIELDS.map((field) => `${field}智库基地`));
    const districts = await this.#organisations(DISTRICTS.map((district) => `${district}区科学技术协会`));
    const waiting = Array.from({ length: count }, (_, index) => index);
    await this.#together(async (lane) => {
      for (let index = waiting.pop(); index !== undefined; index = waiting.pop())
        this.#letters.push(await this.#letter(lane, index, bases, districts));
    });
    return this.#letters.reduce((sum, { revision }) => sum + revision + 1, 0);
  }

  /** Writes on until it is stopped. */
  goOn(): { stop: () => Promise<void> } {
    let stopped = false;
    const done = this.#together(async (lane) => {
      for (let index = lane; !stopped; index += WRITERS) {
        const { agreementId } = this.#letters[index % this.#letters.length] ?? {};
        await this.#plan(lane, agreementId ?? '', `note-${lane}-${index}`);
      }
    });
    return {
      stop: () => {
        stopped = true;
        return done;
      },
    };
  }

  async #letter(
    lane: number,
    index: number,
    bases: readonly string[],
    districts: readonly string[],
  ): Promise<Written> {
    const [field, district] = [FIELDS[index % FIELDS.length], DISTRICTS[index % DISTRICTS.length]];
    const proposal = {
      kind: 'letter-of-intent',
      title: { zh: `${district}区${field}合作意向书`, en: `Letter of intent ${index}` },
      field: { zh: field },
      parties: [
        { partyId: bases[index % bases.length], role: 'think-tank-base' },
        { partyId: districts[index % districts.length], role: 'district-association' },
      ],
    };
    let written = await this.#post<Written>(lane, '/api/agreements', proposal);
    while (written.revision + 1 < this.eventsEach)
      written = { ...written, ...(await this.#plan(lane, written.agreementId, `part-${written.revision}`)) };
    return written;
  }

  #plan(lane: number, agreementId: string, sectionId: string): Promise<Written> {
    const body = {
      sectionId: sectionId.slice(0, 40),
      rendition: 'zh',
      heading: '补充',
      body: '双方每季度会商一次，并如实记录。',
      baseHash: null,
    };
    return this.#post(lane, `/api/agreements/${agreementId}/revise-section`, body, [200, 409, 422]);
  }

  #organisations(names: readonly string[]): Promise<string[]> {
    return Promise.all(
      names.map(async (zh, index) => {
        const lane = index % WRITERS;
        const name = zh.startsWith('通州') ? { zh, en: 'Tongzhou Association' } : { zh };
        return (await this.#post<{ organisationId: string }>(lane, '/api/organisations', { name }))
          .organisationId;
      }),
    );
  }

  #lines = Array.from({ length: WRITERS }, () => Promise.resolve<unknown>(undefined));

  /** A connection carries one request at a time. */
  async #post<Answer>(
    lane: number,
    path: string,
    body: object,
    expected: readonly number[] = [200, 201],
  ): Promise<Answer> {
    const before = this.#lines[lane];
    const asked = (async () => {
      await before;
      return this.api.connections[lane]?.post(path, this.api.served.token, body);
    })();
    this.#lines[lane] = asked;
    const answer = await asked;
    if (!answer || !expected.includes(answer.status))
      throw new Error(`${path} was answered with ${answer?.body ?? 'nothing'}`);
    return JSON.parse(answer.body) as Answer;
  }

  async #together(work: (lane: number) => Promise<void>): Promise<void> {
    await Promise.all(Array.from({ length: WRITERS }, (_, lane) => work(lane)));
  }
}
