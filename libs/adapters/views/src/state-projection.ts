import type { Decider, Fact, RecordedEvent } from '@entente/event-sourcing';
import type { AnyTransaction, Consumer, ConsumerTools } from '@entente/platform';

import { rowChanges, type RowChanges } from './row-changes.js';
import { StreamStates } from './stream-states.js';
import { deleteKeys, deleteStreams, insertRows, replacing, type Target } from './write-rows.js';

/** A view whose rows of a stream follow from that stream's state alone, which leaves out what was retracted. */
export interface StateView<State, F extends Fact<string, object>, Row extends { readonly stream: string }> {
  readonly name: string;
  /** Raised with every change of what the rows hold. */
  readonly version: number;
  /** Of the streams it follows, and who folds them. */
  readonly category: string;
  readonly decider: Pick<Decider<State, never, F, never, string>, 'initial' | 'evolve'>;
  readonly table: string;
  /** What tells a stream's rows apart; without it there is one, which every event changes. */
  readonly key?: Extract<keyof Row, string>;
  /** True when such events leave the rows as they were. */
  readonly leavesRows?: (events: readonly RecordedEvent[]) => boolean;
  /** Empty: there is nothing to say of the stream. `revision` is that of the stream's last event. */
  rowsOf(stream: string, state: State, revision: number): readonly Row[];
  /** The row with what follows from it: made only of those that are written. */
  readonly completed?: (row: Row) => object;
}

interface Made<Row> {
  readonly stream: string;
  readonly revision: number;
  readonly rows: readonly Row[];
}

export class StateProjection<
  State extends object,
  F extends Fact<string, object>,
  Row extends { readonly stream: string },
> implements Consumer {
  readonly name: string;
  readonly version: number;
  readonly categories: readonly string[];
  readonly tables: readonly string[];
  readonly #states: StreamStates<State, F>;
  readonly #target: Target;
  readonly #made = new WeakMap<State, Made<Row>>();

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
    const written: Row[] = [];
    const gone: Row[] = [];
    const cleared: string[] = [];
    for (const [stream, events] of Map.groupBy(batch, ({ event }) => event.stream)) {
      const { before, after } = await this.#states.step(stream, events, tools);
      if (this.view.leavesRows?.(events) === true) continue;
      const rows = this.#rowsOf(stream, after, revisionOf(events.at(-1)));
      const { key } = this.view;
      // A single row takes the place of the one before it, whatever that is.
      if (key !== undefined && before !== undefined) {
        const changes = rowChanges(this.#rowsOf(stream, before, revisionOf(events[0]) - 1), rows, key);
        written.push(...changes.written);
        gone.push(...changes.gone);
      } else {
        if (key !== undefined || rows.length === 0) cleared.push(stream);
        written.push(...rows);
      }
    }
    await this.#write(tx, { written, gone, cleared });
  }

  async #write(
    tx: AnyTransaction,
    { written, gone, cleared }: RowChanges<Row> & { readonly cleared: readonly string[] },
  ): Promise<void> {
    const { key, completed } = this.view;
    const keys = ['stream', ...(key === undefined ? [] : [key])];
    await deleteStreams(tx, this.#target, cleared);
    await deleteKeys(tx, this.#target, keys, gone);
    const rows = completed ? written.map(completed) : written;
    await insertRows(tx, this.#target, rows, replacing(keys, rows[0]));
  }

  /** Made once of each state: one that was the last before is the first to be compared with. */
  #rowsOf(stream: string, state: State, revision: number): readonly Row[] {
    const made = this.#made.get(state);
    if (made?.stream === stream && made.revision === revision) return made.rows;
    const rows = this.view.rowsOf(stream, state, revision);
    if (this.view.key !== undefined) this.#made.set(state, { stream, revision, rows });
    return rows;
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    await deleteStreams(tx, this.#target, [stream]);
  }

  beside(schema: string): Consumer {
    return new StateProjection(this.view, schema);
  }
}

function revisionOf(recorded: RecordedEvent | undefined): number {
  return recorded?.event.revision ?? 0;
}
