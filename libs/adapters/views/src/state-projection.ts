import type { Decider, Fact, RecordedEvent } from '@entente/event-sourcing';
import type { AnyTransaction, Consumer, ConsumerTools } from '@entente/platform';

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
    const written: Row[] = [];
    const gone: Row[] = [];
    const cleared: string[] = [];
    for (const [stream, events] of Map.groupBy(batch, ({ event }) => event.stream)) {
      const { before, after } = await this.#states.step(stream, events, tools);
      if (this.view.leavesRows?.(events) === true) continue;
      const rows = this.view.rowsOf(stream, after, revisionOf(events.at(-1)));
      const known =
        before === undefined ? undefined : this.view.rowsOf(stream, before, revisionOf(events[0]) - 1);
      // A single row takes the place of the one before it, whatever that is.
      if (!known && (this.view.key !== undefined || rows.length === 0)) cleared.push(stream);
      const changes = changed(known ?? [], rows, this.view.key);
      written.push(...changes.written);
      gone.push(...changes.gone);
    }
    const key = ['stream', ...(this.view.key === undefined ? [] : [this.view.key])];
    await deleteStreams(tx, this.#target, cleared);
    await deleteKeys(tx, this.#target, key, gone);
    const completed = this.view.completed ? written.map(this.view.completed) : written;
    await insertRows(tx, this.#target, completed, replacing(key, completed[0]));
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

interface Changes<Row> {
  readonly written: readonly Row[];
  readonly gone: readonly Row[];
}

/** Between the rows of a stream, which `key` tells apart. */
function changed<Row extends object>(
  before: readonly Row[],
  after: readonly Row[],
  key: keyof Row | undefined,
): Changes<Row> {
  const keyOf = (row: Row): unknown => (key === undefined ? undefined : row[key]);
  const [old, made] = [before, after].map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  return {
    written: after.filter((row) => !areEqual(row, old?.get(keyOf(row)))),
    gone: before.filter((row) => made?.has(keyOf(row)) === false),
  };
}

function areEqual<Row extends object>(one: Row, other: Row | undefined): boolean {
  return other !== undefined && columnsOf(one).every((column) => areSame(one[column], other[column]));
}

const columnsOf = <Row extends object>(row: Row): (keyof Row)[] => Object.keys(row) as (keyof Row)[];

function areSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}
