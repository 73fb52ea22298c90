import type { LatenessFigures } from './lateness.js';
import type { Reconciliation } from './reconciler.js';

export interface ReminderFigures {
  /** `plan`: without the queue, which is away or would be read by a wrong clock. */
  readonly from: 'queue' | 'plan';
  readonly lateness: LatenessFigures;
  /** What the last comparison found before it healed. */
  readonly compared?: Reconciliation;
}
