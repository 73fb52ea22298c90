import type { LogPosition, RecordedEvent } from '@entente/event-sourcing';
import { sql } from 'kysely';

import { tablesOf, type AnyTransaction } from '../database/database.js';
import type { PlatformTables } from '../migrations.js';
import type { Consumer, ConsumerTools } from './consumer.js';
import { isEventsFault } from './failure.js';
import { areOfOneCommand, isRead, streamOf, type LogEntry } from './log-entries.js';
import { park, parkedAmong, type Culprit } from './parking.js';

/** Where histories are read, up to and including `upTo` and only what stands before `before`. */
export interface StreamSource {
  readonly once?: boolean;
  readStream(stream: string, upTo: LogPosition, before?: LogPosition): Promise<readonly RecordedEvent[]>;
}

export interface BatchOptions {
  /** Where the view is once the batch is written. */
  readonly upTo: LogPosition;
  readonly view: Consumer;
  readonly source: StreamSource;
  /** Under which name streams are parked. */
  readonly parkedAs: string;
  /** False spares the look for parked streams. */
  readonly hasParked: boolean;
  /**
   * `whole`: throws what the view throws, and the transaction is over. `halving`: finds the commands whose events fail by
   * halves and parks their streams from the command's first event on; all others take effect.
   */
  readonly manner: 'whole' | 'halving';
}

/** Writes a batch's rows in the caller's transaction. Answers what it parked, in the same transaction. */
export async function writeBatch(
  tx: AnyTransaction,
  entries: readonly LogEntry[],
  { upTo, view, parkedAs, hasParked, manner, ...options }: BatchOptions,
): Promise<readonly Culprit[]> {
  const tables = tablesOf<PlatformTables>(tx);
  const parkedBefore = async (streams: readonly string[]) =>
    hasParked ? parkedAmong(tables, parkedAs, streams) : undefined;
  const parked = new Map(await parkedBefore([...new Set(entries.map(streamOf))]));
  const tools: ConsumerTools = {
    upTo,
    once: options.source.once === true,
    // Rows may be made of other streams than those of the batch.
    async readStream(stream, end) {
      const from = parked.get(stream) ?? (await parkedBefore([stream]))?.get(stream);
      return options.source.readStream(stream, end, from);
    },
  };
  const culprits = new Map<string, Culprit>();
  const events = sorted(entries, parked, culprits);
  if (events.length > 0) {
    if (manner === 'whole') await view.apply(events, tx, tools);
    else await applyHalving(tx, byCommand(events), { view, tools, parked, culprits });
  }
  const found = [...culprits.values()];
  await park(tables, parkedAs, found);
  return found;
}

/** What cannot even be read parks its stream; what stands behind a parked place is left out. */
function sorted(
  entries: readonly LogEntry[],
  parked: Map<string, LogPosition>,
  culprits: Map<string, Culprit>,
): RecordedEvent[] {
  for (const entry of entries) {
    if (isRead(entry) || isLeftOut(entry, parked)) continue;
    const first = entries.find((one) => areOfOneCommand(one, entry)) ?? entry;
    const { stream, type, error } = entry;
    culprits.set(stream, { stream, ...placeOf(first), type, error });
    parked.set(stream, first.position);
  }
  return entries.filter(isRead).filter((entry) => !isLeftOut(entry, parked));
}

function placeOf(entry: LogEntry): Pick<Culprit, 'position' | 'revision'> {
  const { revision } = isRead(entry) ? entry.event : entry;
  return { position: entry.position, revision };
}

function isLeftOut(entry: LogEntry, parked: ReadonlyMap<string, LogPosition>): boolean {
  const from = parked.get(streamOf(entry));
  return from !== undefined && entry.position >= from;
}

interface Halving {
  readonly view: Consumer;
  readonly tools: ConsumerTools;
  readonly parked: Map<string, LogPosition>;
  readonly culprits: Map<string, Culprit>;
}

/** What one command appended stays together. */
function byCommand(events: readonly RecordedEvent[]): RecordedEvent[][] {
  const commands: RecordedEvent[][] = [];
  for (const recorded of events) {
    const before = commands.at(-1);
    if (before?.[0] && areOfOneCommand(before[0], recorded)) before.push(recorded);
    else commands.push([recorded]);
  }
  return commands;
}

/** Halves before halves: when a command fails, all before it have taken effect, as if it stood at the end of the log. */
async function applyHalving(
  tx: AnyTransaction,
  commands: readonly (readonly RecordedEvent[])[],
  found: Halving,
): Promise<void> {
  const rest = commands.filter(([first]) => first && !isLeftOut(first, found.parked));
  const first = rest[0]?.[0];
  if (!first) return;
  const failure = await attempt(tx, () => found.view.apply(rest.flat(), tx, found.tools));
  if (!failure) return;
  if (rest.length > 1) {
    const middle = rest.length >> 1;
    await applyHalving(tx, rest.slice(0, middle), found);
    await applyHalving(tx, rest.slice(middle), found);
    return;
  }
  const { stream, type } = first.event;
  found.culprits.set(stream, { stream, ...placeOf(first), type, error: failure.error });
  found.parked.set(stream, first.position);
}

/** Undoes what failed work wrote. Only a failure that may be an event's fault is answered; others end the transaction. */
async function attempt(
  tx: AnyTransaction,
  work: () => Promise<void>,
): Promise<{ readonly error: unknown } | undefined> {
  await sql`SAVEPOINT attempt`.execute(tx);
  try {
    await work();
  } catch (error) {
    if (!isEventsFault(error)) throw error;
    await sql`ROLLBACK TO SAVEPOINT attempt`.execute(tx);
    await sql`RELEASE SAVEPOINT attempt`.execute(tx);
    return { error };
  }
  await sql`RELEASE SAVEPOINT attempt`.execute(tx);
  return undefined;
}
