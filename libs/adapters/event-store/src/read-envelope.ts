import { UnreadableEvent, type EventEnvelope } from '@entente/event-sourcing';

/** Where an entry stands, by the store's own account of it. */
export type Place = UnreadableEvent['place'];

const TEXTS = [
  'id',
  'space',
  'stream',
  'type',
  'recordedAt',
  'actor',
  'commandId',
  'bodyMac',
  'causationId',
  'correlationId',
  'salt',
] as const satisfies readonly (keyof EventEnvelope)[];

const NUMBERS = ['revision', 'schemaVersion'] as const satisfies readonly (keyof EventEnvelope)[];

/** Throws UnreadableEvent, also when the event says of itself to stand elsewhere. */
export function readEnvelope(value: unknown, place: Place): EventEnvelope {
  const where = `${place.stream}@${place.revision}`;
  if (!isObject(value)) throw new UnreadableEvent(`${where} is no event of ours`, place);
  const wrong =
    TEXTS.find((name) => typeof value[name] !== 'string') ??
    NUMBERS.find((name) => !Number.isSafeInteger(value[name])) ??
    (isObject(value['data']) ? undefined : 'data');
  if (wrong !== undefined)
    throw new UnreadableEvent(`${where} is no event of ours: its ${wrong} is missing`, place);
  // Every member that the type names was just looked at; what data holds is its decider's business.
  const envelope = value as unknown as EventEnvelope;
  if (envelope.stream !== place.stream || envelope.revision !== place.revision) {
    throw new UnreadableEvent(`${where} says of itself to be ${envelope.stream}@${envelope.revision}`, place);
  }
  return envelope;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
