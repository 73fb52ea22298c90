import { uuidV5, type Json } from '@entente/canonical';

import type { CommandOnStream, CommandPorts, Gathered } from './command.js';
import type { Circumstances } from './decider.js';
import type { EventEnvelope, Fact } from './envelope.js';
import type { Folded } from './read-stream.js';
import { parseStreamName } from './stream-name.js';
import type { EventShapes } from './upcasting.js';

/** The moment in which a command is decided: never before the stream's last event, whatever the clock says. */
export function circumstances(
  ports: CommandPorts,
  sent: CommandOnStream<unknown>,
  gathered: Gathered<unknown>,
  { last, revision }: Folded<unknown>,
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

/** Decided facts as events: with their place in the stream, and who, when, why and under which command. */
export function enclose(
  ports: CommandPorts,
  { schemaVersions }: EventShapes,
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
    schemaVersion: schemaVersions[fact.type] ?? 1,
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
