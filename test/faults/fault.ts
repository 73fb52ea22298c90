import type { Need } from '../support/needs.js';

/** What was counted, by name, in the order in which it is printed. */
export type Counts = Readonly<Record<string, number | string>>;

export interface FaultOptions {
  /** The form that runs with every change: fewer repetitions of the same thing. */
  readonly short: boolean;
  /** Progress, for whoever waits. */
  readonly say: (line: string) => void;
}

/** Something that goes wrong on purpose, and what must hold all the same. */
export interface Fault {
  readonly id: string;
  readonly title: string;
  /** Servers and programs without which it cannot run; it is then skipped by name. */
  readonly needs?: readonly Need[];
  /** Throws with the figure that was not reached. */
  run(options: FaultOptions): Promise<Counts>;
}

/** Why a fault cannot be provoked here although every program is there, e.g. for want of a privilege. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** Throws unless it holds; `what` names the figure. */
export function mustHold(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}
