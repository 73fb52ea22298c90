import type { Database } from '@entente/platform';
import { ConsumerRuntime, platformMigrations, runMigrations } from '@entente/platform';
import { gramsOf, viewConsumers, viewsMigrations } from '@entente/views';
import type pg from 'pg';

import { aCast, Letter, type Cast } from '../views/letter.js';
import { CLAUSES, DISTRICTS, MATTERS, RARE_MATTER } from './wording.js';

export interface ManyLetters {
  readonly letters: number;
  /** How many of them are about the rare matter. */
  readonly rare: number;
  /** How many are written and projected, from whose rows those of all others are made. */
  readonly samples: number;
}

interface Sample {
  readonly stream: string;
  readonly rare: boolean;
}

const SHOWN = ['directory', 'agreement-board', 'agreement-search'];
const FILLED = ['agreement_texts', 'agreement_board'];
/** Every sample has it, and every copy another one in its place. */
const NUMBER = 'LOI-2026-000000';

/** Letters as an office has them: some hundred written by commands and projected, then their rows under other numbers. */
export async function fillWithLetters(database: Database, many: ManyLetters): Promise<Cast> {
  await runMigrations(database, [platformMigrations, viewsMigrations]);
  const cast = await aCast();
  const samples = await written(cast, many.samples);
  const { store } = cast.world.facts;
  const views = viewConsumers().filter(({ name }) => SHOWN.includes(name));
  const runtime = new ConsumerRuntime({ database, store, views });
  await runtime.register();
  for (const name of runtime.names) await runtime.catchUp(name);
  // One connection for all of it: another of the pool would build the index with the memory of a small one.
  const client = await database.pool.connect();
  try {
    await copy(client, many, samples);
  } finally {
    client.release(true);
  }
  return cast;
}

/** One in sixteen is of each district; every second one has a section that both sides wrote anew. */
async function written(cast: Cast, count: number): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (let index = 0; index < count; index += 1) {
    const rare = index < DISTRICTS.length;
    const matter = rare ? RARE_MATTER : MATTERS[Math.floor(index / DISTRICTS.length) % MATTERS.length];
    const district = DISTRICTS[index % DISTRICTS.length] ?? '';
    const title = {
      zh: `${district}区${matter?.zh ?? ''}合作意向书`,
      en: `Letter of intent: ${matter?.en ?? ''}`,
    };
    const letter = new Letter(cast, `sample ${String(index)}`, title);
    await letter.propose();
    await cast.world.number(letter.key, NUMBER);
    if (index % 2 === 0) await revised(letter, index / 2);
    samples.push({ stream: letter.stream, rare });
  }
  return samples;
}

async function revised(letter: Letter, turn: number): Promise<void> {
  const { sections } = await letter.state();
  const section = sections[turn % sections.length];
  const clauses = [0, 1].map((further) => CLAUSES[(turn + further * 7) % CLAUSES.length]);
  for (const rendition of ['zh', 'en'] as const) {
    const { heading, body, hash } = section?.renditions[rendition] ?? {};
    if (section === undefined || heading === undefined || body === undefined || hash === undefined) continue;
    await letter.cast.world.letter(letter.cast.coordinator, letter.key, {
      type: 'ReviseSection',
      sectionId: section.sectionId,
      rendition,
      heading,
      body: [body, ...clauses.map((clause) => clause?.[rendition])].join('\n'),
      baseHash: hash,
    });
  }
}

/** The grams of the six digits of a number, as `gramsOf` has them. */
const DIGITS = [10, 11, 12, 13]
  .map((place) =>
    [18, 9, 0]
      .map((bits, index) => `(ascii(substr(number, ${String(place + index)})) << ${String(bits)})`)
      .join(' | '),
  )
  .join(', ');
const [ZEROS] = gramsOf('000');

/** Rows first and then the indexes over them: kept while rows come in, they take many times as long. */
async function copy(
  client: pg.PoolClient,
  { letters, rare }: ManyLetters,
  samples: readonly Sample[],
): Promise<void> {
  await client.query(`
    SET statement_timeout = 0; SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2;
    SET work_mem = '256MB';`);
  for (const table of FILLED) await client.query(`ALTER TABLE views.${table} SET UNLOGGED`);
  const indexes = await client.query<{ name: string; made: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS made FROM pg_index
      WHERE indrelid = ANY ($1::regclass[]) AND NOT indisprimary`,
    [FILLED.map((table) => `views.${table}`)],
  );
  for (const { name } of indexes.rows) await client.query(`DROP INDEX ${name}`);
  await client.query(
    'CREATE TEMPORARY TABLE copied (letter int, stream text, number text, sample text COLLATE "C")',
  );
  await client.query(
    `WITH sample AS (
       SELECT stream, rare, (row_number() OVER (PARTITION BY rare ORDER BY place))::int - 1 AS place,
              (count(*) OVER (PARTITION BY rare))::int AS of
         FROM json_to_recordset($1) AS t (stream text, rare boolean, place int))
     INSERT INTO copied
     SELECT letter, 'main.agreement-' || letter, 'loi-2026-' || lpad(letter::text, 6, '0'), sample.stream
       FROM generate_series(1, $2::int) AS letter
       JOIN sample ON rare = (letter % $3 = 0)
        AND place = CASE WHEN letter % $3 = 0 THEN letter / $3 ELSE letter END % of`,
    [JSON.stringify(samples.map((sample, place) => ({ ...sample, place }))), letters, letters / rare],
  );
  await client.query('ANALYZE copied');
  await client.query(
    `INSERT INTO views.agreement_texts (stream, part, space, text, grams, signatory_ids)
     SELECT copied.stream, part, space, replace(text, $1, number),
            array_remove(grams, $2) || ARRAY[${DIGITS}], signatory_ids
       FROM copied JOIN views.agreement_texts AS one ON one.stream = sample
      WHERE part = ''`,
    [NUMBER.toLowerCase(), ZEROS],
  );
  await client.query(
    `INSERT INTO views.agreement_texts (stream, part, space, text, grams, signatory_ids)
     SELECT copied.stream, part, space, text, grams, signatory_ids
       FROM copied JOIN views.agreement_texts AS one ON one.stream = sample
      WHERE part <> ''`,
  );
  await client.query(
    `INSERT INTO views.agreement_board
     SELECT (json_populate_record(one, json_build_object('stream', copied.stream, 'agreement_id', letter,
               'number', upper(copied.number), 'sort_key', letter,
               'search', replace(one.search, $1, copied.number)))).*
       FROM copied JOIN views.agreement_board AS one ON one.stream = sample`,
    [NUMBER.toLowerCase()],
  );
  for (const table of FILLED)
    await client.query(`DELETE FROM views.${table} WHERE stream IN (SELECT sample FROM copied)`);
  for (const { made } of indexes.rows) await client.query(made);
  await client.query('ANALYZE views.agreement_texts');
  await client.query('VACUUM ANALYZE views.agreement_board');
}
