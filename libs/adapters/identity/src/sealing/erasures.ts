import type { DataKeys } from '@entente/application';
import type { PersonFact } from '@entente/directory';
import { readableEvents, streamKey, type EventStore } from '@entente/event-sourcing';
import type { Reactor } from '@entente/platform';

const ERASED: PersonFact['type'] = 'PersonErased';

/** When a person was erased, then the key goes: whoever recorded it may have ended before destroying it. */
export function destroyErasedKeys(keys: DataKeys): Reactor {
  return {
    name: 'when-person-erased-then-destroy-the-key',
    categories: ['person'],
    async react({ event }) {
      if (event.type === ERASED) await keys.destroy(streamKey(event.stream));
    },
  };
}

/** Every erasure of the log once more: a copy of the keys that was restored may hold what was destroyed since. */
export async function repeatErasures(
  store: EventStore,
  keys: DataKeys,
  spaces: readonly string[],
): Promise<number> {
  let repeated = 0;
  const streamPrefixes = spaces.map((space) => `${space}.person-`);
  for await (const { event } of readableEvents(store, undefined, { streamPrefixes })) {
    if (event.type === ERASED && (await keys.destroy(streamKey(event.stream)))) repeated += 1;
  }
  return repeated;
}
