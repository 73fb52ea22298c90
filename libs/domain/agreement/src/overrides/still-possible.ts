import { isRefused } from '@entente/event-sourcing';

import { correctableFields } from '../correction/decide.js';
import { otherwise } from '../decision.js';
import type { OverriddenAction } from '../events.js';
import { partyOf } from '../parties/parties.js';
import { retractionOf } from '../retraction/decide.js';
import { settledFault } from '../signing/settled.js';
import type { Override, ProposedAgreement } from '../state.js';
import { openCommands } from '../workflow/definitions.js';
import { waiverOf } from '../workflow/waive.js';

/** What has taken effect, or still can: meanwhile something may rest on the entry, or the deadline be met. */
export function isConfirmable(state: ProposedAgreement, { status, action }: Override): boolean {
  return status === 'unconfirmed' || (status === 'requested' && isStillPossible(state, action));
}

/** Whether what was asked for can be done as things stand: later entries may rest on it, or its day be met. */
function isStillPossible(state: ProposedAgreement, action: OverriddenAction): boolean {
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
    case 'RecordSignature': {
      const party = partyOf(state, action.partyId);
      return isOpen(state, action.type) && party !== undefined && settledFault(party) === undefined;
    }
    case 'RecordAccession':
      return isOpen(state, action.type) && partyOf(state, action.partyId) === undefined;
    default:
      return otherwise(action, false);
  }
}

function isOpen(state: ProposedAgreement, command: OverriddenAction['type']): boolean {
  return openCommands(state).includes(command);
}
