import type { SetAttributes } from './attributes/commands.js';
import type { AddComment, ReopenComment, ResolveComment } from './comments/commands.js';
import type { MigrateDefinition } from './migration/commands.js';
import type {
  ConfirmOverride,
  CorrectEntry,
  RejectOverride,
  RetractEntry,
  VoidAgreement,
  WaiveDeadline,
} from './overrides/commands.js';
import type { ArchiveAgreement, FileSignedCopy, HoldOriginals, IssueDocument } from './papers/commands.js';
import type { InviteParty, NameSignatory } from './parties/commands.js';
import type {
  AssignDesk,
  NumberAgreement,
  ProposeAgreement,
  WithdrawAgreement,
} from './proposal/commands.js';
import type {
  CancelMilestone,
  CompleteMilestone,
  ConfirmMilestone,
  PlanMilestone,
} from './research/commands.js';
import type { GiveVerdict } from './review/commands.js';
import type { EndorseText, NameApprovers, ReturnText } from './route/commands.js';
import type {
  DeclineSigning,
  HandOverSigning,
  OrderSigning,
  RecordAccession,
  RecordSignature,
  ReopenDrafting,
} from './signing/commands.js';
import type {
  ApproveText,
  AttachAnnex,
  ProvideTextFile,
  RemoveAnnex,
  RemoveTextFile,
  ReviseSection,
  ServeText,
} from './text/commands.js';
import type {
  CloseDeclined,
  ConcludeAgreement,
  MarkDeadlineMissed,
  MoveDeadline,
  RecountDeadlines,
  ResumeDeadlines,
  SubmitForReview,
  SubmitForSigning,
  SuspendDeadlines,
} from './workflow/commands.js';

export type * from './attributes/commands.js';
export type * from './comments/commands.js';
export type * from './migration/commands.js';
export type * from './overrides/commands.js';
export type * from './papers/commands.js';
export type * from './parties/commands.js';
export type * from './proposal/commands.js';
export type * from './research/commands.js';
export type * from './review/commands.js';
export type * from './route/commands.js';
export type * from './signing/commands.js';
export type * from './text/commands.js';
export type * from './workflow/commands.js';

export type AgreementCommand =
  | ProposeAgreement
  | InviteParty
  | NameSignatory
  | ReviseSection
  | SetAttributes
  | ApproveText
  | NameApprovers
  | EndorseText
  | ReturnText
  | ServeText
  | AttachAnnex
  | RemoveAnnex
  | ProvideTextFile
  | RemoveTextFile
  | AddComment
  | ResolveComment
  | ReopenComment
  | SubmitForSigning
  | RecordSignature
  | RecordAccession
  | HandOverSigning
  | OrderSigning
  | ReopenDrafting
  | DeclineSigning
  | CloseDeclined
  | PlanMilestone
  | CompleteMilestone
  | ConfirmMilestone
  | CancelMilestone
  | SubmitForReview
  | GiveVerdict
  | ConcludeAgreement
  | WithdrawAgreement
  | RetractEntry
  | IssueDocument
  | FileSignedCopy
  | HoldOriginals
  | ArchiveAgreement
  | CorrectEntry
  | VoidAgreement
  | WaiveDeadline
  | ConfirmOverride
  | RejectOverride
  | AssignDesk
  | MigrateDefinition
  | MarkDeadlineMissed
  | RecountDeadlines
  | MoveDeadline
  | SuspendDeadlines
  | ResumeDeadlines
  | NumberAgreement;

export type AgreementCommandType = AgreementCommand['type'];
