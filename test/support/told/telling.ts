import type { AnyEvent, Names } from '@entente/narrative';

import { BASE_HEAD, BASE_PERSON, COORDINATOR, organisations, type Letter } from '../agreement-builders.js';

/** An event, and how it is told in English and in Chinese. */
export type Told = readonly [AnyEvent, string, string];

const PEOPLE: Readonly<Record<string, { zh: string; en: string }>> = {
  [COORDINATOR]: { zh: '林悦', en: 'Lin Yue' },
  [BASE_PERSON]: { zh: '陈静', en: 'Chen Jing' },
};
export const names: Names = {
  person: (id) => PEOPLE[id],
  organisation: (id) => organisations.find(({ organisationId }) => organisationId === id)?.name,
  position: (id) => (id === BASE_HEAD ? { zh: '基地负责人', en: 'Head of the base' } : undefined),
};
export function event(type: string, data: object, about: { stream?: string; actor?: string } = {}): AnyEvent {
  return {
    id: 'event',
    space: 'main',
    stream: about.stream ?? 'main.agreement-1',
    revision: 3,
    type,
    schemaVersion: 1,
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor: about.actor ?? COORDINATOR,
    commandId: 'command',
    bodyMac: '',
    causationId: 'command',
    correlationId: 'command',
    salt: '',
    data,
  };
}

export function last(letter: Letter, back = 1): AnyEvent {
  const found = letter.envelopes().at(-back);
  if (!found) throw new Error('there is no such event');
  return found;
}
