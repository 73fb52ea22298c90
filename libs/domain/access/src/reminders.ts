import type { Agreement } from '@entente/agreement';
import { refuse } from '@entente/event-sourcing';

import { maySee, permitIn, type Permission } from './permission.js';
import { coordinatorPosition, isSystem, type Actor } from './viewer.js';

/** Whoever looks after the agreement says when people are reminded of it. */
export function maySetReminders(actor: Actor, agreement: Agreement): Permission {
  if (isSystem(actor)) return refuse('not-allowed');
  if (agreement.stage === null || !maySee(actor, agreement)) return refuse('unknown-agreement');
  return permitIn(coordinatorPosition(actor));
}
