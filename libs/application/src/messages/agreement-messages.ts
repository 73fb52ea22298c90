import type * as agreement from '@entente/agreement';

import { Message } from './message.js';

/** Target: the agreement's id. */
export abstract class AgreementMessage<
  C extends agreement.AgreementCommand = agreement.AgreementCommand,
> extends Message<C> {}

export class ProposeAgreement extends AgreementMessage<agreement.ProposeAgreement> {}
export class InviteParty extends AgreementMessage<agreement.InviteParty> {}
export class NameSignatory extends AgreementMessage<agreement.NameSignatory> {}
export class ReviseSection extends AgreementMessage<agreement.ReviseSection> {}
export class SetAttributes extends AgreementMessage<agreement.SetAttributes> {}
export class ApproveText extends AgreementMessage<agreement.ApproveText> {}
export class NameApprovers extends AgreementMessage<agreement.NameApprovers> {}
export class EndorseText extends AgreementMessage<agreement.EndorseText> {}
export class ReturnText extends AgreementMessage<agreement.ReturnText> {}
export class ServeText extends AgreementMessage<agreement.ServeText> {}
export class AttachAnnex extends AgreementMessage<agreement.AttachAnnex> {}
export class ProvideTextFile extends AgreementMessage<agreement.ProvideTextFile> {}
export class RemoveTextFile extends AgreementMessage<agreement.RemoveTextFile> {}
export class RemoveAnnex extends AgreementMessage<agreement.RemoveAnnex> {}
export class AddComment extends AgreementMessage<agreement.AddComment> {}
export class ResolveComment extends AgreementMessage<agreement.ResolveComment> {}
export class ReopenComment extends AgreementMessage<agreement.ReopenComment> {}
export class SubmitForSigning extends AgreementMessage<agreement.SubmitForSigning> {}
export class RecordAccession extends AgreementMessage<agreement.RecordAccession> {}
export class RecordSignature extends AgreementMessage<agreement.RecordSignature> {}
export class HandOverSigning extends AgreementMessage<agreement.HandOverSigning> {}
export class OrderSigning extends AgreementMessage<agreement.OrderSigning> {}
export class ReopenDrafting extends AgreementMessage<agreement.ReopenDrafting> {}
export class DeclineSigning extends AgreementMessage<agreement.DeclineSigning> {}
export class CloseDeclined extends AgreementMessage<agreement.CloseDeclined> {}
export class PlanMilestone extends AgreementMessage<agreement.PlanMilestone> {}
export class CompleteMilestone extends AgreementMessage<agreement.CompleteMilestone> {}
export class ConfirmMilestone extends AgreementMessage<agreement.ConfirmMilestone> {}
export class CancelMilestone extends AgreementMessage<agreement.CancelMilestone> {}
export class SubmitForReview extends AgreementMessage<agreement.SubmitForReview> {}
export class GiveVerdict extends AgreementMessage<agreement.GiveVerdict> {}
export class ConcludeAgreement extends AgreementMessage<agreement.ConcludeAgreement> {}
export class WithdrawAgreement extends AgreementMessage<agreement.WithdrawAgreement> {}
export class RetractEntry extends AgreementMessage<agreement.RetractEntry> {}
export class IssueDocument extends AgreementMessage<agreement.IssueDocument> {}
export class FileSignedCopy extends AgreementMessage<agreement.FileSignedCopy> {}
export class HoldOriginals extends AgreementMessage<agreement.HoldOriginals> {}
export class CorrectEntry extends AgreementMessage<agreement.CorrectEntry> {}
export class VoidAgreement extends AgreementMessage<agreement.VoidAgreement> {}
export class WaiveDeadline extends AgreementMessage<agreement.WaiveDeadline> {}
export class ConfirmOverride extends AgreementMessage<agreement.ConfirmOverride> {}
export class RejectOverride extends AgreementMessage<agreement.RejectOverride> {}
export class ArchiveAgreement extends AgreementMessage<agreement.ArchiveAgreement> {}
export class AssignDesk extends AgreementMessage<agreement.AssignDesk> {}
export class MigrateDefinition extends AgreementMessage<agreement.MigrateDefinition> {}
export class RecountDeadlines extends AgreementMessage<agreement.RecountDeadlines> {}
export class MoveDeadline extends AgreementMessage<agreement.MoveDeadline> {}
export class SuspendDeadlines extends AgreementMessage<agreement.SuspendDeadlines> {}
export class ResumeDeadlines extends AgreementMessage<agreement.ResumeDeadlines> {}
export class NumberAgreement extends AgreementMessage<agreement.NumberAgreement> {}
export class MarkDeadlineMissed extends AgreementMessage<agreement.MarkDeadlineMissed> {}

/** Every command an agreement takes, under the name of its body's type. */
export const agreementMessages = {
  ProposeAgreement,
  InviteParty,
  NameSignatory,
  ReviseSection,
  SetAttributes,
  ApproveText,
  NameApprovers,
  EndorseText,
  ReturnText,
  ServeText,
  AttachAnnex,
  RemoveAnnex,
  ProvideTextFile,
  RemoveTextFile,
  AddComment,
  ResolveComment,
  ReopenComment,
  SubmitForSigning,
  RecordSignature,
  RecordAccession,
  HandOverSigning,
  OrderSigning,
  ReopenDrafting,
  DeclineSigning,
  CloseDeclined,
  PlanMilestone,
  CompleteMilestone,
  ConfirmMilestone,
  CancelMilestone,
  SubmitForReview,
  GiveVerdict,
  ConcludeAgreement,
  WithdrawAgreement,
  RetractEntry,
  IssueDocument,
  FileSignedCopy,
  HoldOriginals,
  CorrectEntry,
  VoidAgreement,
  WaiveDeadline,
  ConfirmOverride,
  RejectOverride,
  ArchiveAgreement,
  AssignDesk,
  MigrateDefinition,
  RecountDeadlines,
  MoveDeadline,
  SuspendDeadlines,
  ResumeDeadlines,
  NumberAgreement,
  MarkDeadlineMissed,
} satisfies Record<agreement.AgreementCommandType, new (...args: never[]) => AgreementMessage>;
