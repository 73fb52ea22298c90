import type { LocalText, MilestoneKind } from '../words.js';

export interface PlanMilestone {
  readonly type: 'PlanMilestone';
  readonly kind: MilestoneKind;
  readonly title: LocalText;
  readonly ownerPartyId: string;
  readonly dueOn: string;
}
export interface CompleteMilestone {
  readonly type: 'CompleteMilestone';
  readonly milestoneId: string;
  readonly completedOn: string;
}
export interface ConfirmMilestone {
  readonly type: 'ConfirmMilestone';
  readonly milestoneId: string;
  readonly partyId: string;
}
/** It falls away: nobody owes it any more, and what was planned stays on record. */
export interface CancelMilestone {
  readonly type: 'CancelMilestone';
  readonly milestoneId: string;
  readonly reason: string;
}
