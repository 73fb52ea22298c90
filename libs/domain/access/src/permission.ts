import type { Agreement } from '@entente/agreement';
import { refuse, type Refused } from '@entente/event-sourcing';

import {
  actingPositions,
  coordinatorPosition,
  hasRole,
  isSystem,
  MAILBOX,
  SETUP,
  type Actor,
  type HeldPosition,
  type Viewer,
} from './viewer.js';

export type AccessRefusalCode =
  /** Somebody whose position gives them this. */
  | 'not-allowed'
  /** An agreement that the viewer may know of. */
  | 'unknown-agreement';

export type Permission<Code extends AccessRefusalCode = AccessRefusalCode> =
  | {
      readonly allowed: true;
      /** The position in which the actor may; systems have none. */
      readonly actingAs?: string;
    }
  | Refused<Code>;

export function maySee(viewer: Viewer, agreement: Agreement): boolean {
  if (agreement.stage === null) return false;
  if (hasRole(viewer, 'coordinator') || hasRole(viewer, 'auditor')) return true;
  return agreement.parties.some(({ partyId }) =>
    viewer.positions.some(({ organisationId }) => organisationId === partyId),
  );
}

export function mayPropose(actor: Actor): Permission<'not-allowed'> {
  return isSystem(actor) ? refuse('not-allowed') : permitIn(coordinatorPosition(actor));
}

/** Workflow definitions, for all agreements of the space to come. */
export function mayPublish(actor: Actor): Permission<'not-allowed'> {
  return mayRegister(actor);
}

/** Organisations, their positions, and people. */
export function mayRegister(actor: Actor): Permission<'not-allowed'> {
  if (isSystem(actor)) return actor.system === SETUP ? { allowed: true } : refuse('not-allowed');
  return permitIn(coordinatorPosition(actor));
}

/** Why somebody left a position or a mandate was revoked: for those who keep the directory and for its own people. */
export function maySeeReasonsOf(viewer: Viewer, organisationId: string): boolean {
  if (hasRole(viewer, 'coordinator') || hasRole(viewer, 'auditor')) return true;
  return viewer.positions.some((position) => position.organisationId === organisationId);
}

/** A person's address: for those who keep the directory, and for the person. */
export function maySeeContactsOf(viewer: Viewer, personId: string): boolean {
  return viewer.personId === personId || hasRole(viewer, 'coordinator') || hasRole(viewer, 'auditor');
}

/** Whoever acts from some position; what it is filed with is asked again. */
export function maySendFiles(viewer: Viewer): boolean {
  return actingPositions(viewer).length > 0;
}

/** Theirs to say, or said for them by those who keep the directory. */
export function mayChangeContacts(actor: Actor, personId: string): Permission<'not-allowed'> {
  return !isSystem(actor) && actor.personId === personId ? { allowed: true } : mayRegister(actor);
}

/** Nobody says so but the mailbox itself. */
export function mayTellOfBounces(actor: Actor): Permission<'not-allowed'> {
  return isSystem(actor) && actor.system === MAILBOX ? { allowed: true } : refuse('not-allowed');
}

/** Only the demo's: elsewhere time is what it is. */
export function mayMoveClock(viewer: Viewer): boolean {
  return viewer.space === 'demo' && coordinatorPosition(viewer) !== undefined;
}

/** What somebody keeps for themselves is nobody else's. */
export function mayKeepFilters(actor: Actor, personId: string): Permission<'not-allowed'> {
  return !isSystem(actor) && actor.personId === personId ? { allowed: true } : refuse('not-allowed');
}

export function maySeeOutbox(viewer: Viewer): boolean {
  return hasRole(viewer, 'coordinator') || hasRole(viewer, 'auditor');
}

export function permitIn(position: HeldPosition | undefined): Permission<'not-allowed'> {
  return position ? { allowed: true, actingAs: position.positionId } : refuse('not-allowed');
}
