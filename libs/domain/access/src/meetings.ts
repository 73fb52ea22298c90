import { refuse } from '@entente/event-sourcing';
import type { MeetingCommandType } from '@entente/meeting';

import { permitIn, type Permission } from './permission.js';
import { coordinatorPosition, hasRole, isSystem, MEETING, type Actor, type Viewer } from './viewer.js';

/**
 * Coordinators prepare and hold meetings. What became of a letter is told by the automation alone, and one that was
 * postponed to another meeting is placed there by it.
 */
export function mayMeet(actor: Actor, command: MeetingCommandType): Permission<'not-allowed'> {
  const isOutcome = command === 'RecordOutcome';
  if (isSystem(actor)) {
    const isAutomatic = isOutcome || command === 'PlaceLetter';
    return isAutomatic && actor.system === MEETING ? { allowed: true } : refuse('not-allowed');
  }
  return isOutcome ? refuse('not-allowed') : permitIn(coordinatorPosition(actor));
}

/** Others see a meeting for the letters at it that they may see, and no more of it than those. */
export function maySeeEveryMeeting(viewer: Viewer): boolean {
  return hasRole(viewer, 'coordinator') || hasRole(viewer, 'auditor');
}
