import type { Decider, Stamped } from './decider.js';
import type { Enclosure, Fact } from './envelope.js';

interface Line extends Pick<Enclosure, 'commandId'> {
  readonly type: string;
  readonly data: object;
}

/** The fact that takes an earlier entry back; every stream that allows it uses this name and shape. */
export type EntryRetracted = Fact<
  'EntryRetracted',
  { readonly commandId: string; readonly reason: string | null }
>;

/** Ids of the commands whose entries a later line took back, unless that line was itself taken back. */
export function retractedCommands(events: readonly Line[]): ReadonlySet<string> {
  const named = new Set<string>();
  const retracted = new Set<string>();
  // From the newest line back: only a later line can take one back, so each is judged once its fate is known.
  for (const event of events.toReversed()) {
    if (named.has(event.commandId)) retracted.add(event.commandId);
    else if (event.type === 'EntryRetracted') named.add((event as Line & EntryRetracted).data.commandId);
  }
  return retracted;
}

/** History without retracted entries: a retracted append is left out whole, with the transitions it caused. */
export function effective<E extends Line>(events: readonly E[]): readonly E[] {
  // Most streams never had one, and looking is cheaper than working out which ones count.
  if (!events.some(({ type }) => type === 'EntryRetracted')) return events;
  const retracted = retractedCommands(events);
  return retracted.size === 0 ? events : events.filter((event) => !retracted.has(event.commandId));
}

/** The state of a stream: `fold(effective(events))`. The one way state is made, in commands, views and replay alike. */
export function stateOf<State, F extends Fact<string, object>>(
  decider: Pick<Decider<State, never, F, never, string>, 'initial' | 'evolve'>,
  history: readonly Stamped<F>[],
): State {
  return effective(history).reduce<State>((state, event) => decider.evolve(state, event), decider.initial);
}
