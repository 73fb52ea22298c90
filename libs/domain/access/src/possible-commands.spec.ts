import {
  BASE,
  BASE_PERSON,
  commands,
  DISTRICT,
  Letter,
  letterIn,
  readyForReview,
  readyToSign,
  sampleContext,
  TODAY,
} from '../../../../test/support/agreement-builders.js';
import { viewers } from '../../../../test/support/viewers.js';
import type { PossibleCommand } from './possible-command.js';
import { possibleCommands } from './possible-commands.js';
import type { Viewer } from './viewer.js';

const { definition } = sampleContext();

/** Open at every stage, and so apart. */
const PAPERS: readonly string[] = [
  'AssignDesk',
  'ArchiveAgreement',
  'IssueDocument',
  'FileSignedCopy',
  'HoldOriginals',
];
/** Apart, because they go with whatever else is done to a text. */
const AROUND: readonly string[] = [
  'AttachAnnex',
  'RemoveAnnex',
  'ProvideTextFile',
  'RemoveTextFile',
  'ServeText',
  'AddComment',
];
const ANYTIME: readonly string[] = ['RetractEntry', 'CorrectEntry', 'WaiveDeadline', 'VoidAgreement'];
/** Have a specification of their own. */
const TIMES: readonly string[] = ['MoveDeadline', 'SuspendDeadlines', 'ResumeDeadlines'];

function possible(viewer: Viewer, letter: Letter): readonly PossibleCommand[] {
  return possibleCommands(viewer, letter.state, definition).filter(
    ({ command }) => ![...ANYTIME, ...PAPERS, ...AROUND, ...TIMES].includes(command),
  );
}

describe('what somebody may do now', () => {
  it('in drafting, a party’s member names, revises and approves for their own side', () => {
    expect(possible(viewers.baseMember, letterIn('drafting'))).toEqual([
      { command: 'NameSignatory', partyId: BASE },
      { command: 'ReviseSection' },
      { command: 'ApproveText', partyId: BASE },
    ]);
  });

  it('the text is served, annexed and talked about on one’s own side', () => {
    const around = (viewer: Viewer, letter: Letter): readonly PossibleCommand[] =>
      possibleCommands(viewer, letter.state, definition).filter(({ command }) => AROUND.includes(command));
    expect(around(viewers.baseMember, letterIn('drafting'))).toEqual([
      { command: 'AttachAnnex' },
      { command: 'ProvideTextFile' },
      { command: 'ServeText', partyId: BASE },
      { command: 'AddComment', partyId: BASE },
    ]);
    expect(around(viewers.coordinator, letterIn('signing'))).toEqual([{ command: 'AddComment' }]);
    expect(around(viewers.auditor, letterIn('drafting'))).toEqual([]);
  });

  it('a comment is settled by those for whom it is', () => {
    const asked = letterIn('drafting').after(
      { type: 'AddComment', partyId: BASE, audience: 'coordinators', text: 'May we?' },
      { actor: BASE_PERSON },
    );
    const settles = (viewer: Viewer, { state }: Letter): readonly PossibleCommand[] =>
      possibleCommands(viewer, state, definition).filter(({ command }) =>
        ['ResolveComment', 'ReopenComment'].includes(command),
      );
    expect(settles(viewers.baseHead, asked)).toEqual([{ command: 'ResolveComment', partyId: BASE }]);
    expect(settles(viewers.coordinator, asked)).toEqual([{ command: 'ResolveComment' }]);
    expect(settles(viewers.districtChair, asked)).toEqual([]);
  });

  it('what is approved already is not offered again', () => {
    expect(possible(viewers.baseMember, readyToSign()).map(({ command }) => command)).not.toContain(
      'ApproveText',
    );
  });

  it('a coordinator sees what keeps a letter from being submitted', () => {
    expect(possible(viewers.coordinator, letterIn('drafting'))).toContainEqual({
      command: 'SubmitForSigning',
      blockedBy: ['every-party-named-signatory@1', 'every-party-approved@1'],
    });
    expect(possible(viewers.coordinator, readyToSign())).toContainEqual({ command: 'SubmitForSigning' });
  });

  it('a party can be invited while a role is free', () => {
    const alone = new Letter().after({ ...commands.propose, parties: [] });
    expect(possible(viewers.coordinator, alone)).toContainEqual({ command: 'InviteParty' });
    expect(possible(viewers.coordinator, letterIn('drafting'))).not.toContainEqual({
      command: 'InviteParty',
    });
  });

  it('in signing, the holder of the signing position signs or declines, a colleague does not', () => {
    expect(possible(viewers.baseHead, letterIn('signing'))).toEqual([
      { command: 'RecordSignature', partyId: BASE },
      { command: 'HandOverSigning', partyId: BASE },
      { command: 'DeclineSigning', partyId: BASE },
    ]);
    expect(possible(viewers.baseMember, letterIn('signing'))).toEqual([]);
  });

  it('a coordinator records the signatures that are missing, and closes what was declined', () => {
    const signed = letterIn('signing').after(commands.signBase);
    expect(possible(viewers.coordinator, signed)).toEqual([
      { command: 'RecordSignature', partyId: DISTRICT },
      { command: 'HandOverSigning', partyId: DISTRICT },
      { command: 'DeclineSigning', partyId: DISTRICT },
      { command: 'ReopenDrafting' },
      { command: 'WithdrawAgreement' },
    ]);
    expect(possible(viewers.coordinator, signed.after(commands.declineDistrict))).toEqual([
      { command: 'CloseDeclined' },
      { command: 'ReopenDrafting' },
      { command: 'WithdrawAgreement' },
    ]);
  });

  it('only those sign whose turn it is, while the order can still be set nobody has signed', () => {
    const signing = letterIn('signing');
    expect(possible(viewers.coordinator, signing)).toContainEqual({ command: 'OrderSigning' });
    const ordered = signing.after({ type: 'OrderSigning', groups: [[DISTRICT], [BASE]] });
    const toSign = possible(viewers.coordinator, ordered).filter(
      ({ command }) => command === 'RecordSignature',
    );
    expect(toSign).toEqual([{ command: 'RecordSignature', partyId: DISTRICT }]);
  });

  it('in research, the owner reports and the others confirm', () => {
    const planned = letterIn('joint-research').after(commands.planResearch);
    const { milestoneId } = planned.state.milestones[0]!;
    expect(possible(viewers.baseMember, planned)).toContainEqual({
      command: 'CompleteMilestone',
      milestoneId,
      partyId: BASE,
    });
    expect(possible(viewers.districtChair, planned)).toEqual([
      { command: 'PlanMilestone', partyId: DISTRICT },
    ]);
    expect(possible(viewers.coordinator, planned)).toContainEqual({
      command: 'CancelMilestone',
      milestoneId,
    });
    const completed = planned.after({ type: 'CompleteMilestone', milestoneId, completedOn: TODAY });
    expect(possible(viewers.districtChair, completed)).toContainEqual({
      command: 'ConfirmMilestone',
      milestoneId,
      partyId: DISTRICT,
    });
    expect(possible(viewers.coordinator, readyForReview())).toContainEqual({ command: 'SubmitForReview' });
  });

  it('in review, the verdict comes before the conclusion', () => {
    expect(possible(viewers.coordinator, letterIn('review'))).toEqual([
      { command: 'GiveVerdict' },
      { command: 'ConcludeAgreement', blockedBy: ['verdict-passed@1'] },
    ]);
    expect(possible(viewers.coordinator, letterIn('review').after(commands.pass))).toEqual([
      { command: 'ConcludeAgreement' },
    ]);
  });

  it('with papers, at every stage: a text is issued, what is signed is filed, the coordinators keep originals', () => {
    const papers = (viewer: Viewer, letter: Letter): readonly string[] =>
      possibleCommands(viewer, letter.state, definition)
        .map(({ command }) => command)
        .filter((command) => PAPERS.includes(command));
    expect(papers(viewers.baseMember, letterIn('signing'))).toEqual(['IssueDocument']);
    expect(papers(viewers.baseMember, letterIn('concluded'))).toEqual(['IssueDocument', 'FileSignedCopy']);
    expect(papers(viewers.coordinator, letterIn('concluded'))).toEqual(PAPERS);
    expect(papers(viewers.auditor, letterIn('concluded'))).toEqual([]);
    expect(papers(viewers.stranger, letterIn('concluded'))).toEqual([]);
  });

  it('nothing, for auditors, strangers and at the end', () => {
    for (const who of ['auditor', 'stranger', 'nobody'] as const) {
      expect(possibleCommands(viewers[who], letterIn('drafting').state, definition)).toEqual([]);
    }
    expect(possible(viewers.coordinator, letterIn('concluded'))).toEqual([]);
  });
});
