import { isRefused } from '@entente/event-sourcing';
import {
  COORDINATORS,
  isFor,
  type AgreementCommand,
  type CorrectableField,
  type CorrectValue,
} from '@entente/agreement';
import fc from 'fast-check';

import {
  BASE,
  BASE_HEAD,
  BASE_PERSON,
  commands,
  DISTRICT,
  Letter,
  letterIn,
  readyForReview,
  readyToSign,
  sampleContext,
  SCAN,
  TODAY,
} from '../../../../test/support/agreement-builders.js';
import { anyMove } from '../../../../test/support/agreement-moves.js';
import { head, viewers } from '../../../../test/support/viewers.js';
import { mayCommand } from './may-command.js';
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

function retractable(viewer: Viewer, letter: Letter, now?: string): readonly (string | undefined)[] {
  return possibleCommands(viewer, letter.state, definition, now)
    .filter(({ command, override }) => command === 'RetractEntry' && !override)
    .map(({ commandId }) => commandId);
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

  it('one’s own entries can be taken back until their day is over and while nothing rests on them', () => {
    const letter = letterIn('signing').after(commands.signBase);
    expect(retractable(viewers.coordinator, letter)).toEqual([letter.commandId(-1)]);
    expect(possibleCommands(viewers.coordinator, letter.state, definition)).toContainEqual({
      command: 'RetractEntry',
      commandId: letter.commandId(-1),
      until: '2026-03-03T02:00:00.000Z',
    });
    expect(retractable(viewers.baseHead, letter)).toEqual([]);
    expect(retractable(viewers.coordinator, letter, '2026-03-03T02:00:00.001Z')).toEqual([]);
  });

  it('what takes two persons is a coordinator’s to ask for, and another’s to confirm', () => {
    const offers = (viewer: Viewer, letter: Letter, some: readonly string[]): readonly PossibleCommand[] =>
      possibleCommands(viewer, letter.state, definition, '2026-04-01T00:00:00.000Z').filter(({ command }) =>
        some.includes(command),
      );
    const letter = letterIn('signing').after(commands.signBase);
    const commandId = letter.commandId(-1);
    expect(offers(viewers.coordinator, letter, [...ANYTIME])).toEqual([
      { command: 'RetractEntry', commandId, override: true },
      { command: 'CorrectEntry', commandId, fields: ['signedOn', 'place'], override: true },
      { command: 'WaiveDeadline', deadlineId: 'signing-19', override: true },
      { command: 'VoidAgreement', override: true },
    ]);
    expect(offers(viewers.baseHead, letter, [...ANYTIME])).toEqual([]);
    const asked = letter.after(commands.void);
    const decide = ['VoidAgreement', 'ConfirmOverride', 'RejectOverride'];
    const overrideId = asked.commandId(-1);
    expect(offers(viewers.coordinator, asked, decide)).toEqual([{ command: 'RejectOverride', overrideId }]);
    expect(offers(head, asked, decide)).toEqual([
      { command: 'ConfirmOverride', overrideId },
      { command: 'RejectOverride', overrideId },
    ]);
    expect(offers(viewers.baseHead, asked, decide)).toEqual([]);
  });

  it('what was asked for is confirmed only while it can still be done, and can be rejected at any rate', () => {
    const offers = ({ state }: Letter): readonly string[] =>
      possibleCommands(head, state, definition).flatMap(({ command, overrideId }) =>
        overrideId === undefined ? [] : [command],
      );
    const planned = letterIn('joint-research').after(commands.planResearch);
    const retraction: AgreementCommand = {
      type: 'RetractEntry',
      commandId: planned.commandId(-1),
      reason: 'x',
      override: true,
    };
    const { milestoneId } = planned.state.milestones[0]!;
    const { deadlineId } = planned.state.deadlines.findLast(({ status }) => status === 'open')!;
    const report: AgreementCommand = { type: 'CompleteMilestone', milestoneId, completedOn: TODAY };
    for (const asked of [
      planned.after(retraction, { actor: BASE_PERSON }),
      planned.after({ type: 'WaiveDeadline', deadlineId, reason: 'x' }),
    ]) {
      expect(offers(asked)).toEqual(['ConfirmOverride', 'RejectOverride']);
      expect(offers(asked.after(report))).toEqual(['RejectOverride']);
    }
  });
});

const VALUES: Readonly<Record<CorrectableField, CorrectValue>> = {
  title: { en: 'Another title' },
  field: { en: 'another field' },
  place: 'Shanghai',
  signedOn: TODAY,
  dueOn: '2027-01-04',
  completedOn: TODAY,
};

/** A command as somebody would fill it in after pressing the button. */
function filledIn(
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

/** RANDOM_LETTERS=20000 for a long run. */
const randomLetters = Number(process.env['RANDOM_LETTERS'] ?? 150);

describe('a command that is offered', () => {
  it('is never refused for its stage, its sender or what it refers to, and not at all when nothing blocks it', () => {
    const start = fc.constantFrom(
      letterIn('drafting'),
      readyToSign(),
      letterIn('signing'),
      readyForReview(),
      letterIn('review'),
    );
    fc.assert(
      fc.property(
        start,
        fc.array(anyMove, { maxLength: 12 }),
        fc.constantFrom(...Object.values(viewers)),
        (first, moves, viewer) => {
          const letter = moves.reduce((before, move) => {
            const at = move.at(before);
            const { decision } = before.when(move.command(before), at);
            return isRefused(decision) || decision.length === 0 ? before : before.with(decision, at);
          }, first);
          for (const offer of possibleCommands(viewer, letter.state, definition, letter.now)) {
            const command = filledIn(offer, letter);
            expect(mayCommand(viewer, command, letter.state)).toMatchObject({ allowed: true });
            const { summary } = letter.when(command, { actor: viewer.personId });
            if (offer.blockedBy)
              expect([command.type, summary]).toEqual([command.type, 'conditions-not-met']);
            else expect([command.type, summary]).not.toEqual([command.type, expectRefusedForItself()]);
          }
        },
      ),
      { numRuns: randomLetters },
    );
  });
});

/** Any refusal that would mean the button should not have been there. */
function expectRefusedForItself(): unknown {
  return expect.stringMatching(
    /^(?:wrong-stage|unknown-agreement|unknown-party|unknown-milestone|unknown-entry|conditions-not-met|already-.*|party-declined|no-signatory|not-their-turn|invalid-order|milestone-not-completed|milestone-cancelled|verdict-already-given|not-retractable|retraction-needs-override|correction-needs-override|not-correctable|wrong-value|unknown-deadline|unknown-override|second-person-needed|override-decided|later-entries-depend|text-changed|not-signed|unknown-file)$/,
  );
}
