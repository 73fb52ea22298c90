import {
  Remembered,
  rewritesHistory,
  stateOf,
  type Decider,
  type EventEnvelope,
  type Fact,
  type LogPosition,
  type RecordedEvent,
} from '@entente/event-sourcing';
import type { ConsumerTools } from '@entente/platform';

interface Known<State> {
  readonly revision: number;
  readonly state: State;
}

/** What events made of a stream's state. */
export interface Step<State> {
  /** Undefined when it is not remembered. The rows of a view are those of this state until it writes others. */
  readonly before: State | undefined;
  readonly after: State;
}

/** Bytes of memory. */
const MAX_WEIGHT = 32 * 1024 * 1024;

/** The states of the streams a view was given events of, so that a batch need not read them from their start. */
export class StreamStates<State, F extends Fact<string, object>> {
  readonly #known = new Remembered<Known<State>>(MAX_WEIGHT);

  constructor(
    private readonly decider: Pick<Decider<State, never, F, never, string>, 'initial' | 'evolve'>,
  ) {}

  /**
   * The state after `events`, consecutive ones of one stream. It depends on nothing later, so a rebuild finds the same.
   * What is remembered is used only when it ends right before them: a batch whose transaction was rolled back is
   * given again, and another worker may have applied those between.
   */
  async after(stream: string, events: readonly RecordedEvent[], tools: ConsumerTools): Promise<State> {
    return (await this.step(stream, events, tools)).after;
  }

  /** The same, with the state right before them. */
  async step(stream: string, events: readonly RecordedEvent[], tools: ConsumerTools): Promise<Step<State>> {
    const first = events.at(0);
    const last = events.at(-1);
    if (!first || !last) throw new TypeError(`no events of ${stream} were given`);
    const before = this.#before(stream, first.event.revision);
    const after =
      before !== undefined && !events.some(({ event }) => rewritesHistory(event))
        ? factsOf<F>(events).reduce<State>((sum, event) => this.decider.evolve(sum, event), before)
        : stateOf(this.decider, factsOf<F>(await historyOf(stream, events, last.position, tools)));
    if (tools.once !== true) this.#known.remember(stream, { revision: last.event.revision, state: after });
    return { before, after };
  }

  #before(stream: string, revision: number): State | undefined {
    if (revision === 0) return this.decider.initial;
    const known = this.#known.recall(stream);
    return known?.revision === revision - 1 ? known.state : undefined;
  }
}

/** What begins the stream is its whole history already. */
function historyOf(
  stream: string,
  events: readonly RecordedEvent[],
  upTo: LogPosition,
  tools: ConsumerTools,
): readonly RecordedEvent[] | Promise<readonly RecordedEvent[]> {
  return events[0]?.event.revision === 0 ? events : tools.readStream(stream, upTo);
}

function factsOf<F extends Fact<string, object>>(history: readonly RecordedEvent[]): EventEnvelope<F>[] {
  // The stream's category says which decider wrote it; that decider's facts are the only ones in it.
  return history.map(({ event }) => event as unknown as EventEnvelope<F>);
}
