import type { EventEnvelope, Fact } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type { Audience } from '../words.js';

/** The side of those who coordinate; every other side is a party's, by its id. */
export const COORDINATORS = 'coordinator';

/** For whom something is: the audience, as seen from the side that began it. */
export interface Restriction {
  readonly audience: Audience;
  readonly owner: string;
}

export function isFor({ audience, owner }: Restriction, side: string): boolean {
  switch (audience) {
    case 'parties':
      return true;
    case 'coordinators':
      return side === owner || side === COORDINATORS;
    case 'own-side':
      return side === owner;
    default:
      return otherwise(audience, false);
  }
}

type Line = Pick<EventEnvelope<Fact<string, object>>, 'type' | 'commandId' | 'data'>;

/**
 * The entries that are not for everybody who may see the agreement, by command id: those that say for whom they are, and
 * what was later done about them. Whatever event says so is meant, whichever type it is.
 */
export function restrictedEntries(history: readonly Line[]): ReadonlyMap<string, Restriction> {
  const found = new Map<string, Restriction>();
  for (const event of history) {
    const restriction = ownRestriction(event) ?? about(event, found);
    if (restriction && restriction.audience !== 'parties') found.set(event.commandId, restriction);
  }
  return found;
}

function ownRestriction({ data }: Line): Restriction | undefined {
  const { audience, owner } = data as Partial<Restriction>;
  return audience === undefined ? undefined : { audience, owner: owner ?? '' };
}

/** What takes an entry back, puts it right, or asks for either, is for nobody else than the entry. */
function about({ data }: Line, found: ReadonlyMap<string, Restriction>): Restriction | undefined {
  const { commandId, overrideId, action } = data as {
    readonly commandId?: string;
    readonly overrideId?: string;
    readonly action?: { readonly commandId?: string };
  };
  const named = [commandId, overrideId, action?.commandId].filter((id) => id !== undefined);
  return named.map((id) => found.get(id)).find((restriction) => restriction !== undefined);
}
