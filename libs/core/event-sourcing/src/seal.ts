import type { Json } from '@entente/canonical';

import type { EventEnvelope } from './envelope.js';
import type { Upcaster } from './upcasting.js';
import { ERASED, isSealed, withoutSeals, type Sealed } from './sealed.js';

/** Seals and reads; the keys are elsewhere. */
export interface SealPort {
  seal(key: string, values: readonly Json[]): Promise<readonly Sealed[]>;
  /** The same value with its sealed ones read; `null` in the place of those whose key was destroyed. */
  read<Value>(value: Value): Promise<Value>;
}

/** The step to the version from which on some of the data may be sealed: what was written before stays plain. */
export const mayBeSealed: Upcaster = (data) => data;

/** Whoever has no key: seals nothing, and reads nothing that is sealed. */
export const NO_KEYS: SealPort = {
  seal: () => Promise.reject(new TypeError('nothing is sealed without keys')),
  read: (value) => Promise.resolve(withoutSeals(value, () => ERASED)),
};

/**
 * What of an event's data is sealed, and with whose key: the stream's, for what is told of one person, or one of this
 * entry alone, for free text.
 */
export interface Sealing {
  readonly fields: readonly string[];
  readonly under: 'stream' | 'entry';
}

export type SealingRules<Type extends string = string> = Readonly<Partial<Record<Type, Sealing>>>;

export const streamKey = (stream: string): string => stream;
export const entryKey = (stream: string, commandId: string): string => `${stream}#${commandId}`;

/** Events as they are appended: fixed before their canonical text is, and never unsealed in the log. */
export async function sealEvents(
  port: SealPort | undefined,
  rules: SealingRules | undefined,
  events: readonly EventEnvelope[],
): Promise<readonly EventEnvelope[]> {
  if (!port || !rules || !events.some(({ type }) => Object.hasOwn(rules, type))) return events;
  return Promise.all(events.map((event) => sealEvent(port, rules[event.type], event)));
}

async function sealEvent(
  port: SealPort,
  rule: Sealing | undefined,
  event: EventEnvelope,
): Promise<EventEnvelope> {
  const open = (rule?.fields ?? []).flatMap((name) => {
    const value = event.data[name];
    return value === undefined || isSealed(value) ? [] : [{ name, value }];
  });
  if (!rule || open.length === 0) return event;
  const key = rule.under === 'stream' ? streamKey(event.stream) : entryKey(event.stream, event.commandId);
  const sealed = await port.seal(
    key,
    open.map(({ value }) => value),
  );
  const fields = open.map(({ name }, index) => [name, sealed[index]] as const);
  return { ...event, data: { ...event.data, ...(Object.fromEntries(fields) as Record<string, never>) } };
}
