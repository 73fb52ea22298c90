import type { ByStreamOptions, LogPosition, RecordedEvent } from '@entente/event-sourcing';

import { readEnvelope } from '../read-envelope.js';
import { numberOf, positionOf } from './position.js';

/** Fetched at a time: what a slow reader holds in memory. */
const EVENTS = 1_000;

/** An event, each column as PostgreSQL writes it; `born` is the position of its stream's first one. */
export type ByStreamRow = [stream: string, revision: string, position: string, event: string, born: string];
type Query = (text: string, values: readonly unknown[]) => Promise<readonly ByStreamRow[]>;

/** In a stream that began at `born`, behind `revision`. */
interface Start {
  readonly born: string;
  readonly revision: string;
}

const LAST = String(2n ** 63n - 1n);

/**
 * Streams in the order in which they began: those of one time lie close together in the log, so that its pages are
 * read about once. The next part is asked for while the reader works on one.
 */
export async function* readByStream(
  query: Query,
  upTo: LogPosition,
  { after, streamPrefixes }: ByStreamOptions,
): AsyncGenerator<readonly RecordedEvent[]> {
  const text = part(streamPrefixes ? 'AND born.stream ^@ ANY ($5)' : '');
  const fetch = ({ born, revision }: Start): Promise<readonly ByStreamRow[]> => {
    const rows = query(text, [
      born,
      revision,
      numberOf(upTo),
      EVENTS,
      ...(streamPrefixes ? [streamPrefixes] : []),
    ]);
    // Its failure is seen when it is awaited, which may be later.
    rows.catch(() => undefined);
    return rows;
  };
  /** Of a stream that may go on in the next part. */
  let open: RecordedEvent[] = [];
  let next = fetch(after === undefined ? { born: '0', revision: '-1' } : await endOf(query, after));
  try {
    for (;;) {
      const rows = await next;
      const [, revision, , , born] = rows.at(-1) ?? [];
      if (revision === undefined || born === undefined) break;
      next = fetch({ born, revision });
      // Parsed when they are asked for: what is not there yet takes no memory.
      for (const row of rows) {
        const [stream, revision] = row;
        if (open[0] && open[0].event.stream !== stream) {
          yield open;
          open = [];
        }
        // What puts streams together gives each in its order; SQL does not promise it.
        if (revision !== String(open.length)) throw new Error(`${stream} came out of order at ${revision}`);
        open.push(recordedOf(row));
      }
    }
    if (open.length > 0) yield open;
  } finally {
    // Whoever stops early must not leave a query under way behind.
    await next.catch(() => undefined);
  }
}

function recordedOf([stream, revision, number, event]: ByStreamRow): RecordedEvent {
  const position = positionOf(number);
  const place = { stream, revision: Number(revision), position };
  return { event: readEnvelope(JSON.parse(event), place), position };
}

/** Throws TypeError: going on after a stream that is not there would mean to guess where. */
async function endOf(query: Query, stream: string): Promise<Start> {
  const [row] = await query(
    'SELECT stream, revision, position, event, position FROM log.event WHERE stream = $1 AND revision = 0',
    [stream],
  );
  if (!row) throw new TypeError(`there is no stream ${stream} to go on after`);
  return { born: row[4], revision: LAST };
}

/**
 * Plain rows as they are found: putting a stream's events together, or sorting what is in order already, costs the
 * server as much as finding them.
 */
function part(ofStreams: string): string {
  return `
  SELECT event.stream, event.revision, event.position, event.event, born.position
    FROM (SELECT born.stream, born.position FROM log.event AS born
           WHERE born.position >= $1 AND born.position <= $3 AND born.revision = 0 ${ofStreams}
           ORDER BY born.position LIMIT $4) AS born
   CROSS JOIN LATERAL (
         SELECT * FROM log.event AS event
          WHERE event.stream = born.stream AND event.position <= $3
            AND event.revision > CASE born.position WHEN $1 THEN $2::bigint ELSE -1 END
          ORDER BY event.revision LIMIT $4) AS event
   ORDER BY born.position
   LIMIT $4`;
}
