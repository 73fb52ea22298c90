import { GetBoard } from '@entente/application';
import { NO_KEYS } from '@entente/event-sourcing';
import { ConsumerRuntime, Database, platformMigrations, runMigrations } from '@entente/platform';
import {
  GetBoardHandler,
  gramsOf,
  lettersHolding,
  searchText,
  viewConsumers,
  viewsMigrations,
  type ViewsTables,
} from '@entente/views';

import type pg from 'pg';

import { aCast, Letter } from '../views/letter.js';
import { millis, spread, whole, type Bench } from './bench.js';
import { durableServer } from './server.js';

const LETTERS = 200_000;
/** Letters about a rare matter. */
const RARE = 20;
const ASKED = 40;
const LONGEST_MS = 10_000;

/** What is looked for, by how many letters hold it. */
const SOUGHT = [
  ['two characters of few letters', '桃梨'],
  ['four characters of few letters', '果园桃梨'],
  ['two characters of one letter in sixteen', '通州'],
  ['two characters of every letter', '合作'],
  ['an English word of few letters', 'orchards'],
  ['a number', 'LOI-2026-001217'],
  ['one character, in what the board shows', '桃'],
] as const;
const DISTRICTS = '东城 西城 朝阳 丰台 石景 海淀 顺义 通州 大兴 房山 门头 昌平 平谷 密云 怀柔 延庆'.split(
  ' ',
);

export const bench: Bench = {
  ids: ['P15'],
  title: 'search over letters, with the wording of their sections',
  async run({ quick, say }) {
    await using server = await durableServer();
    const database = new Database({ url: await server.database('search') });
    try {
      const letters = quick ? LETTERS / 100 : LETTERS;
      say(`filling ${whole(letters)} letters`);
      const cast = await fill(database, letters);
      const runtime = new ConsumerRuntime({
        database,
        store: cast.world.facts.store,
        views: viewConsumers(),
      });
      const board = new GetBoardHandler(database, cast.world.facts, runtime, runtime);
      const rows: (string | number)[][] = [];
      for (const [what, search] of SOUGHT) {
        let hits = 0;
        const all = await timed(ASKED, async () => {
          hits = await countOf(database, search);
        });
        const answer = await timed(ASKED, () =>
          board.execute(new GetBoard({ viewer: cast.coordinator }, { limit: 25, search })),
        );
        const naive = 'SELECT count(DISTINCT stream) FROM views.agreement_texts WHERE strpos(text, $1) > 0';
        const scan = await timed(2, () => database.pool.query(naive, [search.toLowerCase()]));
        const found = [millis(all.p50), millis(all.p99)];
        rows.push([what, whole(hits), ...found, millis(answer.p50), millis(answer.p99), millis(scan.p50)]);
      }
      return {
        columns: [
          'looked for',
          'letters',
          'counted p50 ms',
          'p99',
          'board’s answer p50 ms',
          'p99',
          'scan ms',
        ],
        rows,
        notes: [
          `${server.version}; ${whole(letters)} letters whose wording is that of real ones, in Chinese and English; everything in memory.`,
          'Counted: people’s names looked through, and all letters that hold it counted. The board’s answer also counts all letters by stage, and brings a page. Scan: strpos over all texts.',
          'Target: ≤ 5 ms for two characters. What nearly every letter holds loses: all of them are counted.',
        ],
      };
    } finally {
      await database.close();
    }
  },
};

function countOf(database: Database, search: string): Promise<number> {
  return database
    .tables<ViewsTables>()
    .transaction()
    .execute(async (tables) => {
      const holding = await lettersHolding(tables, (value) => NO_KEYS.read(value), 'main', search);
      const { hits } = await tables
        .selectFrom('views.agreement_board as board')
        .where(holding)
        .select(({ fn }) => fn.countAll<number>().as('hits'))
        .executeTakeFirstOrThrow();
      return hits;
    });
}

/** Fewer times, but twice at least, where each takes seconds. */
async function timed(times: number, work: () => Promise<unknown>): Promise<ReturnType<typeof spread>> {
  const latencies: number[] = [];
  const until = performance.now() + LONGEST_MS;
  for (let done = 0; done <= times && (done <= 2 || performance.now() < until); done += 1) {
    const start = performance.now();
    await work();
    if (done > 0) latencies.push(performance.now() - start);
  }
  return spread(latencies);
}

/** Rows of one real letter, again and again under another number, district and, rarely, another matter. */
async function fill(database: Database, letters: number): Promise<Awaited<ReturnType<typeof aCast>>> {
  await runMigrations(database, [platformMigrations, viewsMigrations]);
  const cast = await aCast();
  await new Letter(cast, 'one').propose();
  const { store } = cast.world.facts;
  const runtime = new ConsumerRuntime({ database, store, views: viewConsumers() });
  await runtime.register();
  for (const name of runtime.names) await runtime.catchUp(name);
  const matters = ['果园桃梨 Orchards', '智慧城市', '科技发展', '地理信息', '现代农业'];
  const added = DISTRICTS.flatMap((district) =>
    matters.map((matter, index) => {
      const text = searchText(`${district}区${matter}合作意向书`);
      return { text, grams: gramsOf(`loi-2026\n${text}`), rare: index === 0 };
    }),
  );
  // One connection for all of it: another of the pool would build the index with the memory of a small one.
  const client = await database.pool.connect();
  try {
    await insert(client, letters, added);
  } finally {
    client.release(true);
  }
  return cast;
}

interface Added {
  readonly text: string;
  readonly grams: readonly number[];
  readonly rare: boolean;
}

/** The grams of the six digits of a number, as `gramsOf` has them. */
const DIGITS = [10, 11, 12, 13]
  .map((place) =>
    [18, 9, 0].map((bits, index) => `(ascii(substr(number, ${place + index})) << ${bits})`).join(' | '),
  )
  .join(', ');

/** All rows first and then the index over them: kept while rows come in, it takes many times as long. */
async function insert(client: pg.PoolClient, letters: number, added: readonly Added[]): Promise<void> {
  await client.query(`
    SET statement_timeout = 0; SET maintenance_work_mem = '512MB'; SET synchronous_commit = off;
    SET max_parallel_maintenance_workers = 2;
    DROP INDEX views.agreement_texts_grams_idx;`);
  await client.query(
    `WITH added AS (SELECT text, grams, (row_number() OVER ())::int - 1 AS place, rare
        FROM json_to_recordset($1) AS t (text text, grams int[], rare boolean)),
      numbered AS (
        SELECT letter, 'loi-2026-' || lpad(letter::text, 6, '0') AS number,
               CASE WHEN letter % $3 = 0 THEN letter / $3 % 16 * 5 ELSE letter % 16 * 5 + 1 + letter % 4 END AS place
          FROM generate_series(1, $2::int) AS letter),
      about AS (
        INSERT INTO views.agreement_texts
        SELECT 'main.agreement-' || letter, part, space, number || E'\\n' || added.text || E'\\n' || one.text,
               one.grams || added.grams || ARRAY[${DIGITS}], '{}'
          FROM views.agreement_texts AS one, numbered JOIN added USING (place)
         WHERE part = ''
         ORDER BY letter),
      sections AS (
        INSERT INTO views.agreement_texts
        SELECT 'main.agreement-' || letter, part, space, text, grams, '{}'
          FROM views.agreement_texts AS one, numbered
         WHERE part <> ''
         ORDER BY letter)
     INSERT INTO views.agreement_board
     SELECT (json_populate_record(one, json_build_object('stream', 'main.agreement-' || letter, 'agreement_id', letter,
               'number', upper(numbered.number), 'sort_key', letter, 'search', numbered.number || E'\\n' || added.text))).*
       FROM views.agreement_board AS one, numbered JOIN added USING (place)`,
    [JSON.stringify(added), letters, letters / RARE],
  );
  await client.query('CREATE INDEX agreement_texts_grams_idx ON views.agreement_texts USING gin (grams)');
  await client.query('VACUUM ANALYZE views.agreement_texts');
  await client.query('VACUUM ANALYZE views.agreement_board');
}
