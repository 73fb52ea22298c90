import { deskHolderOn, type Desk, type DeskCommand, type DeskCommandType } from '@entente/directory';
import { refuse } from '@entente/event-sourcing';

import { mayRegister, permitIn, type Permission } from './permission.js';
import {
  actingPositions,
  coordinatorPosition,
  isSystem,
  type Actor,
  type HeldPosition,
  type Viewer,
} from './viewer.js';

/** What a permission to a desk depends on, beside who asks. */
export interface DeskToday {
  /** Local day, YYYY-MM-DD. */
  readonly today: string;
  readonly holderIsPresent: boolean;
}

/** A desk is its holder's to offer and the other's to accept; when nobody sits there, any coordinator hands it over. */
export function mayKeepDesk(
  actor: Actor,
  { type }: DeskCommand,
  desk: Desk,
  today: string,
): Permission<'not-allowed'> {
  if (type === 'OpenDesk') return mayRegister(actor);
  return isSystem(actor) ? refuse('not-allowed') : permitIn(positionAt(actor, type, desk, today));
}

/** What this viewer is offered; each command is judged by itself when it is sent. */
export function deskCommandsFor(
  viewer: Viewer,
  desk: Desk,
  { today, holderIsPresent }: DeskToday,
): readonly DeskCommandType[] {
  if (desk.status === 'none') return [];
  const sensible: readonly DeskCommandType[] = [
    'OfferDesk',
    ...(desk.offer ? (['AcceptDesk', 'WithdrawOffer'] as const) : []),
    ...(holderIsPresent ? [] : (['HandOverDesk'] as const)),
  ];
  return sensible.filter((command) => positionAt(viewer, command, desk, today) !== undefined);
}

/** Everybody who coordinates, and whoever reads all. */
export function maySeeDesks(viewer: Viewer): boolean {
  return viewer.positions.some(({ roles }) => roles.includes('coordinator') || roles.includes('auditor'));
}

function positionAt(
  viewer: Viewer,
  command: DeskCommandType,
  desk: Desk,
  today: string,
): HeldPosition | undefined {
  const own = coordinatorPosition(viewer);
  if (desk.status === 'none') return own;
  const holds = deskHolderOn(desk, today)?.personId === viewer.personId;
  const { offer } = desk;
  const isAsked = offer?.personId === viewer.personId;
  switch (command) {
    case 'OpenDesk':
    case 'HandOverDesk':
      return own;
    case 'OfferDesk':
      return holds ? own : undefined;
    case 'AcceptDesk':
      // Without an offer the rule itself says so. What was offered to a position is accepted from it.
      return offer ? (isAsked ? heldAs(viewer, offer.positionId) : undefined) : own;
    case 'WithdrawOffer':
      return holds || isAsked || !offer ? own : undefined;
    default:
      return nobody(command);
  }
}

function heldAs(viewer: Viewer, positionId: string): HeldPosition | undefined {
  return actingPositions(viewer).find(
    (held) => held.positionId === positionId && held.roles.includes('coordinator'),
  );
}

/** Closes the switch: a command without a rule does not compile, and one from elsewhere is nobody's. */
function nobody(_never: never): HeldPosition | undefined {
  return undefined;
}
