import { canonicalText, uuidV5, type Json, type Sha1 } from '@entente/canonical';

import { isRefused, type Circumstances, type Decider, type Refusal, type Refused } from './decider.js';
import type { EventEnvelope, Fact, LogPosition, RecordedEvent } from './envelope.js';
import { NO_STREAM, type EventStore } from './event-store.js';
import { stateOf } from './fold.js';
import { parseStreamName } from './stream-name.js';

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
}

/** What was gathered for one decision. */
export interface Gathered<Context> {
  readonly facts: Context;
  /** The position, and the mandate, in which the actor may do this. */
  readonly actingAs?: string;
  readonly mandate?: string;
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

const MAX_ATTEMPTS = 8;

/** The way of every command: read, look its id up, fold, gather, decide, append with the expected revision. */
export async function decideAndAppend<
  State,
  Command,
  F extends Fact<string, object>,
  Context,
  Code extends string,
>(
  ports: CommandPorts,
  useCase: UseCase<State, Command, F, Context, Code>,
  sent: CommandOnStream<Command>,
): Promise<Answer<Code>> {
  const bodyMac = ports.mac(canonicalText(sent.command));
  for (let attempt = 1; ; attempt += 1) {
    const history = await readStream<F>(ports.store, sent.stream);
    const earlier = history.filter(({ event }) => event.commandId === sent.id);
    if (earlier.length > 0) return answerAgain(earlier, bodyMac);
    if (attempt > MAX_ATTEMPTS) return refused('conflict', { attempts: MAX_ATTEMPTS });

    const events = history.map((recorded) => recorded.event);
    const revision = events.at(-1)?.revision ?? NO_STREAM;
    const state = stateOf(useCase.decider, events);
    const gathered = await useCase.gather(state, sent);
    if ('refused' in gathered) return { accepted: false, refusal: gathered.refused };
    // Only now: whoever may not see the stream must not learn its revision either.
    if (sent.expectedRevision !== undefined && sent.expectedRevision !== revision) {
      return refused('stale-revision', { expected: sent.expectedRevision, actual: revision });
    }
    const at = circumstances(ports, sent, gathered, events.at(-1), revision);
    const decision = useCase.decider.decide(state, sent.command, { ...gathered.facts, ...at });
    if (isRefused(decision)) return { accepted: false, refusal: decision.refused };
    if (decision.length === 0) {
      return { accepted: true, revision, position: history.at(-1)?.position, events: [] };
    }

    const enclosed = enclose(ports, useCase.decider, sent, gathered, decision, at, bodyMac);
    const outcome = await ports.store.append(sent.stream, revision, enclosed);
    if (outcome.outcome === 'appended') {
      return { accepted: true, revision: outcome.revision, position: outcome.position, events: enclosed };
    }
    // Conflict, or this command at the same moment from elsewhere, perhaps with another body: the next look tells.
    // It also refuses a sender who named the revision; others want their command on whatever stands now.
  }
}

/** The caller names the facts: the stream's name says which decider wrote it, and only its facts are in it. */

export async function readStream<F extends Fact<string, object>>(
  store: EventStore,
  stream: string,
): Promise<RecordedEvent<F>[]> {
  const events: RecordedEvent<F>[] = [];
  for await (const recorded of store.read(stream)) events.push(recorded as unknown as RecordedEvent<F>);
  return events;
}

function answerAgain(
  earlier: readonly RecordedEvent<Fact<string, object>>[],
  bodyMac: string,
): Answer<never> {
  const last = earlier.at(-1);
  if (last?.event.bodyMac !== bodyMac) return refused('command-id-reused', {});
  return {
    accepted: true,
    revision: last.event.revision,
    position: last.position,
    events: earlier.map(({ event }) => event as EventEnvelope),
  };
}

function circumstances(
  ports: CommandPorts,
  sent: CommandOnStream<unknown>,
  gathered: Gathered<unknown>,
  last: { readonly recordedAt: string } | undefined,
  revision: number,
): Circumstances {
  const now = ports.now(parseStreamName(sent.stream).space);
  return {
    now: last && last.recordedAt > now ? last.recordedAt : now,
    actor: sent.actor,
    ...(gathered.actingAs === undefined ? {} : { actingAs: gathered.actingAs }),
    commandId: sent.id,
    nextRevision: revision + 1,
  };
}

function enclose(
  ports: CommandPorts,
  decider: { readonly schemaVersions: Readonly<Record<string, number>> },
  sent: CommandOnStream<unknown>,
  gathered: Gathered<unknown>,
  facts: readonly Fact<string, object>[],
  at: Circumstances,
  bodyMac: string,
): EventEnvelope[] {
  const { space } = parseStreamName(sent.stream);
  return facts.map((fact, index) => ({
    id: uuidV5(ports.sha1, sent.stream, sent.id, String(index)),
    space,
    stream: sent.stream,
    revision: at.nextRevision + index,
    type: fact.type,
    schemaVersion: decider.schemaVersions[fact.type] ?? 1,
    recordedAt: at.now,
    ...(fact.effectiveOn === undefined ? {} : { effectiveOn: fact.effectiveOn }),
    actor: sent.actor,
    ...(gathered.actingAs === undefined ? {} : { actingAs: gathered.actingAs }),
    ...(gathered.mandate === undefined ? {} : { mandate: gathered.mandate }),
    commandId: sent.id,
    bodyMac,
    causationId: sent.causationId,
    correlationId: sent.correlationId,
    ...(fact.audience === undefined ? {} : { audience: fact.audience }),
    salt: ports.newSalt(),
    data: fact.data as Record<string, Json>,
  }));
}

function refused(code: CommandPathCode, facts: Readonly<Record<string, unknown>>): Answer<never> {
  return { accepted: false, refusal: { code, facts } };
}
