import type { Fact } from '@entente/event-sourcing';

import type { LocalText, MilestoneKind } from '../words.js';

export type MilestonePlanned = Fact<
  'MilestonePlanned',
  {
    readonly milestoneId: string;
    readonly kind: MilestoneKind;
    readonly title: LocalText;
    readonly ownerPartyId: string;
    readonly dueOn: string;
  }
>;
/** The owner's report; it counts as the owner's own confirmation. */
export type MilestoneCompleted = Fact<
  'MilestoneCompleted',
  { readonly milestoneId: string; readonly completedOn: string }
>;
export type MilestoneConfirmed = Fact<
  'MilestoneConfirmed',
  { readonly milestoneId: string; readonly partyId: string }
>;
export type MilestoneCancelled = Fact<
  'MilestoneCancelled',
  { readonly milestoneId: string; readonly reason: string | null }
>;
