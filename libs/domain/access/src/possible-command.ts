import type { ConditionName, CorrectableField } from '@entente/agreement';

import type { Intent } from './may-command.js';

/** One thing the viewer may do now: a button. */
export interface PossibleCommand extends Intent {
  /** The fields of the entry that can be put right. */
  readonly fields?: readonly CorrectableField[];
  /** Takes a second person. */
  readonly override?: true;
  /** The last instant for it, UTC ISO text, where there is one. */
  readonly until?: string;
  /** Conditions that must hold first; absent when nothing stands against it. */
  readonly blockedBy?: readonly ConditionName[];
}
