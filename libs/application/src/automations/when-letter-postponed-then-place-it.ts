import { MEETING, type SystemActor } from '@entente/access';
import { uuidV5, type Sha1 } from '@entente/canonical';
import type { EventEnvelope } from '@entente/event-sourcing';
import type { LetterPostponed } from '@entente/meeting';

import { PlaceLetter } from '../messages/meeting-messages.js';
import { CommandWasRefused, type Automation, type Reach } from './automation.js';

const NAME = 'when-letter-postponed-then-place-it';

type Postponed = EventEnvelope<LetterPostponed>;

/** At the meeting it was postponed to, after the letters that are there. */
export function whenLetterPostponedThenPlaceIt(sha1: Sha1): Automation {
  return {
    name: NAME,
    categories: ['meeting'],
    async react(events, reach) {
      const postponed = events.filter(({ type }) => type === 'LetterPostponed');
      for (const event of postponed as unknown as Postponed[]) await place(event, reach, sha1);
    },
  };
}

async function place(event: Postponed, { dispatch }: Reach, sha1: Sha1): Promise<void> {
  const { space, actor, actingAs = '', id, correlationId } = event;
  const { agreementId, toMeeting } = event.data;
  if (toMeeting === undefined) return;
  const sender: SystemActor = {
    space,
    system: MEETING,
    onBehalfOf: { personId: actor, positionId: actingAs },
  };
  const header = { commandId: uuidV5(sha1, id, 'place'), causationId: id, correlationId };
  try {
    await dispatch(new PlaceLetter(sender, header, toMeeting, { type: 'PlaceLetter', agreementId }));
  } catch (error) {
    // Held, full, or the letter signed meanwhile: it stays postponed where that was said, for people to see.
    if (!(error instanceof CommandWasRefused)) throw error;
  }
}
