import {
  isRefused,
  stamp,
  type Circumstances,
  type Decider,
  type Decision,
  type Stamped,
} from './decider.js';
import type { Fact } from './envelope.js';
import { stateOf } from './fold.js';

/** One entry of a past history: the facts one command appended, and the moment it was made in. */
export interface PastEntry<F extends Fact<string, object>> {
  readonly facts: readonly F[];
  readonly at?: Partial<Circumstances>;
}

export interface Specification<State, Command, F extends Fact<string, object>, Context, Code extends string> {
  /** Decides `command` on the given history. */
  when(command: Command, context: Context, at?: Partial<Circumstances>): Outcome<State, F, Code>;
  readonly state: State;
}

export interface Outcome<State, F extends Fact<string, object>, Code extends string> {
  readonly decision: Decision<F, Code>;
  /** Types of the decided facts in order, or the refusal's code: what most specifications compare. */
  readonly summary: readonly string[] | Code;
  /** State after the decision; the state before it when it was refused. */
  readonly state: State;
  readonly history: readonly Stamped<F>[];
}

const START: Circumstances = {
  now: '2026-03-02T01:00:00.000Z',
  actor: 'person-1',
  commandId: 'command-now',
  nextRevision: 0,
};

/** Given/when/then for a decider: each given entry is stamped as the log would have stamped it. */
export function given<State, Command, F extends Fact<string, object>, Context, Code extends string>(
  decider: Decider<State, Command, F, Context, Code>,
  ...entries: readonly PastEntry<F>[]
): Specification<State, Command, F, Context, Code> {
  const history: Stamped<F>[] = [];
  for (const [index, entry] of entries.entries()) {
    const at = { ...START, commandId: `command-${String(index)}`, ...entry.at, nextRevision: history.length };
    history.push(...stamp(entry.facts, at));
  }
  const state = stateOf(decider, history);
  return {
    state,
    when(command, context, at) {
      const circumstances = { ...START, ...at, nextRevision: history.length };
      const decision = decider.decide(state, command, { ...context, ...circumstances });
      if (isRefused(decision)) return { decision, summary: decision.refused.code, state, history };
      const after = [...history, ...stamp(decision, circumstances)];
      return {
        decision,
        summary: decision.map(({ type }) => type),
        state: stateOf(decider, after),
        history: after,
      };
    },
  };
}
