import type { AgreementFact } from '@entente/agreement';
import { canonicalText } from '@entente/canonical';
import type { EventEnvelope } from '@entente/event-sourcing';
import type pg from 'pg';

import { aCast, Letter, type Cast } from '../views/letter.js';

/** How the events of many letters lie in the log. */
export type LogOrder =
  /** Each letter's events together. */
  | 'letter after letter'
  /** As in an office: so many letters are under way at a time. */
  | '2,000 letters at a time'
  /** Every letter from the first to the last position. */
  | 'all letters at once';

const AT_A_TIME: Readonly<Record<LogOrder, number>> = {
  'letter after letter': 0,
  '2,000 letters at a time': 2_000,
  'all letters at once': 1e9,
};

type Event = EventEnvelope<AgreementFact>;

/** Stands in the ids of a template for what tells one letter from another. */
const LETTER = 'ffffffff-ffff';

/**
 * Fills an empty log with letters our own deciders wrote, again and again under other ids: withdrawn, in signing, with
 * an entry taken back, concluded after one milestone or many; about twenty events each.
 */
export async function fillWithLetters(pool: pg.Pool, letters: number, order: LogOrder): Promise<number> {
  const templates = await letterTexts();
  const rows = templates.flatMap((texts, shape) => {
    const commands = texts.map((text) => (JSON.parse(text) as EventEnvelope).commandId);
    // What one command appended stays together.
    return texts.map((text, revision) => ({
      shape,
      revision,
      begun: commands.indexOf(commands[revision] ?? ''),
      text,
    }));
  });
  await pool.query('CREATE TABLE template (shape int, revision int, begun int, length int, text text)');
  await pool.query(
    `INSERT INTO template SELECT shape, revision, begun, count(*) OVER (PARTITION BY shape), text
       FROM json_to_recordset($1) AS t (shape int, revision int, begun int, text text)`,
    [JSON.stringify(rows)],
  );
  const client = await pool.connect();
  try {
    await client.query('SET statement_timeout = 0; SET synchronous_commit = off');
    const { rowCount } = await client.query(
      `INSERT INTO log.event (position, stream, revision, event_id, event)
       SELECT row_number() OVER (ORDER BY letter + $3 * begun::float / length, letter, revision),
              'main.agreement-' || tag || '-4000-8000-000000000000', revision,
              (tag || '-4000-8000-' || lpad(to_hex(revision), 12, '0'))::uuid, replace(text, '${LETTER}', tag)::json
         FROM (SELECT letter, overlay(substr(md5(letter::text), 1, 13) PLACING '-' FROM 9 FOR 1) AS tag
                 FROM generate_series(1, $1::int) AS letter) AS letters
         JOIN template ON shape = letter % $2
        ORDER BY 1`,
      [letters, templates.length, AT_A_TIME[order]],
    );
    await client.query('DROP TABLE template');
    await client.query('VACUUM ANALYZE log.event');
    return rowCount ?? 0;
  } finally {
    client.release(true);
  }
}

/** Most letters are young; what an old one holds is what most events are of. */
async function histories(): Promise<Event[][]> {
  const cast = await aCast();
  const young = await Promise.all([1, 2, 3, 4, 5].map((number) => proposed(cast, `young ${number}`)));
  const older = await Promise.all([
    walked(cast, 'one', 1),
    walked(cast, 'three', 3),
    corrected(cast),
    withdrawn(cast),
    withdrawn(cast, 'early'),
  ]);
  return Promise.all(
    [...young, ...older].map(async (letter) => (await letter.history()).map(({ event }) => event)),
  );
}

async function proposed(cast: Cast, key: string): Promise<Letter> {
  const letter = new Letter(cast, key);
  await letter.propose();
  await cast.world.number(key, `LOI-2026-${key}`);
  return letter;
}

async function walked(cast: Cast, key: string, milestones: number): Promise<Letter> {
  const letter = await proposed(cast, key);
  await letter.draft();
  await letter.submitForSigning();
  await letter.sign(0);
  await letter.sign(1);
  for (let number = 1; number <= milestones; number += 1) await letter.plan(`2026-1${number - 1}-15`);
  await letter.completeMilestones();
  await letter.submitForReview();
  await letter.conclude();
  return letter;
}

async function corrected(cast: Cast): Promise<Letter> {
  const letter = await proposed(cast, 'corrected');
  await letter.draft();
  await letter.submitForSigning();
  await letter.retract(await letter.sign(0));
  await letter.sign(0);
  await letter.sign(1);
  return letter;
}

async function withdrawn(cast: Cast, key = 'withdrawn'): Promise<Letter> {
  const letter = await proposed(cast, key);
  if (key !== 'early') await letter.draft();
  await letter.withdraw();
  return letter;
}

/** The texts of some histories, for `asLetter`. */
export async function letterTexts(): Promise<string[][]> {
  return (await histories()).map((history) => history.map(template));
}

/** One of them under another letter's ids, told apart by 12 hexadecimal digits. */
export function asLetter(texts: readonly string[], tag: string): EventEnvelope[] {
  const own = `${tag.slice(0, 8)}-${tag.slice(8)}`;
  return texts.map((text) => JSON.parse(text.replaceAll(LETTER, own)) as EventEnvelope);
}

/** Its text with the letter's own ids made placeholders; those of people and organisations stay. */
function template(event: Event, _index: number, history: readonly Event[]): string {
  const own = [...new Set([agreementId(event), ...history.flatMap(({ id, commandId }) => [id, commandId])])];
  return own.reduce(
    (text, id, index) => text.replaceAll(id, `${LETTER}-4000-8000-${index.toString(16).padStart(12, '0')}`),
    canonicalText(event),
  );
}

function agreementId({ stream }: Event): string {
  return stream.slice('main.agreement-'.length);
}
