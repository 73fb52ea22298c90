import { isRefused, refuse } from '@entente/event-sourcing';

import { reasonFault } from '../checks.js';
import type {
  ConfirmOverride,
  CorrectEntry,
  RejectOverride,
  RetractEntry,
  VoidAgreement,
  WaiveDeadline,
} from '../commands.js';
import type { Situation } from '../context.js';
import { correctionOf } from '../correction/decide.js';
import { dayForTwo } from '../correction/late-day.js';
import { otherwise, type AgreementDecision } from '../decision.js';
import type { OverriddenAction } from '../events.js';
import { isByTwo, retractableUntil, retractionOf } from '../retraction/decide.js';
import type { Override, ProposedAgreement } from '../state.js';
import { accessionFacts } from '../signing/accession.js';
import { signatureFacts } from '../signing/record.js';
import { voidingOf } from '../voiding/decide.js';
import type { OverrideCause } from '../words.js';
import { stageFault } from '../workflow/stage-fault.js';
import { waiverOf } from '../workflow/waive.js';
import { askSecondPerson, type Asked } from './ask.js';

/** What one person may do alone in some cases or in none, and two may do. */
export type Overridable = RetractEntry | CorrectEntry | VoidAgreement | WaiveDeadline;

export function decideOverridable(
  state: ProposedAgreement,
  command: Overridable,
  situation: Situation,
): AgreementDecision {
  const action = actionOf(command);
  const { reason } = command;
  const effect = effectOf(state, { action, reason }, situation);
  if (isRefused(effect) || effect.length === 0) return effect;
  const fault = reasonFault(reason);
  if (fault) return fault;
  const day = action.type === 'CorrectEntry' ? dayForTwo(state, action, situation) : undefined;
  const cause = day?.cause ?? overrideCause(state, action, situation);
  if (cause === undefined) return effect;
  // Whoever can only ever ask for it has asked; others say that they mean to.
  if ('commandId' in command && command.override !== true)
    return day?.fault ?? needsOverride(state, command, cause);
  return askSecondPerson(state, { action, cause, reason }, effect, situation);
}

export function decideOverride(
  state: ProposedAgreement,
  command: ConfirmOverride | RejectOverride,
  situation: Situation,
): AgreementDecision {
  const { overrideId } = command;
  const override = state.overrides.find((asked) => asked.overrideId === overrideId);
  if (!override) return refuse('unknown-override', { field: 'overrideId' });
  switch (command.type) {
    case 'ConfirmOverride':
      return confirmOverride(state, override, situation);
    case 'RejectOverride':
      return rejectOverride(override, command);
    default:
      return otherwise(command, []);
  }
}

/** Decided anew on what stands now: what was possible when it was asked for may no longer be. */
function confirmOverride(
  state: ProposedAgreement,
  override: Override,
  situation: Situation,
): AgreementDecision {
  const { overrideId, requestedBy, status } = override;
  if (status === 'confirmed') return [];
  if (status === 'rejected') return refuse('override-decided', { field: 'overrideId', facts: { status } });
  if (requestedBy === situation.actor) return refuse('second-person-needed');
  const confirmed = { type: 'OverrideConfirmed', data: { overrideId } } as const;
  if (status === 'unconfirmed') return [confirmed];
  const effect = effectOf(state, override, situation);
  return isRefused(effect) ? effect : [confirmed, ...effect];
}

/** By a second person, or by whoever asked and thinks better of it. What has taken effect is not undone by a no. */
function rejectOverride({ overrideId, status }: Override, { reason }: RejectOverride): AgreementDecision {
  if (status === 'rejected') return [];
  if (status !== 'requested') return refuse('override-decided', { field: 'overrideId', facts: { status } });
  return reasonFault(reason) ?? [{ type: 'OverrideRejected', data: { overrideId, reason } }];
}

function actionOf(command: Overridable): OverriddenAction {
  switch (command.type) {
    case 'RetractEntry':
      return { type: command.type, commandId: command.commandId };
    case 'CorrectEntry': {
      const { type, commandId, field, value } = command;
      return { type, commandId, field, value };
    }
    case 'VoidAgreement': {
      const { type, as, of } = command;
      return { type, as, ...(of === undefined ? {} : { of }) };
    }
    case 'WaiveDeadline':
      return { type: command.type, deadlineId: command.deadlineId };
    default:
      return otherwise(command, command);
  }
}

/** What it does once nothing but the number of people stands against it. */
function effectOf(
  state: ProposedAgreement,
  { action, reason, evidence }: Omit<Asked, 'cause'>,
  situation: Situation,
): AgreementDecision {
  switch (action.type) {
    case 'RetractEntry':
      return retractionOf(state, action.commandId, reason);
    case 'CorrectEntry':
      return correctionOf(state, action, reason, situation);
    case 'VoidAgreement':
      return voidingOf(state, action, reason, situation);
    case 'WaiveDeadline':
      return waiverOf(state, action.deadlineId, reason);
    case 'RecordSignature':
      return (
        stageFault(state, action.type, situation) ?? signatureFacts(state, { action, evidence }, situation)
      );
    case 'RecordAccession':
      return (
        stageFault(state, action.type, situation) ?? accessionFacts(state, { action, evidence }, situation)
      );
    default:
      return otherwise(action, []);
  }
}

/** Why the actor may not do it alone; undefined when they may. */
function overrideCause(
  state: ProposedAgreement,
  action: OverriddenAction,
  situation: Situation,
): OverrideCause | undefined {
  const { actor, now } = situation;
  if (!('commandId' in action)) return 'always';
  const entry = state.entries.find(({ commandId }) => commandId === action.commandId);
  if (entry && isByTwo(state, entry)) return 'always';
  if (entry?.actor !== actor) return 'not-own';
  return now > retractableUntil(entry) ? 'late' : undefined;
}

function needsOverride(
  state: ProposedAgreement,
  { type, commandId }: RetractEntry | CorrectEntry,
  cause: OverrideCause,
): AgreementDecision {
  const code = type === 'RetractEntry' ? 'retraction-needs-override' : 'correction-needs-override';
  const entry = state.entries.find((line) => line.commandId === commandId);
  if (entry && isByTwo(state, entry)) return refuse(code, { facts: { byTwo: true } });
  const until = entry && retractableUntil(entry);
  return refuse(code, { facts: { own: cause !== 'not-own', until } });
}
