import type { Enclosure, Fact } from './envelope.js';
import type { SealingRules } from './seal.js';
import type { EventShapes } from './upcasting.js';

/** Why a command was refused: one code of a closed union, the command's field it is about, and what would be right. */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** Name of the command's field, when one is to blame. */
  readonly field?: string;
  /** Values that say what would be right, e.g. `{ stage: 'drafting', open: ['signing'] }`. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

export interface Refused<Code extends string = string> {
  readonly refused: Refusal<Code>;
}

/** Facts to append; an empty list when what was asked for is already so. */
export type Decision<F extends Fact<string, object>, Code extends string> = readonly F[] | Refused<Code>;

/** What every decision knows about the moment it is made in. */
export interface Circumstances {
  /** The space's clock: UTC ISO text with three fraction digits, never behind the stream's last event. */
  readonly now: string;
  readonly actor: string;
  readonly actingAs?: string;
  readonly commandId: string;
  /** Revision the first decided fact will get. */
  readonly nextRevision: number;
}

/** A fact with what `evolve` may know of its enclosure; every event of the log is one. */
export type Stamped<F extends Fact<string, object>> = F &
  Pick<Enclosure, 'revision' | 'recordedAt' | 'actor' | 'actingAs' | 'commandId'>;

/**
 * A decider (Chassaing, "Functional Event Sourcing Decider"): the rules of one stream as pure functions.
 * Context brings the facts of other streams; neither function throws on any input of its type.
 */
export interface Decider<
  State,
  Command,
  F extends Fact<string, object>,
  Context,
  Code extends string,
> extends EventShapes<F['type']> {
  readonly initial: State;
  /** Names, contacts and free texts, by the type of the event that has them. `decide` sees them as they are. */
  readonly sealed?: SealingRules<F['type']>;
  decide(state: State, command: Command, context: Context & Circumstances): Decision<F, Code>;
  evolve(state: State, event: Stamped<F>): State;
}

export function refuse<Code extends string>(
  code: Code,
  about: { readonly field?: string; readonly facts?: Readonly<Record<string, unknown>> } = {},
): Refused<Code> {
  return { refused: { code, ...about } };
}

export function isRefused<F extends Fact<string, object>, Code extends string>(
  decision: Decision<F, Code>,
): decision is Refused<Code> {
  return 'refused' in decision;
}

/** Puts decided facts where `evolve` can read them before the log has enclosed them. */
export function stamp<F extends Fact<string, object>>(facts: readonly F[], at: Circumstances): Stamped<F>[] {
  return facts.map((fact, index) => ({
    ...fact,
    revision: at.nextRevision + index,
    recordedAt: at.now,
    actor: at.actor,
    ...(at.actingAs === undefined ? {} : { actingAs: at.actingAs }),
    commandId: at.commandId,
  }));
}
