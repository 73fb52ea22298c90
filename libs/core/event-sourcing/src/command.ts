import type { Sha1 } from '@entente/canonical';

import type { Decider, Refusal, Refused } from './decider.js';
import type { EventEnvelope, Fact, LogPosition } from './envelope.js';
import type { EventStore } from './event-store.js';
import type { KnownStreams } from './known-streams.js';
import type { SealPort } from './seal.js';

/** A command on its way to one stream. Same id, same body: same answer. */
export interface CommandOnStream<Command> {
  /** UUIDv5(space, actor, idempotency key) or a UUID made at the edge. */
  readonly id: string;
  readonly stream: string;
  readonly actor: string;
  readonly causationId: string;
  readonly correlationId: string;
  /** Revision the sender saw; another one is refused and never retried. */
  readonly expectedRevision?: number;
  readonly command: Command;
}

/** What the command path reaches for outside itself. */
export interface CommandPorts {
  readonly store: EventStore;
  /** The space's clock: UTC ISO text with exactly three fraction digits. */
  now(space: string): string;
  /** 16 random bytes, hex. */
  newSalt(): string;
  /** HMAC-SHA-256 under the installation's key, hex. */
  mac(text: string): string;
  readonly sha1: Sha1;
  /** Spares reading a stream for every command; without it every command reads. */
  readonly streams?: KnownStreams;
  /** Without it nothing is sealed: for logs that no person's data ever reaches. */
  readonly seals?: SealPort;
}

/** What was gathered for one decision. */
export interface Gathered<Context> {
  readonly facts: Context;
  /** The position, and the mandate, in which the actor may do this. */
  readonly actingAs?: string;
  readonly mandate?: string;
  /** What was appended since the revision that the sender saw takes nothing from their decision. */
  readonly nothingNoted?: boolean;
}

/** The rules of a stream, and how permission and the facts of other streams come to them. */
export interface UseCase<State, Command, F extends Fact<string, object>, Context, Code extends string> {
  readonly decider: Decider<State, Command, F, Context, Code>;
  /** Refuses when the actor may not; otherwise brings what `decide` needs to know. */
  gather(state: State, sent: CommandOnStream<Command>): Promise<Gathered<Context> | Refused<Code>>;
}

export type CommandPathCode = 'command-id-reused' | 'stale-revision' | 'conflict';

export type Answer<Code extends string = string> =
  | {
      readonly accepted: true;
      /** Last revision of the stream when the command took effect, or now when nothing had to be appended. */
      readonly revision: number;
      readonly position: LogPosition | undefined;
      /** The events of this command; empty when what was asked for was already so. */
      readonly events: readonly EventEnvelope[];
    }
  | { readonly accepted: false; readonly refusal: Refusal<Code | CommandPathCode> };
