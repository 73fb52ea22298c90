import {
  UnreadableEvent,
  type EventStore,
  type LogPosition,
  type RecordedEvent,
} from '@entente/event-sourcing';
import type { Database } from '@entente/platform';
import { randomUUID } from 'node:crypto';

import { wordEvent } from '../platform/support/log-of-words.js';
import { chained, type Fate } from './chained-view.js';
import type { SeededRandom } from './seeded-random.js';

const STREAMS = 6;
const APPENDS = 60;
const FATES: readonly Fate[] = ['heals', 'heals', 'stays'];

/** A log as the seed wants it: a few events are poison, of a strange type, or no events at all. */
export async function writeLog(database: Database, store: EventStore, random: SeededRandom): Promise<void> {
  const lengths = Array.from({ length: STREAMS }, () => 0);
  for (let append = 0; append < APPENDS; append += 1) {
    const id = random.below(STREAMS);
    const length = lengths[id] ?? 0;
    const events = Array.from({ length: 1 + random.below(4) }, (_, index) => {
      const fate = random.chance(0.02) ? (FATES[random.below(FATES.length)] ?? 'fine') : 'fine';
      const type = random.chance(0.01) ? 'WordSung' : 'WordSaid';
      return wordEvent(length + index, { id: String(id), type, data: { fate } });
    });
    const stream = `main.agreement-${id}`;
    const isRubbish = random.chance(0.005);
    if (isRubbish) await writeRubbish(database, stream, length);
    else await store.append(stream, length - 1, events);
    lengths[id] = length + (isRubbish ? 1 : events.length);
  }
}

/** Past the port, which would refuse it. */
async function writeRubbish({ pool }: Database, stream: string, revision: number): Promise<void> {
  await pool.query('SELECT log.append_events($1, $2, $3, $4)', [
    stream,
    revision - 1,
    [randomUUID()],
    ['{"this":"is no event of ours"}'],
  ]);
}

export interface Expected {
  readonly events: number;
  readonly chains: readonly { readonly stream: string; readonly events: number; readonly digest: string }[];
  /** `stream@revision`, by stream and in order. */
  readonly heard: readonly string[];
}

/** What the mended program must have made of the log: of each stream all up to what nobody can ever take. */
export async function expectedOf(store: EventStore): Promise<Expected> {
  const taken = new Map<string, RecordedEvent[]>();
  const ended = new Set<string>();
  let events = 0;
  for await (const entry of entriesOf(store)) {
    events += 1;
    const stream = entry instanceof UnreadableEvent ? entry.place.stream : entry.event.stream;
    if (entry instanceof UnreadableEvent || entry.event.data['fate'] === 'stays') ended.add(stream);
    else if (!ended.has(stream)) taken.set(stream, [...(taken.get(stream) ?? []), entry]);
  }
  const streams = [...taken].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    events,
    chains: streams.map(([stream, all]) => ({
      stream,
      events: all.length,
      digest: all.reduce((sum, { event }) => chained(sum, event.id), ''),
    })),
    heard: streams.flatMap(([stream, all]) => all.map(({ event }) => `${stream}@${event.revision}`)),
  };
}

async function* entriesOf(store: EventStore): AsyncIterable<RecordedEvent | UnreadableEvent> {
  let after: LogPosition | undefined;
  for (;;) {
    try {
      yield* store.readAll(after);
      return;
    } catch (error) {
      if (!(error instanceof UnreadableEvent)) throw error;
      yield error;
      after = error.place.position;
    }
  }
}
