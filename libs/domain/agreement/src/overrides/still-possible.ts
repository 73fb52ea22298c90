import { isRefused } from '@entente/event-sourcing';

import { correctableFields } from '../correction/decide.js';
import { otherwise } from '../decision.js';
import type { OverriddenAction } from '../events.js';
import { retractionOf } from '../retraction/decide.js';
import type { ProposedAgreement } from '../state.js';
import { waiverOf } from '../workflow/waive.js';

/** Whether what was asked for can be done as things stand: later entries may rest on it, or its day be met. */
export function isStillPossible(state: ProposedAgreement, action: OverriddenAction): boolean {
  switch (action.type) {
    case 'RetractEntry':
      return !isRefused(retractionOf(state, action.commandId, null));
    case 'CorrectEntry': {
      const entry = state.entries.find(({ commandId }) => commandId === action.commandId);
      return entry !== undefined && correctableFields(state, entry).includes(action.field);
    }
    case 'WaiveDeadline':
      return !isRefused(waiverOf(state, action.deadlineId, null));
    case 'VoidAgreement':
      return true;
    default:
      return otherwise(action, false);
  }
}
