import type { LocalText, Source } from '@entente/directory';

import type { RecordedBy } from './directory-answers.js';

/** Who did what an event says, for an answer that rests on it. */
export function recordedBy(
  stream: string,
  { revision, recordedAt, actor, actingAs }: Source,
  found: ReadonlyMap<string, LocalText>,
): RecordedBy {
  return {
    event: `${stream}@${String(revision)}`,
    recordedAt,
    by: { id: actor, name: found.get(actor) ?? null },
    actingAs: actingAs === undefined ? null : { id: actingAs, title: found.get(actingAs) ?? null },
  };
}
