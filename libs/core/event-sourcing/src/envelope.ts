import type { JsonObject } from '@entente/canonical';

/** Who may see an event's free text and files; absent means everyone who may see the agreement. */
export type Audience = 'own-side' | 'parties' | 'coordinators' | 'reviewers' | 'public';

/** What a decider decides: a fact of its domain, before the log gives it a place. */
export interface Fact<T extends string = string, D extends object = JsonObject> {
  readonly type: T;
  readonly data: D;
  /** Day (YYYY-MM-DD) or instant on which it took effect, where people enter past facts. */
  readonly effectiveOn?: string;
  readonly audience?: Audience;
}

/** What the log adds to every fact; all of it is known to the writer and fixed at append. */
export interface Enclosure {
  /** UUIDv5(stream, commandId, index in the append). */
  readonly id: string;
  readonly space: string;
  /** `{space}.{category}-{id}` */
  readonly stream: string;
  /** Position in its stream, from 0, without gaps. */
  readonly revision: number;
  /** Shape of `data` under this type, from 1. */
  readonly schemaVersion: number;
  /** The space's clock: UTC ISO text with exactly three fraction digits, never behind the stream's last. */
  readonly recordedAt: string;
  /** Person id, or `system:{automation}`. */
  readonly actor: string;
  /** Position id the actor acted from. */
  readonly actingAs?: string;
  readonly mandate?: string;
  readonly commandId: string;
  /** HMAC of the command's canonical body under the installation's key, hex. */
  readonly bodyMac: string;
  /** Id of the event or command that caused this one. */
  readonly causationId: string;
  readonly correlationId: string;
  /** 16 random bytes, hex: keeps a withheld small event from being guessed by its hash. */
  readonly salt: string;
}

/** An event as the log holds it. Its canonical text (RFC 8785) covers all of it and nothing else. */
export type EventEnvelope<F extends Fact<string, object> = Fact> = F & Enclosure;

/** Opaque place in the whole log: fixed-width text that sorts like the log. Never part of the envelope. */
export type LogPosition = string;

export interface RecordedEvent<F extends Fact<string, object> = Fact> {
  readonly event: EventEnvelope<F>;
  readonly position: LogPosition;
}
