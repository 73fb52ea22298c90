import type { JsonObject } from '@entente/canonical';

import type { EventEnvelope } from './envelope.js';

/** From the data of one version of a type to the data of the next. Pure, and right for all that version allowed. */
export type Upcaster = (data: JsonObject) => JsonObject;

/** The shapes that events have, and the ways from those they once had. Every decider tells those of its stream. */
export interface EventShapes<Type extends string = string> {
  /** Every known type with its current version, from 1. */
  readonly schemaVersions: Readonly<Record<Type, number>>;
  /** By type, the first from version 1 to 2, the next from 2 to 3; a type that never changed has none. */
  readonly upcasters?: Readonly<Partial<Record<Type, readonly Upcaster[]>>>;
}

/** An event this code cannot read: its type is a stranger's, or its version a newer program's. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';
  constructor(
    readonly event: Pick<EventEnvelope, 'stream' | 'revision' | 'type' | 'schemaVersion'>,
    /** The version this code knows of the type; undefined when it knows no such type. */
    readonly known: number | undefined,
  ) {
    const { stream, revision, type, schemaVersion } = event;
    const what = known === undefined ? 'no such type' : `this type up to version ${String(known)}`;
    super(`${stream}@${String(revision)} is ${type} in version ${String(schemaVersion)}; known is ${what}`);
  }
}

/**
 * The event as this code reads it: its data brought to the current version of its type. The event given stays as it
 * was, and so does what is hashed. Throws UnknownEvent; what cannot be read is never guessed.
 */
export function upcast(shapes: EventShapes, event: EventEnvelope): EventEnvelope {
  const { type, schemaVersion } = event;
  const current = Object.hasOwn(shapes.schemaVersions, type) ? shapes.schemaVersions[type] : undefined;
  if (schemaVersion === current) return event;
  if (
    current === undefined ||
    !Number.isInteger(schemaVersion) ||
    schemaVersion < 1 ||
    schemaVersion > current
  )
    throw new UnknownEvent(event, current);
  const steps = shapes.upcasters?.[type]?.slice(schemaVersion - 1, current - 1) ?? [];
  if (steps.length < current - schemaVersion) throw new UnknownEvent(event, current);
  const data = steps.reduce((older, step) => step(older), event.data);
  return { ...event, schemaVersion: current, data };
}

/** The shapes of several streams in one. Throws TypeError when a type is told twice or a way between versions is missing. */
export function shapesOf(...parts: readonly EventShapes[]): EventShapes {
  const types = parts.flatMap(({ schemaVersions }) => Object.keys(schemaVersions));
  const twice = types.find((type, index) => types.indexOf(type) !== index);
  if (twice !== undefined) throw new TypeError(`two streams tell of events of type ${twice}`);
  for (const { schemaVersions, upcasters } of parts) {
    for (const [type, version] of Object.entries(schemaVersions)) {
      const steps = upcasters?.[type]?.length ?? 0;
      if (steps !== version - 1)
        throw new TypeError(
          `${type} is in version ${String(version)} and has ${String(steps)} upcasters, not ${String(version - 1)}`,
        );
    }
  }
  return {
    schemaVersions: Object.assign({}, ...parts.map(({ schemaVersions }) => schemaVersions)) as Record<
      string,
      number
    >,
    upcasters: Object.assign({}, ...parts.map(({ upcasters }) => upcasters)) as Record<
      string,
      readonly Upcaster[]
    >,
  };
}
