import type { EntryCorrected, EntryRetracted } from '@entente/event-sourcing';

import type { AttributesSet } from './attributes/events.js';
import type { CommentAdded, CommentReopened, CommentResolved } from './comments/events.js';
import type { DefinitionMigrated } from './migration/events.js';
import type { OverrideConfirmed, OverrideRejected, OverrideRequested } from './overrides/events.js';
import type { AgreementArchived, DocumentIssued, OriginalsHeld, SignedCopyFiled } from './papers/events.js';
import type { PartyInvited, SignatoryNamed } from './parties/events.js';
import type {
  AgreementNumbered,
  AgreementProposed,
  AgreementWithdrawn,
  DeskAssigned,
} from './proposal/events.js';
import type {
  MilestoneCancelled,
  MilestoneCompleted,
  MilestoneConfirmed,
  MilestonePlanned,
} from './research/events.js';
import type { VerdictGiven } from './review/events.js';
import type { ApproversNamed, TextEndorsed, TextReturned } from './route/events.js';
import type {
  DraftingReopened,
  PartyAcceded,
  PartySigned,
  SignatureRecorded,
  SigningDeclined,
  SigningHandedOver,
  SigningOrdered,
} from './signing/events.js';
import type {
  AnnexAttached,
  AnnexRemoved,
  SectionRevised,
  TextApproved,
  TextFileProvided,
  TextFileRemoved,
  TextServed,
} from './text/events.js';
import type { AgreementVoided } from './voiding/events.js';
import type {
  DeadlineCancelled,
  DeadlineMet,
  DeadlineMissed,
  DeadlineMoved,
  DeadlineRecounted,
  DeadlineSet,
  DeadlineWaived,
  DeadlinesResumed,
  DeadlinesSuspended,
  StageEntered,
} from './workflow/events.js';
import type { CorrectValue } from './words.js';

export type * from './attributes/events.js';
export type * from './comments/events.js';
export type * from './migration/events.js';
export type * from './overrides/events.js';
export type * from './papers/events.js';
export type * from './parties/events.js';
export type * from './proposal/events.js';
export type * from './publishing/events.js';
export type * from './register/events.js';
export type * from './research/events.js';
export type * from './review/events.js';
export type * from './route/events.js';
export type * from './signing/events.js';
export type * from './text/events.js';
export type * from './voiding/events.js';
export type * from './workflow/events.js';

export type AgreementFact =
  | AgreementProposed
  | StageEntered
  | PartyInvited
  | SignatoryNamed
  | SectionRevised
  | AttributesSet
  | TextApproved
  | ApproversNamed
  | TextEndorsed
  | TextReturned
  | TextServed
  | AnnexAttached
  | AnnexRemoved
  | TextFileProvided
  | TextFileRemoved
  | CommentAdded
  | CommentResolved
  | CommentReopened
  | SignatureRecorded
  | PartySigned
  | PartyAcceded
  | SigningHandedOver
  | SigningOrdered
  | DraftingReopened
  | SigningDeclined
  | MilestonePlanned
  | MilestoneCompleted
  | MilestoneConfirmed
  | MilestoneCancelled
  | VerdictGiven
  | AgreementWithdrawn
  | DocumentIssued
  | SignedCopyFiled
  | OriginalsHeld
  | AgreementArchived
  | AgreementNumbered
  | DeskAssigned
  | DefinitionMigrated
  | DeadlineSet
  | DeadlineMet
  | DeadlineMissed
  | DeadlineCancelled
  | DeadlineWaived
  | DeadlineRecounted
  | DeadlineMoved
  | DeadlinesSuspended
  | DeadlinesResumed
  | AgreementVoided
  | OverrideRequested
  | OverrideConfirmed
  | OverrideRejected
  | EntryRetracted
  | EntryCorrected<CorrectValue>;
