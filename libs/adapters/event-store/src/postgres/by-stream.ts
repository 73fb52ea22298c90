import type { ByStreamOptions, LogPosition, RecordedEvent } from '@entente/event-sourcing';

import { readEnvelope } from '../read-envelope.js';
import { numberOf, positionOf } from './position.js';

type Query = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** Fetched at a time at most: what a slow reader holds in memory. Bytes are as stored, some of them compressed. */
const EVENTS = 1_000;
const BYTES = 4 * 1024 * 1024;

/** One stream's events, or some of them. */
interface Row {
  readonly stream: string;
  readonly revision: string;
  readonly positions: string;
  readonly events: string;
}

interface Range {
  readonly from: string;
  /** The first name beyond it; null: none is. */
  readonly to: string | null;
}

/** In the order of the streams' names. The next part is asked for while the reader works on one. */
export async function* readByStream(
  query: Query,
  upTo: LogPosition,
  { after, streamPrefixes = [''] }: ByStreamOptions,
): AsyncGenerator<readonly RecordedEvent[]> {
  for (const range of rangesOf(streamPrefixes)) {
    if (after !== undefined && range.to !== null && after >= range.to) continue;
    // Behind all of the stream's revisions, or before the range's first.
    const start = after !== undefined && after >= range.from ? { stream: after, revision: LAST } : undefined;
    yield* readRange(query, range, start ?? { stream: range.from, revision: '-1' }, numberOf(upTo));
  }
}

const LAST = String(2n ** 63n - 1n);

async function* readRange(
  query: Query,
  range: Range,
  start: { readonly stream: string; readonly revision: string },
  upTo: string,
): AsyncGenerator<readonly RecordedEvent[]> {
  const fetch = ({ stream, revision }: typeof start): Promise<Row[]> => {
    const rows = query<Row>(PART, [stream, revision, range.to, upTo, EVENTS, BYTES]);
    // Its failure is seen when it is awaited, which may be later.
    rows.catch(() => undefined);
    return rows;
  };
  /** Of a stream that may go on in the next part. */
  let open: RecordedEvent[] = [];
  let next = fetch(start);
  try {
    for (;;) {
      const rows = await next;
      const last = rows.at(-1);
      if (!last) break;
      next = fetch({ stream: last.stream, revision: String(Number(last.revision) + countOf(last) - 1) });
      const group: RecordedEvent[] = [];
      for (const row of rows) {
        if (open[0]?.event.stream !== row.stream) {
          append(group, open);
          open = [];
        }
        const isDamaged = appendEventsOf(row, open);
        if (!isDamaged) continue;
        if (group.length > 0) yield group;
        throw isDamaged.error;
      }
      if (group.length > 0) yield group;
    }
    if (open.length > 0) yield open;
  } finally {
    // Whoever stops early must not leave a query under way behind.
    await next.catch(() => undefined);
  }
}

/** What could not be read, after everything before it was. */
function appendEventsOf(row: Row, events: RecordedEvent[]): { readonly error: unknown } | undefined {
  const { stream } = row;
  const first = Number(row.revision);
  const positions = row.positions.split(' ');
  const values = JSON.parse(row.events) as unknown[];
  try {
    for (const [index, value] of values.entries()) {
      const position = positionOf(positions[index] ?? '');
      events.push({ event: readEnvelope(value, { stream, revision: first + index, position }), position });
    }
  } catch (error) {
    return { error };
  }
  return undefined;
}

function append(group: RecordedEvent[], events: readonly RecordedEvent[]): void {
  for (const event of events) group.push(event);
}

function countOf({ positions }: Row): number {
  return positions.split(' ').length;
}

/** Names compare by their bytes here, so that those with one beginning are one range. Ranges in order, none inside another. */
function rangesOf(prefixes: readonly string[]): Range[] {
  const sorted = [...new Set(prefixes)].sort();
  return sorted
    .filter((prefix, index) => !sorted.slice(0, index).some((shorter) => prefix.startsWith(shorter)))
    .map((prefix) => ({ from: prefix, to: nextName(prefix) }));
}

function nextName(prefix: string): string | null {
  const last = prefix.charCodeAt(prefix.length - 1);
  return prefix === '' ? null : prefix.slice(0, -1) + String.fromCharCode(last + 1);
}

/** A row a stream: parsed at once, which is quicker than event by event, and small enough for the driver. */
const PART = `
  SELECT stream, min(revision)::text AS revision,
         string_agg(position::text, ' ' ORDER BY revision) AS positions,
         '[' || string_agg(event::text, ',' ORDER BY revision) || ']' AS events
    FROM (SELECT *, sum(pg_column_size(event)) OVER (ORDER BY stream, revision ROWS UNBOUNDED PRECEDING) AS bytes,
                 row_number() OVER (ORDER BY stream, revision) AS number
            FROM (SELECT e.stream, e.revision, e.position, e.event
                    FROM log.event AS e
                   WHERE (e.stream, e.revision) > ($1::text COLLATE "C", $2::bigint)
                     AND ($3::text IS NULL OR e.stream < $3::text COLLATE "C")
                     AND e.position <= $4
                   ORDER BY e.stream, e.revision
                   LIMIT $5) AS first) AS part
   WHERE number = 1 OR bytes <= $6
   GROUP BY stream
   ORDER BY stream`;
