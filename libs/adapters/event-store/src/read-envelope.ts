import type { EventEnvelope } from '@entente/event-sourcing';

/** What stands in the log is not an event of ours: damaged, or written by another program. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}

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

/** `where` tells an operator which entry of the log is meant. Throws UnreadableEvent. */
export function readEnvelope(value: unknown, where: string): EventEnvelope {
  if (!isObject(value)) throw new UnreadableEvent(`${where} is no event of ours`);
  const wrong =
    TEXTS.find((name) => typeof value[name] !== 'string') ??
    NUMBERS.find((name) => !Number.isSafeInteger(value[name])) ??
    (isObject(value['data']) ? undefined : 'data');
  if (wrong !== undefined) throw new UnreadableEvent(`${where} is no event of ours: its ${wrong} is missing`);
  // Every member that the type names was just looked at; what data holds is its decider's business.
  return value as unknown as EventEnvelope;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
