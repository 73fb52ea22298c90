import { refuse } from '@entente/event-sourcing';

import { correctAttributes, isAttributesRepeat, setAttributes } from './attributes/decide.js';
import { reasonFault } from './checks.js';
import type {
  AgreementCommand,
  AssignDesk,
  ConfirmOverride,
  MarkDeadlineMissed,
  MigrateDefinition,
  MoveDeadline,
  NumberAgreement,
  ProposeAgreement,
  RecountDeadlines,
  RejectOverride,
  ResumeDeadlines,
  SuspendDeadlines,
} from './commands.js';
import type { Situation } from './context.js';
import { otherwise, type AgreementDecision } from './decision.js';
import { decideOverridable, decideOverride, type Overridable } from './overrides/decide.js';
import { decideComments, isCommentsRepeat } from './comments/decide.js';
import { migrateDefinition } from './migration/decide.js';
import { decidePapers, isPaperCommand, type PaperCommand } from './papers/decide.js';
import { decideParties, isPartiesRepeat } from './parties/decide.js';
import { assignDesk, numberAgreement, proposeAgreement } from './proposal/decide.js';
import { decideResearch, isResearchRepeat } from './research/decide.js';
import { decideReview, isVerdictRepeat } from './review/decide.js';
import { decideRoute, isRouteRepeat } from './route/decide.js';
import { isAccessionRepeat, recordAccession } from './signing/accession.js';
import { decideSigning, isSigningRepeat } from './signing/decide.js';
import type { Agreement, ProposedAgreement } from './state.js';
import { decideText, isTextRepeat } from './text/decide.js';
import { isServedRepeat, serveText } from './text/serve.js';
import { markMissed } from './workflow/missed.js';
import { moveDeadline } from './workflow/move.js';
import { resumeDeadlines, suspendDeadlines } from './workflow/pause.js';
import { stageFault } from './workflow/stage-fault.js';
import { recountDeadlines } from './workflow/recount.js';
import { decideMove, hasMoved, withConsequences } from './workflow/transitions.js';

/** Commands that some stages take and others do not. */
type StagedCommand = Exclude<
  AgreementCommand,
  | ProposeAgreement
  | NumberAgreement
  | AssignDesk
  | MigrateDefinition
  | MarkDeadlineMissed
  | RecountDeadlines
  | MoveDeadline
  | SuspendDeadlines
  | ResumeDeadlines
  | PaperCommand
  | Overridable
  | ConfirmOverride
  | RejectOverride
>;

export function decide(state: Agreement, command: AgreementCommand, situation: Situation): AgreementDecision {
  const decision = decideAlone(state, command, situation);
  const { definition, target = definition } = situation;
  const follows = command.type === 'MigrateDefinition' ? { ...situation, definition: target } : situation;
  return withConsequences(state, decision, follows);
}

function decideAlone(state: Agreement, command: AgreementCommand, situation: Situation): AgreementDecision {
  if (command.type === 'ProposeAgreement') {
    return state.stage === null ? proposeAgreement(command, situation) : refuse('already-proposed');
  }
  if (state.stage === null) return refuse('unknown-agreement');
  // Facts of the after-life: every stage takes them, a final one too.
  switch (command.type) {
    case 'NumberAgreement':
      return numberAgreement(state, command);
    case 'AssignDesk':
      return assignDesk(state, command, situation);
    case 'MigrateDefinition':
      return migrateDefinition(state, command, situation);
    case 'MarkDeadlineMissed':
      return markMissed(state, command, situation);
    case 'RecountDeadlines':
      return recountDeadlines(state, command, situation);
    case 'MoveDeadline':
      return moveDeadline(state, command, situation);
    case 'SuspendDeadlines':
      return suspendDeadlines(state, command, situation);
    case 'ResumeDeadlines':
      return resumeDeadlines(state, command, situation);
    case 'RetractEntry':
    case 'CorrectEntry':
    case 'VoidAgreement':
    case 'WaiveDeadline':
      return decideOverridable(state, command, situation);
    case 'ConfirmOverride':
    case 'RejectOverride':
      return decideOverride(state, command, situation);
    default:
      return isPaperCommand(command)
        ? decidePapers(state, command, situation)
        : decideStaged(state, command, situation);
  }
}

function decideStaged(
  state: ProposedAgreement,
  command: StagedCommand,
  situation: Situation,
): AgreementDecision {
  // A repeat is no error even when the first one has moved the agreement on: the last signature sent twice.
  if (isRepeat(state, command, situation)) return [];
  const fault = stageFault(state, command.type, situation);
  if (!fault) return decideInStage(state, command, situation);
  return command.type === 'SetAttributes' && state.attributes
    ? correctAttributes(state, command, situation)
    : fault;
}

function isRepeat(
  state: ProposedAgreement,
  command: StagedCommand,
  { definition, actingAs }: Situation,
): boolean {
  switch (command.type) {
    case 'InviteParty':
    case 'NameSignatory':
      return isPartiesRepeat(state, command);
    case 'ReviseSection':
    case 'ApproveText':
    case 'AttachAnnex':
    case 'RemoveAnnex':
    case 'ProvideTextFile':
    case 'RemoveTextFile':
      return isTextRepeat(state, command);
    case 'NameApprovers':
    case 'EndorseText':
    case 'ReturnText':
      return isRouteRepeat(state, command);
    case 'SetAttributes':
      return isAttributesRepeat(state, command);
    case 'ServeText':
      return isServedRepeat(state, command);
    case 'AddComment':
    case 'ResolveComment':
    case 'ReopenComment':
      return isCommentsRepeat(state, command);
    case 'RecordAccession':
      return isAccessionRepeat(state, command);
    case 'RecordSignature':
    case 'HandOverSigning':
    case 'OrderSigning':
    case 'DeclineSigning':
      return isSigningRepeat(state, command, actingAs);
    case 'PlanMilestone':
    case 'CompleteMilestone':
    case 'ConfirmMilestone':
    case 'CancelMilestone':
      return isResearchRepeat(state, command);
    case 'GiveVerdict':
      return isVerdictRepeat(state, command);
    case 'SubmitForSigning':
    case 'ReopenDrafting':
    case 'CloseDeclined':
    case 'SubmitForReview':
    case 'ConcludeAgreement':
    case 'WithdrawAgreement':
      return hasMoved(definition, state, command);
    default:
      return otherwise(command, false);
  }
}

function decideInStage(
  state: ProposedAgreement,
  command: StagedCommand,
  situation: Situation,
): AgreementDecision {
  switch (command.type) {
    case 'InviteParty':
    case 'NameSignatory':
      return decideParties(state, command, situation);
    case 'ReviseSection':
    case 'ApproveText':
    case 'AttachAnnex':
    case 'RemoveAnnex':
    case 'ProvideTextFile':
    case 'RemoveTextFile':
      return decideText(state, command, situation);
    case 'NameApprovers':
    case 'EndorseText':
    case 'ReturnText':
      return decideRoute(state, command, situation);
    case 'SetAttributes':
      return setAttributes(state, command, situation);
    case 'ServeText':
      return serveText(state, command, situation);
    case 'AddComment':
    case 'ResolveComment':
    case 'ReopenComment':
      return decideComments(state, command, situation);
    case 'RecordAccession':
      return recordAccession(state, command, situation);
    case 'RecordSignature':
    case 'HandOverSigning':
    case 'OrderSigning':
    case 'DeclineSigning':
      return decideSigning(state, command, situation);
    case 'PlanMilestone':
    case 'CompleteMilestone':
    case 'ConfirmMilestone':
    case 'CancelMilestone':
      return decideResearch(state, command, situation);
    case 'GiveVerdict':
      return decideReview(state, command);
    case 'SubmitForSigning':
    case 'CloseDeclined':
    case 'SubmitForReview':
    case 'ConcludeAgreement':
      return decideMove(state, command, situation);
    case 'ReopenDrafting': {
      const { reason } = command;
      const reopened = [{ type: 'DraftingReopened', data: { reason } } as const];
      return reasonFault(reason) ?? decideMove(state, command, situation, reopened);
    }
    case 'WithdrawAgreement': {
      const { reason } = command;
      const withdrawn = [{ type: 'AgreementWithdrawn', data: { reason } } as const];
      return reasonFault(reason) ?? decideMove(state, command, situation, withdrawn);
    }
    default:
      return otherwise(command, []);
  }
}
