import type { AgreementCommand, AgreementCommandType } from '@entente/agreement';

import { BASE, BASE_HEAD, commands, SCAN, TODAY, type Letter } from './agreement-builders.js';

export type EveryCommand = {
  readonly [Type in AgreementCommandType]: Extract<AgreementCommand, { readonly type: Type }>;
};

/** One of each kind, about the base and about what the letter holds: right wherever its stage takes it. */
export function everyCommand({ state }: Letter): EveryCommand {
  const textHash = state.textHash ?? '0'.repeat(64);
  const { milestoneId = NOTHING } = state.milestones.at(-1) ?? {};
  const { commandId = NOTHING } = state.entries.at(-1) ?? {};
  const { deadlineId = 'none' } = state.deadlines.findLast(({ status }) => status === 'open') ?? {};
  const { overrideId = NOTHING } = state.overrides.at(-1) ?? {};
  return {
    ProposeAgreement: commands.propose,
    SetAttributes: { type: 'SetAttributes', values: { budget: 1 } },
    InviteParty: { type: 'InviteParty', partyId: BASE, role: 'think-tank-base' },
    NameSignatory: commands.nameBaseSignatory,
    ReviseSection: {
      type: 'ReviseSection',
      sectionId: 'annex',
      rendition: 'en',
      heading: 'Annex',
      body: 'Words.',
      baseHash: null,
    },
    ApproveText: { type: 'ApproveText', partyId: BASE, textHash },
    NameApprovers: {
      type: 'NameApprovers',
      partyId: BASE,
      approvers: [{ post: 'legal', positionId: BASE_HEAD }],
    },
    EndorseText: { type: 'EndorseText', partyId: BASE, post: 'legal', textHash },
    ReturnText: { type: 'ReturnText', partyId: BASE, post: 'legal', textHash, reason: 'It says too little.' },
    ServeText: { type: 'ServeText', partyId: BASE },
    AttachAnnex: { type: 'AttachAnnex', sha256: SCAN.sha256, title: { en: 'An annex' } },
    RemoveAnnex: { type: 'RemoveAnnex', sha256: SCAN.sha256 },
    ProvideTextFile: {
      type: 'ProvideTextFile',
      rendition: 'en',
      sha256: SCAN.sha256,
      textHash: state.textHash,
    },
    RemoveTextFile: { type: 'RemoveTextFile', rendition: 'en', sha256: SCAN.sha256 },
    AddComment: { type: 'AddComment', partyId: BASE, audience: 'parties', text: 'Why so?' },
    ResolveComment: { type: 'ResolveComment', partyId: BASE, commentId: NOTHING },
    ReopenComment: { type: 'ReopenComment', partyId: BASE, commentId: NOTHING },
    SubmitForSigning: commands.submitForSigning,
    RecordAccession: {
      type: 'RecordAccession',
      partyId: BASE,
      role: 'member',
      positionId: BASE_HEAD,
      means: 'ink',
      signedOn: TODAY,
    },
    RecordSignature: commands.signBase,
    HandOverSigning: { type: 'HandOverSigning', partyId: BASE, positionId: BASE_HEAD },
    OrderSigning: { type: 'OrderSigning', groups: [state.parties.map(({ partyId }) => partyId)] },
    ReopenDrafting: { type: 'ReopenDrafting', reason: 'A section was forgotten.' },
    DeclineSigning: { ...commands.declineDistrict, partyId: BASE },
    CloseDeclined: commands.closeDeclined,
    PlanMilestone: commands.planResearch,
    CompleteMilestone: { type: 'CompleteMilestone', milestoneId, completedOn: TODAY },
    ConfirmMilestone: { type: 'ConfirmMilestone', milestoneId, partyId: BASE },
    CancelMilestone: { type: 'CancelMilestone', milestoneId, reason: 'The site was sold.' },
    SubmitForReview: commands.submitForReview,
    GiveVerdict: commands.pass,
    ConcludeAgreement: commands.conclude,
    WithdrawAgreement: commands.withdraw,
    RetractEntry: { type: 'RetractEntry', commandId, reason: 'Entered twice.' },
    IssueDocument: { type: 'IssueDocument', file: SCAN, textHash, template: 'letter@1', language: 'zh' },
    FileSignedCopy: commands.fileSignedCopy,
    HoldOriginals: commands.holdOriginals,
    ArchiveAgreement: { type: 'ArchiveAgreement', archiveNumber: '2026-18' },
    AssignDesk: commands.assignDesk,
    RecountDeadlines: { type: 'RecountDeadlines', reason: 'A new list of holidays.' },
    MoveDeadline: {
      type: 'MoveDeadline',
      deadlineId,
      localDate: '2027-03-01',
      reason: 'Agreed by both sides.',
    },
    SuspendDeadlines: { type: 'SuspendDeadlines', reason: 'The harvest first.' },
    ResumeDeadlines: { type: 'ResumeDeadlines' },
    MigrateDefinition: { type: 'MigrateDefinition', to: nextVersionOf(state.definition) },
    CorrectEntry: {
      type: 'CorrectEntry',
      commandId,
      field: 'place',
      value: '上海',
      reason: 'The wrong town.',
    },
    VoidAgreement: commands.void,
    WaiveDeadline: { type: 'WaiveDeadline', deadlineId, reason: 'Agreed by both sides.' },
    ConfirmOverride: { type: 'ConfirmOverride', overrideId },
    RejectOverride: { type: 'RejectOverride', overrideId, reason: 'Not needed.' },
    NumberAgreement: commands.number,
    MarkDeadlineMissed: { type: 'MarkDeadlineMissed', deadlineId },
  };
}

const NOTHING = '00000000-0000-4000-8000-000000000000';

function nextVersionOf(definition: string): string {
  const [name = '', version] = definition.split('@');
  return `${name}@${Number(version) + 1}`;
}
