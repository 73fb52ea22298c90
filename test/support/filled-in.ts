import {
  COORDINATORS,
  isFor,
  type AgreementCommand,
  type CorrectableField,
  type CorrectValue,
} from '@entente/agreement';
import type { PossibleCommand } from '@entente/access';

import { BASE, BASE_HEAD, commands, type Letter, SCAN, TODAY } from './agreement-builders.js';

const VALUES: Readonly<Record<CorrectableField, CorrectValue>> = {
  title: { en: 'Another title' },
  field: { en: 'another field' },
  place: 'Shanghai',
  signedOn: TODAY,
  dueOn: '2027-01-04',
  completedOn: TODAY,
};

/** A command as somebody would fill it in after pressing the button. */
export function filledIn(
  { command, partyId: side, milestoneId = '', commandId = '', ...more }: PossibleCommand,
  letter: Letter,
): AgreementCommand {
  const { override = false, fields: [field = 'place'] = [], deadlineId = '', overrideId = '' } = more;
  const partyId = side ?? BASE;
  const on = side === undefined ? {} : { partyId: side };
  const settled = (open: boolean): string =>
    letter.state.comments?.find(
      (comment) =>
        comment.replyTo === undefined &&
        (comment.resolved === undefined) === open &&
        isFor(comment, side ?? COORDINATORS),
    )?.commentId ?? '';
  const named: Partial<Record<AgreementCommand['type'], AgreementCommand>> = {
    InviteParty: { type: 'InviteParty', partyId, role: 'think-tank-base' },
    NameSignatory: { type: 'NameSignatory', partyId, positionId: BASE_HEAD },
    ReviseSection: {
      type: 'ReviseSection',
      sectionId: 'extra',
      rendition: letter.state.textFiles?.some(({ rendition }) => rendition === 'en') ? 'zh' : 'en',
      heading: 'h',
      body: 'b',
      baseHash: null,
    },
    IssueDocument: {
      type: 'IssueDocument',
      file: SCAN,
      textHash: letter.state.textHash ?? '',
      template: 'letter@1',
      language: 'zh',
    },
    FileSignedCopy: commands.fileSignedCopy,
    HoldOriginals: commands.holdOriginals,
    ServeText: side === undefined ? { type: 'ServeText' } : { type: 'ServeText', partyId: side },
    AttachAnnex: {
      type: 'AttachAnnex',
      sha256: SCAN.sha256,
      title: letter.state.annexes?.[0]?.title ?? { en: 'An annex' },
    },
    RemoveAnnex: { type: 'RemoveAnnex', sha256: letter.state.annexes?.[0]?.file.sha256 ?? '' },
    ProvideTextFile: {
      type: 'ProvideTextFile',
      rendition: 'en',
      sha256: SCAN.sha256,
      textHash: letter.state.textHash,
    },
    RemoveTextFile: {
      type: 'RemoveTextFile',
      rendition: letter.state.textFiles?.[0]?.rendition ?? 'zh',
      sha256: letter.state.textFiles?.[0]?.file.sha256 ?? '',
    },
    AddComment: { type: 'AddComment', audience: 'parties', text: 'x', ...on },
    ResolveComment: { type: 'ResolveComment', commentId: settled(true), ...on },
    ReopenComment: { type: 'ReopenComment', commentId: settled(false), ...on },
    ArchiveAgreement: { type: 'ArchiveAgreement', archiveNumber: '2026-18' },
    AssignDesk: commands.assignDesk,
    ApproveText: { type: 'ApproveText', partyId, textHash: letter.state.textHash ?? '' },
    RecordSignature: { ...commands.signBase, partyId },
    DeclineSigning: { ...commands.declineDistrict, partyId },
    HandOverSigning: { type: 'HandOverSigning', partyId, positionId: BASE_HEAD },
    OrderSigning: { type: 'OrderSigning', groups: [letter.state.parties.map((party) => party.partyId)] },
    ReopenDrafting: { type: 'ReopenDrafting', reason: 'x' },
    CloseDeclined: commands.closeDeclined,
    PlanMilestone: { ...commands.planResearch, ownerPartyId: partyId },
    CompleteMilestone: { type: 'CompleteMilestone', milestoneId, completedOn: TODAY },
    ConfirmMilestone: { type: 'ConfirmMilestone', milestoneId, partyId },
    CancelMilestone: { type: 'CancelMilestone', milestoneId, reason: 'x' },
    SubmitForSigning: commands.submitForSigning,
    SubmitForReview: commands.submitForReview,
    GiveVerdict: commands.pass,
    ConcludeAgreement: commands.conclude,
    WithdrawAgreement: commands.withdraw,
    RetractEntry: { type: 'RetractEntry', commandId, reason: 'x', override },
    CorrectEntry: { type: 'CorrectEntry', commandId, field, value: VALUES[field], reason: 'x', override },
    WaiveDeadline: { type: 'WaiveDeadline', deadlineId, reason: 'x' },
    MoveDeadline: { type: 'MoveDeadline', deadlineId, localDate: '2027-03-01', reason: 'x' },
    SuspendDeadlines: { type: 'SuspendDeadlines', reason: 'x' },
    ResumeDeadlines: { type: 'ResumeDeadlines' },
    VoidAgreement: commands.void,
    ConfirmOverride: { type: 'ConfirmOverride', overrideId },
    RejectOverride: { type: 'RejectOverride', overrideId, reason: 'x' },
  };
  const filled = named[command];
  if (!filled) throw new Error(`${command} is not for a button`);
  return filled;
}
