import type { AgreementCommand } from '@entente/agreement';
import { agreementMessages } from '@entente/application';

import * as dto from './dto/command-bodies.js';

/** A proposal and a document that is made have paths of their own; automations give numbers and watch the clock. */
type SentByPath = Exclude<
  AgreementCommand['type'],
  'ProposeAgreement' | 'IssueDocument' | 'NumberAgreement' | 'MarkDeadlineMissed'
>;

interface Row {
  readonly dto: new () => object;
  readonly summary: string;
}

/** Every command of an agreement that has a path, with its body. */
const rows: Readonly<Record<SentByPath, Row>> = {
  InviteParty: { dto: dto.InvitePartyDto, summary: 'Invite an organisation as a party' },
  NameSignatory: { dto: dto.NameSignatoryDto, summary: 'Name the position that signs for a party' },
  ReviseSection: { dto: dto.ReviseSectionDto, summary: 'Revise a section of the text in one language' },
  SetAttributes: { dto: dto.SetAttributesDto, summary: 'Set what the definition asks to be known of it' },
  ApproveText: { dto: dto.ApproveTextDto, summary: 'Approve one exact text for a party' },
  NameApprovers: { dto: dto.NameApproversDto, summary: "Name who a party's approval route asks" },
  EndorseText: { dto: dto.EndorseTextDto, summary: 'Agree to one exact text inside a party' },
  ReturnText: { dto: dto.ReturnTextDto, summary: 'Send one exact text back inside a party, with a reason' },
  ServeText: { dto: dto.ServeTextDto, summary: 'Serve the text on other parties: it is their turn' },
  AttachAnnex: { dto: dto.AttachAnnexDto, summary: 'Attach a file to the text as an annex' },
  RemoveAnnex: { dto: dto.RemoveAnnexDto, summary: 'Remove an annex from the text' },
  ProvideTextFile: {
    dto: dto.ProvideTextFileDto,
    summary: 'Let a file be the text in one language, in the place of its sections',
  },
  RemoveTextFile: {
    dto: dto.RemoveTextFileDto,
    summary: 'Write the text in this language in sections again',
  },
  AddComment: { dto: dto.AddCommentDto, summary: 'Comment on the text, or answer a comment' },
  ResolveComment: { dto: dto.ResolveCommentDto, summary: 'Say that a comment is dealt with' },
  ReopenComment: { dto: dto.ReopenCommentDto, summary: 'Take up a comment again' },
  SubmitForSigning: { dto: dto.EmptyDto, summary: 'Freeze the text and ask for signatures' },
  RecordSignature: { dto: dto.RecordSignatureDto, summary: 'Record a signature' },
  RecordAccession: {
    dto: dto.RecordAccessionDto,
    summary: 'Record that an organisation joined the agreement in force',
  },
  HandOverSigning: {
    dto: dto.HandOverSigningDto,
    summary: 'Let another position of the party sign, under a mandate',
  },
  OrderSigning: { dto: dto.OrderSigningDto, summary: 'Say which parties sign after which' },
  ReopenDrafting: {
    dto: dto.ReopenDraftingDto,
    summary: 'Go back to drafting; signatures and approvals no longer count',
  },
  DeclineSigning: { dto: dto.DeclineSigningDto, summary: 'Decline to sign, with a reason' },
  CloseDeclined: { dto: dto.EmptyDto, summary: 'Close a letter that a party declined' },
  PlanMilestone: { dto: dto.PlanMilestoneDto, summary: 'Plan a milestone of the joint research' },
  CompleteMilestone: { dto: dto.CompleteMilestoneDto, summary: 'Report a milestone as completed' },
  ConfirmMilestone: { dto: dto.ConfirmMilestoneDto, summary: 'Confirm a completed milestone for a party' },
  CancelMilestone: { dto: dto.CancelMilestoneDto, summary: 'Cancel a milestone that falls away' },
  SubmitForReview: { dto: dto.EmptyDto, summary: 'Submit the results for review' },
  GiveVerdict: { dto: dto.GiveVerdictDto, summary: 'Give the verdict of the review' },
  ConcludeAgreement: { dto: dto.EmptyDto, summary: 'Conclude the agreement' },
  WithdrawAgreement: { dto: dto.WithdrawAgreementDto, summary: 'Withdraw the agreement, with a reason' },
  FileSignedCopy: { dto: dto.FileSignedCopyDto, summary: 'File the scan of the signed copy' },
  HoldOriginals: { dto: dto.HoldOriginalsDto, summary: 'Record who keeps the signed originals' },
  ArchiveAgreement: {
    dto: dto.ArchiveAgreementDto,
    summary: 'Put the papers of an agreement away that has come to its end',
  },
  RetractEntry: { dto: dto.RetractEntryDto, summary: 'Take an entry of the history back, with a reason' },
  CorrectEntry: { dto: dto.CorrectEntryDto, summary: 'Put one value of an entry right; both lines stay' },
  VoidAgreement: { dto: dto.VoidAgreementDto, summary: 'Ask that the agreement be void, by two persons' },
  WaiveDeadline: { dto: dto.WaiveDeadlineDto, summary: 'Ask that a deadline be waived, by two persons' },
  ConfirmOverride: {
    dto: dto.ConfirmOverrideDto,
    summary: 'Confirm, as a second person, what was asked for',
  },
  AssignDesk: { dto: dto.AssignDeskDto, summary: 'Let another desk look after the agreement' },
  MigrateDefinition: {
    dto: dto.MigrateDefinitionDto,
    summary: 'Let the agreement go on under another version of its definition',
  },
  RecountDeadlines: {
    dto: dto.RecountDeadlinesDto,
    summary: 'Count open deadlines anew with the newest versions of their calendars, with a reason',
  },
  MoveDeadline: { dto: dto.MoveDeadlineDto, summary: 'Give a deadline another day, with a reason' },
  SuspendDeadlines: {
    dto: dto.SuspendDeadlinesDto,
    summary: 'Let no time count for the deadlines that may stop, with a reason',
  },
  ResumeDeadlines: {
    dto: dto.EmptyDto,
    summary: 'Let suspended deadlines run on, as many working days later as they stood still',
  },
  RejectOverride: { dto: dto.RejectOverrideDto, summary: 'Reject what was asked for, with a reason' },
};

export const agreementCommands = (Object.keys(rows) as SentByPath[]).map((type) => ({
  type,
  message: agreementMessages[type],
  /** As it stands in the path: `RecordSignature` is `record-signature`. */
  path: type.replaceAll(/(?<=[a-z])[A-Z]/gu, (letter) => `-${letter}`).toLowerCase(),
  ...rows[type],
}));

export type AgreementCommandRow = (typeof agreementCommands)[number];
