import type { Decider } from './decider.js';
import type { EventEnvelope, Fact, LogPosition, RecordedEvent } from './envelope.js';
import { NO_STREAM, type EventStore, type ReadOptions } from './event-store.js';
import { rewritesHistory, stateOf } from './fold.js';
import { upcast, type EventShapes } from './upcasting.js';

/** A stream as far as it was read: what it folds to, and what the next command must know of it. */
export interface Folded<State> {
  readonly state: State;
  /** NO_STREAM when it has no event. */
  readonly revision: number;
  /** Of its last event; undefined when it has none. */
  readonly last:
    { readonly id: string; readonly recordedAt: string; readonly position: LogPosition } | undefined;
  /** Of every event up to here. It grows with what is folded on top, so it may know of later ones already. */
  readonly commandIds: Set<string>;
  /** Whether the state may hold values that are sealed. */
  readonly holdsSealed: boolean;
}

type Rules<State, F extends Fact<string, object>> = Pick<
  Decider<State, never, F, never, string>,
  'initial' | 'evolve' | 'schemaVersions' | 'upcasters' | 'sealed'
>;

/**
 * The events of a stream as this code reads them. The caller names the facts and brings their decider: the stream's name
 * says which decider wrote it, and only its facts are in it. Throws UnknownEvent, UnreadableEvent, EventStoreUnavailable.
 */
export async function readStream<F extends Fact<string, object>>(
  store: EventStore,
  stream: string,
  shapes: EventShapes<F['type']>,
  options?: ReadOptions,
): Promise<RecordedEvent<F>[]> {
  const events: RecordedEvent<F>[] = [];
  for await (const { event, position } of store.read(stream, options)) {
    events.push({ event: upcast(shapes, event) as unknown as EventEnvelope<F>, position });
  }
  return events;
}

/** The whole stream, folded. */
export async function readFolded<State, F extends Fact<string, object>>(
  store: EventStore,
  stream: string,
  decider: Rules<State, F>,
): Promise<Folded<State>> {
  const history = await readStream<F>(store, stream, decider);
  const nothing = {
    state: decider.initial,
    revision: NO_STREAM,
    last: undefined,
    commandIds: new Set<string>(),
    holdsSealed: false,
  };
  return fold(
    decider,
    nothing,
    history.map(({ event }) => event),
    history.at(-1)?.position,
  );
}

/** What is known of a stream, brought up to its end in the log. */
export async function readOn<State, F extends Fact<string, object>>(
  store: EventStore,
  stream: string,
  decider: Rules<State, F>,
  known: Folded<State>,
): Promise<Folded<State>> {
  if (!known.last) return readFolded(store, stream, decider);
  const [last, ...news] = await readStream<F>(store, stream, decider, { from: known.revision });
  // A log put back to an earlier time no longer has it, or has another one in its place.
  const isThere = last?.event.id === known.last.id;
  const events = news.map(({ event }) => event);
  const onTop = isThere ? foldOn(decider, known, events, news.at(-1)?.position) : undefined;
  return onTop ?? readFolded(store, stream, decider);
}

/**
 * What is known with further events on top, of which `position` is the last one's. Undefined when they take an entry
 * back or correct it: that is folded otherwise then, and a state cannot be unfolded.
 */
export function foldOn<State, F extends Fact<string, object>>(
  decider: Rules<State, F>,
  known: Folded<State>,
  events: readonly EventEnvelope<F>[],
  position: LogPosition | undefined,
): Folded<State> | undefined {
  if (events.some(rewritesHistory)) return undefined;
  return fold(decider, known, events, position);
}

function fold<State, F extends Fact<string, object>>(
  { evolve, sealed }: Rules<State, F>,
  known: Folded<State>,
  events: readonly EventEnvelope<F>[],
  position: LogPosition | undefined,
): Folded<State> {
  const last = events.at(-1);
  if (!last || position === undefined) return known;
  for (const { commandId } of events) known.commandIds.add(commandId);
  return {
    state: stateOf({ initial: known.state, evolve }, events),
    revision: last.revision,
    last: { id: last.id, recordedAt: last.recordedAt, position },
    commandIds: known.commandIds,
    holdsSealed: known.holdsSealed || events.some(({ type }) => sealed && Object.hasOwn(sealed, type)),
  };
}
