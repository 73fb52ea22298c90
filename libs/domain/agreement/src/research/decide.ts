import { localDateOf } from '@entente/calendar';
import { refuse } from '@entente/event-sourcing';

import { comingDayFault, firstFault, nameFault, pastDayFault } from '../checks.js';
import type { CompleteMilestone, ConfirmMilestone, PlanMilestone } from '../commands.js';
import type { Situation } from '../context.js';
import { otherwise, type AgreementDecision } from '../decision.js';
import { partyOf, unknownParty } from '../parties/parties.js';
import type { Milestone, ProposedAgreement } from '../state.js';
import { met, milestoneDeadline, milestoneDeadlineId } from '../workflow/deadlines.js';

export const MAX_MILESTONES = 200;

type ResearchCommand = PlanMilestone | CompleteMilestone | ConfirmMilestone;

export function isResearchRepeat(state: ProposedAgreement, command: ResearchCommand): boolean {
  switch (command.type) {
    case 'PlanMilestone':
      // Two milestones may well be alike; the command's id alone tells a repeat, and the log has looked it up.
      return false;
    case 'CompleteMilestone':
      return milestoneOf(state, command.milestoneId)?.completedOn === command.completedOn;
    case 'ConfirmMilestone':
      return milestoneOf(state, command.milestoneId)?.confirmedBy.includes(command.partyId) ?? false;
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
  if (milestone.completedOn !== undefined) {
    return refuse('already-completed', {
      field: 'completedOn',
      facts: { completedOn: milestone.completedOn },
    });
  }
  const fault = pastDayFault('completedOn', completedOn, situation);
  if (fault) return fault;
  const plannedOn = localDateOf(milestone.plannedAt, situation.zone);
  if (completedOn < plannedOn) {
    return refuse('completed-before-plan', { field: 'completedOn', facts: { plannedOn } });
  }
  const awaited = state.deadlines.filter(
    ({ deadlineId, status }) => deadlineId === milestoneDeadlineId(milestoneId) && status === 'open',
  );
  return [
    { type: 'MilestoneCompleted', data: { milestoneId, completedOn }, effectiveOn: completedOn },
    ...awaited.map((deadline) => met(deadline, situation.now, completedOn)),
  ];
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
