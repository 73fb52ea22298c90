import type { Decider, Fact, RecordedEvent } from '@entente/event-sourcing';
import type { AnyTransaction, Consumer, ConsumerTools } from '@entente/platform';

import { StreamStates } from './stream-states.js';
import { deleteStreams, insertRows, replacing, type Target } from './write-rows.js';

/** A view whose rows of a stream follow from that stream's state alone, which leaves out what was retracted. */
export interface StateView<State, F extends Fact<string, object>, Row extends { readonly stream: string }> {
  readonly name: string;
  /** Raised with every change of what the rows hold. */
  readonly version: number;
  /** Of the streams it follows, and who folds them. */
  readonly category: string;
  readonly decider: Pick<Decider<State, never, F, never, string>, 'initial' | 'evolve'>;
  readonly table: string;
  /** `one`: its key is `stream`. */
  readonly rowsOfAStream: 'one' | 'several';
  /** True when such events leave the rows as they were. */
  readonly leavesRows?: (events: readonly RecordedEvent[]) => boolean;
  /** Empty: there is nothing to say of the stream. `revision` is that of the stream's last event. */
  rowsOf(stream: string, state: State, revision: number): readonly Row[];
}

export class StateProjection<
  State,
  F extends Fact<string, object>,
  Row extends { readonly stream: string },
> implements Consumer {
  readonly name: string;
  readonly version: number;
  readonly categories: readonly string[];
  readonly tables: readonly string[];
  readonly #states: StreamStates<State, F>;
  readonly #target: Target;

  constructor(
    private readonly view: StateView<State, F, Row>,
    readonly schema = 'views',
  ) {
    this.name = view.name;
    this.version = view.version;
    this.categories = [view.category];
    this.tables = [view.table];
    this.#states = new StreamStates(view.decider);
    this.#target = { schema, table: view.table };
  }

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void> {
    const rows: Row[] = [];
    const cleared: string[] = [];
    const several = this.view.rowsOfAStream === 'several';
    for (const [stream, events] of Map.groupBy(batch, ({ event }) => event.stream)) {
      const state = await this.#states.after(stream, events, tools);
      if (this.view.leavesRows?.(events) === true) continue;
      const made = this.view.rowsOf(stream, state, events.at(-1)?.event.revision ?? 0);
      if (several || made.length === 0) cleared.push(stream);
      rows.push(...made);
    }
    await deleteStreams(tx, this.#target, cleared);
    await insertRows(tx, this.#target, rows, several ? undefined : replacing('stream', rows[0]));
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    await deleteStreams(tx, this.#target, [stream]);
  }

  beside(schema: string): Consumer {
    return new StateProjection(this.view, schema);
  }
}
