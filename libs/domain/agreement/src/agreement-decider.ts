import { mayBeSealed, type Decider } from '@entente/event-sourcing';

import type { AgreementCommand } from './commands.js';
import type { AgreementContext } from './context.js';
import { decide } from './decide.js';
import type { AgreementFact } from './events.js';
import { evolve } from './evolve.js';
import type { AgreementRefusalCode } from './refusals.js';
import type { Agreement } from './state.js';
import { stageEntered1 } from './workflow/stage-entered-1.js';
import { stageEntered2 } from './workflow/stage-entered-2.js';

export const agreementDecider: Decider<
  Agreement,
  AgreementCommand,
  AgreementFact,
  AgreementContext,
  AgreementRefusalCode
> = {
  initial: { stage: null },
  schemaVersions: {
    AgreementProposed: 1,
    StageEntered: 3,
    PartyInvited: 2,
    SignatoryNamed: 1,
    SectionRevised: 1,
    AttributesSet: 2,
    TextApproved: 1,
    ApproversNamed: 1,
    TextEndorsed: 1,
    TextReturned: 1,
    TextServed: 1,
    AnnexAttached: 1,
    AnnexRemoved: 1,
    TextFileProvided: 1,
    TextFileRemoved: 1,
    CommentAdded: 1,
    CommentResolved: 1,
    CommentReopened: 1,
    SignatureRecorded: 2,
    PartySigned: 1,
    PartyAcceded: 2,
    SigningDeclined: 2,
    SigningHandedOver: 1,
    SigningOrdered: 1,
    DraftingReopened: 1,
    MilestonePlanned: 1,
    MilestoneCompleted: 1,
    MilestoneConfirmed: 1,
    MilestoneCancelled: 1,
    VerdictGiven: 2,
    AgreementWithdrawn: 2,
    DocumentIssued: 1,
    SignedCopyFiled: 1,
    OriginalsHeld: 1,
    AgreementArchived: 1,
    AgreementNumbered: 1,
    DeskAssigned: 1,
    DefinitionMigrated: 1,
    DeadlineSet: 3,
    DeadlineMet: 2,
    DeadlineMissed: 1,
    DeadlineCancelled: 1,
    DeadlineWaived: 1,
    DeadlineRecounted: 1,
    DeadlineMoved: 1,
    DeadlinesSuspended: 1,
    DeadlinesResumed: 1,
    AgreementVoided: 1,
    OverrideRequested: 3,
    OverrideConfirmed: 1,
    OverrideRejected: 1,
    EntryRetracted: 2,
    EntryCorrected: 1,
  },
  upcasters: {
    StageEntered: [stageEntered1, stageEntered2],
    // Those there were had no approval route.
    PartyInvited: [(data) => data],
    SignatureRecorded: [mayBeSealed],
    // Those there were set in a stage that asks for them.
    AttributesSet: [(data) => data],
    // Those there were signed for themselves.
    PartyAcceded: [(data) => data],
    // Those there were asked for no signature, then for none of a day on which nobody held the position.
    OverrideRequested: [(data) => data, (data) => data],
    // The kind `signed-copy` came to those there were, then more kinds of reminders.
    DeadlineSet: [(data) => data, (data) => data],
    // Nothing was recorded late then.
    DeadlineMet: [(data) => data],
    SigningDeclined: [mayBeSealed],
    VerdictGiven: [mayBeSealed],
    AgreementWithdrawn: [mayBeSealed],
    EntryRetracted: [mayBeSealed],
  },
  sealed: {
    AttributesSet: { fields: ['reason'], under: 'entry' },
    CommentAdded: { fields: ['text', 'quote'], under: 'entry' },
    TextReturned: { fields: ['reason'], under: 'entry' },
    SignatureRecorded: { fields: ['evidence'], under: 'entry' },
    PartyAcceded: { fields: ['evidence'], under: 'entry' },
    DraftingReopened: { fields: ['reason'], under: 'entry' },
    SigningDeclined: { fields: ['reason'], under: 'entry' },
    MilestoneCancelled: { fields: ['reason'], under: 'entry' },
    VerdictGiven: { fields: ['report'], under: 'entry' },
    AgreementWithdrawn: { fields: ['reason'], under: 'entry' },
    DeadlineRecounted: { fields: ['reason'], under: 'entry' },
    DeadlineMoved: { fields: ['reason'], under: 'entry' },
    DeadlinesSuspended: { fields: ['reason'], under: 'entry' },
    DeadlineWaived: { fields: ['reason'], under: 'entry' },
    AgreementVoided: { fields: ['reason'], under: 'entry' },
    OverrideRequested: { fields: ['reason', 'evidence'], under: 'entry' },
    OverrideRejected: { fields: ['reason'], under: 'entry' },
    EntryRetracted: { fields: ['reason'], under: 'entry' },
    EntryCorrected: { fields: ['reason'], under: 'entry' },
  },
  decide,
  evolve,
};
