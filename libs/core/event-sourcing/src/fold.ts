import type { Json } from '@entente/canonical';

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

/** The fact that puts one value of an earlier entry right; every stream that allows it uses this name and shape. */
export type EntryCorrected<Value = Json> = Fact<
  'EntryCorrected',
  {
    readonly commandId: string;
    /** The type of the entry's fact that held the wrong value, and where it stood there. */
    readonly fact: string;
    readonly field: string;
    readonly value: Value;
    readonly reason: string | null;
  }
>;

/** Whether the event changes what earlier ones mean: a state with it on top must be folded anew from the start. */
export function rewritesHistory({ type }: Pick<Line, 'type'>): boolean {
  return type === 'EntryRetracted' || type === 'EntryCorrected';
}

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

/**
 * History as it counts: a retracted append is left out whole, with the transitions it caused, and a corrected value
 * stands where the wrong one stood.
 */
export function effective<E extends Line>(events: readonly E[]): readonly E[] {
  // Most streams never had one, and looking is cheaper than working out which ones count.
  if (!events.some(rewritesHistory)) return events;
  const retracted = retractedCommands(events);
  return corrected(retracted.size === 0 ? events : events.filter((event) => !retracted.has(event.commandId)));
}

/** With every correction in the place it is about; of two of one value, the later one counts. */
function corrected<E extends Line>(events: readonly E[]): readonly E[] {
  const values = new Map<string, Record<string, Json>>();
  for (const event of events) {
    if (event.type !== 'EntryCorrected') continue;
    const { commandId, fact, field, value } = (event as Line & EntryCorrected).data;
    const key = `${fact} ${commandId}`;
    values.set(key, { ...values.get(key), [field]: value });
  }
  if (values.size === 0) return events;
  return events.map((event) => {
    const right = values.get(`${event.type} ${event.commandId}`);
    return right ? { ...event, data: { ...event.data, ...right } } : event;
  });
}

/** The state of a stream: `fold(effective(events))`. The one way state is made, in commands, views and replay alike. */
export function stateOf<State, F extends Fact<string, object>>(
  decider: Pick<Decider<State, never, F, never, string>, 'initial' | 'evolve'>,
  history: readonly Stamped<F>[],
): State {
  return effective(history).reduce<State>((state, event) => decider.evolve(state, event), decider.initial);
}
