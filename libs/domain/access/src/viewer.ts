import type { PositionRole } from '@entente/directory';

export interface HeldPosition {
  readonly positionId: string;
  readonly organisationId: string;
  readonly roles: readonly PositionRole[];
}

/** A person in a space, with the positions they fill right now. */
export interface Viewer {
  readonly space: string;
  readonly personId: string;
  readonly positions: readonly HeldPosition[];
}

/** An automation of ours; the name is what the log records as the actor. */
export interface SystemActor {
  readonly space: string;
  readonly system: `system:${string}`;
  /** Whose word it carries from one stream to another: what it records there is theirs. */
  readonly onBehalfOf?: { readonly personId: string; readonly positionId: string };
}

export type Actor = Viewer | SystemActor;

/** Gives agreements their reference numbers. */
export const NUMBERING = 'system:numbering';
/** Tells agreements what was said of them at a meeting. */
export const MEETING = 'system:meeting';
/** Registers the first organisations and people of a space, when nobody is there yet who could. */
export const SETUP = 'system:setup';

/** Reads what comes back of mails. */
export const MAILBOX = 'system:mailbox';

/** Tells agreements that the day of a deadline is over. */
export const TIMER = 'system:timer';

/** Answers for whoever opened a link of theirs, which came to them or which a coordinator handed to them. */
export const ANSWER_LINK = 'system:answer-link';
export const COPIED_LINK = 'system:copied-link';

export function isSystem(actor: Actor): actor is SystemActor {
  return 'system' in actor;
}

/** Positions from which something can be done: an auditor's reads, whatever else it is. */
export function actingPositions(viewer: Viewer): readonly HeldPosition[] {
  return viewer.positions.filter(({ roles }) => !roles.includes('auditor'));
}

export function coordinatorPosition(viewer: Viewer): HeldPosition | undefined {
  return actingPositions(viewer).find(({ roles }) => roles.includes('coordinator'));
}

export function hasRole(viewer: Viewer, role: PositionRole): boolean {
  return viewer.positions.some(({ roles }) => roles.includes(role));
}
