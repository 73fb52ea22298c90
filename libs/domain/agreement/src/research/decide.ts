import { localDateOf } from '@entente/calendar';
import { refuse } from '@entente/event-sourcing';

import { comingDayFault, firstFault, nameFault, pastDayFault, reasonFault } from '../checks.js';
import type { CancelMilestone, CompleteMilestone, ConfirmMilestone, PlanMilestone } from '../commands.js';
import type { Situation } from '../context.js';
import { otherwise, type AgreementDecision } from '../decision.js';
import { partyOf, unknownParty } from '../parties/parties.js';
import type { Deadline, Milestone, ProposedAgreement } from '../state.js';
import { cancelled, met, milestoneDeadline, milestoneDeadlineId } from '../workflow/deadlines.js';

export const MAX_MILESTONES = 200;

type ResearchCommand = PlanMilestone | CompleteMilestone | ConfirmMilestone | CancelMilestone;

export function isResearchRepeat(state: ProposedAgreement, command: ResearchCommand): boolean {
  switch (command.type) {
    case 'PlanMilestone':
      // Two milestones may well be alike; the command's id alone tells a repeat, and the log has looked it up.
      return false;
    case 'CompleteMilestone':
      return milestoneOf(state, command.milestoneId)?.completedOn === command.completedOn;
    case 'ConfirmMilestone':
      return milestoneOf(state, command.milestoneId)?.confirmedBy.includes(command.partyId) ?? false;
    case 'CancelMilestone':
      return milestoneOf(state, command.milestoneId)?.cancelled?.reason === command.reason;
    default:
      return otherwise(command, false);
  }
}

export function decideResearch(
  state: ProposedAgreement,
  command: ResearchCommand,
  situation: Situation,
): AgreementDecision {
  switch (command.type) {
    case 'PlanMilestone':
      return planMilestone(state, command, situation);
    case 'CompleteMilestone':
      return completeMilestone(state, command, situation);
    case 'ConfirmMilestone':
      return confirmMilestone(state, command);
    case 'CancelMilestone':
      return cancelMilestone(state, command);
    default:
      return otherwise(command, []);
  }
}

function planMilestone(
  state: ProposedAgreement,
  command: PlanMilestone,
  situation: Situation,
): AgreementDecision {
  const { kind, title, ownerPartyId, dueOn } = command;
  const fault = firstFault(nameFault('title', title), comingDayFault('dueOn', dueOn, situation));
  if (fault) return fault;
  if (!partyOf(state, ownerPartyId)) return unknownParty(state, 'ownerPartyId');
  if (state.milestones.length >= MAX_MILESTONES)
    return refuse('limit-reached', { facts: { limit: MAX_MILESTONES } });
  const milestoneId = situation.commandId;
  return [
    { type: 'MilestonePlanned', data: { milestoneId, kind, title, ownerPartyId, dueOn } },
    milestoneDeadline(milestoneId, dueOn, situation),
  ];
}

function completeMilestone(
  state: ProposedAgreement,
  { milestoneId, completedOn }: CompleteMilestone,
  situation: Situation,
): AgreementDecision {
  const milestone = milestoneOf(state, milestoneId);
  if (!milestone) return refuse('unknown-milestone', { field: 'milestoneId' });
  if (milestone.cancelled) return refuse('milestone-cancelled', { field: 'milestoneId' });
  if (milestone.completedOn !== undefined) return alreadyCompleted('completedOn', milestone.completedOn);
  const fault = pastDayFault('completedOn', completedOn, situation);
  if (fault) return fault;
  const plannedOn = localDateOf(milestone.plannedAt, situation.zone);
  if (completedOn < plannedOn) {
    return refuse('completed-before-plan', { field: 'completedOn', facts: { plannedOn } });
  }
  return [
    { type: 'MilestoneCompleted', data: { milestoneId, completedOn }, effectiveOn: completedOn },
    ...awaited(state, milestoneId).map((deadline) => met(deadline, situation.now, completedOn)),
  ];
}

function cancelMilestone(
  state: ProposedAgreement,
  { milestoneId, reason }: CancelMilestone,
): AgreementDecision {
  const milestone = milestoneOf(state, milestoneId);
  if (!milestone) return refuse('unknown-milestone', { field: 'milestoneId' });
  if (milestone.cancelled) return refuse('milestone-cancelled', { field: 'milestoneId' });
  // What was done is not undone by a word: whoever was wrong about it takes the report back.
  if (milestone.completedOn !== undefined) return alreadyCompleted('milestoneId', milestone.completedOn);
  const fault = reasonFault(reason);
  if (fault) return fault;
  return [
    { type: 'MilestoneCancelled', data: { milestoneId, reason } },
    ...awaited(state, milestoneId).map(cancelled),
  ];
}

function alreadyCompleted(field: string, completedOn: string): AgreementDecision {
  return refuse('already-completed', { field, facts: { completedOn } });
}

function awaited({ deadlines }: ProposedAgreement, milestoneId: string): readonly Deadline[] {
  return deadlines.filter(
    ({ deadlineId, status }) => deadlineId === milestoneDeadlineId(milestoneId) && status === 'open',
  );
}

function confirmMilestone(
  state: ProposedAgreement,
  { milestoneId, partyId }: ConfirmMilestone,
): AgreementDecision {
  const milestone = milestoneOf(state, milestoneId);
  if (!milestone) return refuse('unknown-milestone', { field: 'milestoneId' });
  if (!partyOf(state, partyId)) return unknownParty(state);
  if (milestone.completedOn === undefined) return refuse('milestone-not-completed', { field: 'milestoneId' });
  return [{ type: 'MilestoneConfirmed', data: { milestoneId, partyId } }];
}

function milestoneOf({ milestones }: ProposedAgreement, milestoneId: string): Milestone | undefined {
  return milestones.find((milestone) => milestone.milestoneId === milestoneId);
}
