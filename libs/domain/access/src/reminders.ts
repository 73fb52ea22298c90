import type { Agreement } from '@entente/agreement';
import { refuse } from '@entente/event-sourcing';

import { maySee, permitIn, type Permission } from './permission.js';
import { ANSWER_LINK, coordinatorPosition, COPIED_LINK, isSystem, SETUP, type Actor } from './viewer.js';

/** Whoever looks after the agreement says when people are reminded of it. */
export function maySetReminders(actor: Actor, agreement: Agreement): Permission {
  if (isSystem(actor)) return actor.system === SETUP ? { allowed: true } : refuse('not-allowed');
  if (agreement.stage === null || !maySee(actor, agreement)) return refuse('unknown-agreement');
  return permitIn(coordinatorPosition(actor));
}

/** A position that is reminded, and whose holder that is now. */
export interface AnsweredFor {
  readonly positionId: string;
  /** The position itself, or the one it was handed over to. */
  readonly heldBy: string;
  /** What the desk owes, any coordinator may answer for. */
  readonly atDesk: boolean;
}

export interface Answerer {
  /** Of those that are reminded. */
  readonly positionId: string;
  readonly personId: string;
  readonly via: 'link' | 'copied-link' | 'page' | 'operator';
  readonly actingAs: string;
}

/** For which of the positions that are reminded somebody answers; undefined: for none. */
export function answererAmong(actor: Actor, reminded: readonly AnsweredFor[]): Answerer | undefined {
  if (isSystem(actor)) return carried(actor, reminded);
  const { personId, positions } = actor;
  const coordinates = coordinatorPosition(actor)?.positionId;
  for (const { positionId, heldBy, atDesk } of reminded) {
    const held = positions.find((position) => position.positionId === heldBy);
    const actingAs = held?.positionId ?? (atDesk ? coordinates : undefined);
    if (actingAs !== undefined) return { positionId, personId, via: 'page', actingAs };
  }
  return undefined;
}

/** Who carries somebody's answer to us. */
const MEANS: Readonly<Record<string, Answerer['via']>> = {
  [ANSWER_LINK]: 'link',
  [COPIED_LINK]: 'copied-link',
  [SETUP]: 'operator',
};

function carried(
  { system, onBehalfOf }: Extract<Actor, { system: string }>,
  reminded: readonly AnsweredFor[],
): Answerer | undefined {
  const via = MEANS[system];
  if (!onBehalfOf || via === undefined) return undefined;
  const { personId, positionId } = onBehalfOf;
  if (!reminded.some((one) => one.positionId === positionId)) return undefined;
  return { positionId, personId, via, actingAs: positionId };
}

/** Whoever is reminded of it. */
export function mayAnswerReminders(
  actor: Actor,
  agreement: Agreement,
  answerer: Answerer | undefined,
): Permission {
  if (agreement.stage === null || !(isSystem(actor) || maySee(actor, agreement)))
    return refuse('unknown-agreement');
  return answerer ? { allowed: true, actingAs: answerer.actingAs } : refuse('not-allowed');
}

/** Also those who look after the agreement: they find out whose it is. */
export function mayHandOverDuties(
  actor: Actor,
  agreement: Agreement,
  answerer: Answerer | undefined,
): Permission {
  return answerer ? mayAnswerReminders(actor, agreement, answerer) : maySetReminders(actor, agreement);
}
