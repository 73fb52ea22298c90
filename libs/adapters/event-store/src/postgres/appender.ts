import { NO_STREAM, type AppendOutcome } from '@entente/event-sourcing';
import type pg from 'pg';

import type { Append, AppendTransport, BatchOutcome } from './append-queue.js';
import { positionOf } from './position.js';

/** Brings appends to `log.append_one` and `log.append_batch`, prepared once on every connection. */
export class Appender implements AppendTransport {
  constructor(private readonly pool: pg.Pool) {}

  async one(append: Append): Promise<AppendOutcome> {
    const { stream, expectedRevision, ids, events } = append;
    if (ids.length === 1) {
      const { rows } = await this.pool.query<{ position: string | null }>({
        name: 'log.append_one',
        text: 'SELECT last_position::text AS position FROM log.append_one($1, $2, $3, $4)',
        values: [stream, expectedRevision, ids[0], events[0]],
      });
      const position = rows[0]?.position;
      if (typeof position === 'string')
        return { outcome: 'appended', revision: expectedRevision + 1, position: positionOf(position) };
    }
    const [outcome] = await this.many([append]);
    if (!outcome || outcome.outcome === 'again') throw new Error('the log did not answer an append');
    return outcome;
  }

  async many(appends: readonly Append[]): Promise<readonly BatchOutcome[]> {
    const { rows } = await this.pool.query<{ outcomes: string }>({
      name: 'log.append_batch',
      text: 'SELECT outcomes FROM log.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      values: columnsOf(appends),
    });
    return (JSON.parse(rows[0]?.outcomes ?? '[]') as Answer[]).map(read);
  }

  isOneToBlame(error: unknown): boolean {
    // Classes 22 (data), 23 (constraint) and 54 (limits): nothing was written, and no neighbour has a part in it.
    return /^(22|23|54)...$/u.test(String((error as { code?: unknown }).code));
  }
}

type Answer =
  | readonly [outcome: 'appended' | 'duplicate', revision: number, position: number]
  | readonly [outcome: 'conflict', revision: number]
  | readonly [outcome: 'again'];

function read([outcome, revision = NO_STREAM, position]: Answer): BatchOutcome {
  switch (outcome) {
    case 'appended':
    case 'duplicate':
      return { outcome, revision, position: positionOf(String(position)) };
    case 'conflict':
      return { outcome, actual: revision };
    case 'again':
      return { outcome };
    default: {
      const never: never = outcome;
      throw new Error(`the log answered an append with ${String(never)}`);
    }
  }
}

function columnsOf(appends: readonly Append[]): unknown[] {
  const streams = new Map<string, number>();
  for (const { stream } of appends) if (!streams.has(stream)) streams.set(stream, streams.size + 1);
  return [
    [...streams.keys()],
    appends.map(({ stream }) => streams.get(stream)),
    appends.map(({ expectedRevision }) => expectedRevision),
    appends.map(({ ids }) => ids.length),
    appends.flatMap(({ ids }, index) => ids.map(() => index + 1)),
    appends.flatMap(({ ids }) => ids.map((_, offset) => offset + 1)),
    appends.flatMap(({ stream, ids }) => ids.map(() => stream)),
    appends.flatMap(({ ids }) => ids),
    appends.flatMap(({ events }) => events),
  ];
}
