import {
  agreementDecider,
  commandsOpenIn,
  missingOf,
  stageOf,
  textHashOf,
  type Agreement,
  type AgreementCommand,
  type AgreementFact,
  type Deadline,
  type ProposedAgreement,
  isFor,
  type CommentAdded,
} from '@entente/agreement';
import { effective, isRefused, stateOf, type Stamped } from '@entente/event-sourcing';
import { expect } from '@jest/globals';
import fc from 'fast-check';

import {
  BASE,
  BASE_PERSON,
  letterIn,
  readyForReview,
  readyToSign,
  sampleContext,
  type Letter,
} from './agreement-builders.js';
import { anyMove, type Move } from './agreement-moves.js';

/** What holds of every letter, whatever people do to it: judged by the rules as they are, whoever decided. */

const { definition, sha256 } = sampleContext();
const FINAL = ['concluded', 'terminated', 'withdrawn', 'declined', 'voided', 'expired'];
const AFTER_LIFE = [
  'EntryRetracted',
  'EntryCorrected',
  'AgreementNumbered',
  'OverrideRequested',
  'OverrideConfirmed',
  'OverrideRejected',
  'DocumentIssued',
  'SignedCopyFiled',
  'OriginalsHeld',
  'AgreementArchived',
  'DeskAssigned',
  'DeadlineMissed',
  'DeadlineRecounted',
  'DeadlineMoved',
];
/** Taken in every stage. */
const ANYWHERE: readonly AgreementCommand['type'][] = [
  'NumberAgreement',
  'MarkDeadlineMissed',
  'CorrectEntry',
  'VoidAgreement',
  'WaiveDeadline',
  'ConfirmOverride',
  'RejectOverride',
  'IssueDocument',
  'FileSignedCopy',
  'HoldOriginals',
  'AssignDesk',
  'RecountDeadlines',
  'MoveDeadline',
  'SuspendDeadlines',
  'ResumeDeadlines',
  'ArchiveAgreement',
];

/** By the base, for all and for the coordinators. */
const talkedAbout = (['parties', 'coordinators'] as const).reduce(
  (letter, audience) =>
    letter.after({ type: 'AddComment', partyId: BASE, audience, text: 'Why so?' }, { actor: BASE_PERSON }),
  letterIn('drafting'),
);

const anyLetter = fc.constantFrom(
  letterIn('drafting'),
  talkedAbout,
  readyToSign(),
  letterIn('signing'),
  letterIn('joint-research'),
  readyForReview(),
  letterIn('review'),
  letterIn('declined'),
  letterIn('concluded'),
);

/** The letter after the move, checked; the same letter when it was refused or a repeat. */
export function play(letter: Letter, move: Move): Letter {
  const command = move.command(letter);
  const at = move.at(letter);
  const { decision } = letter.when(command, at);
  if (isRefused(decision) || decision.length === 0) return letter;
  const next = letter.with(decision, at);
  if (FINAL.includes(letter.state.stage)) {
    expect(AFTER_LIFE).toContain(decision[0]?.type);
  }
  if (command.type === 'RetractEntry' && decision[0]?.type === 'EntryRetracted') {
    expectAsIfItHadNotBeen(letter, next, command.commandId);
    expectSound(next);
  } else if (command.type !== 'RetractEntry' && !ANYWHERE.includes(command.type)) {
    expect(commandsOpenIn(definition, letter.state.stage)).toContain(command.type);
  }
  return next;
}

export function expectSound(letter: Letter): void {
  const { state, history } = letter;
  expectExplained(effective(history));
  expect(stateOf(agreementDecider, JSON.parse(JSON.stringify(history)) as typeof history)).toEqual(state);
  expect(state.textHash).toBe(textHashOf(sha256, state.sections, state.annexes, state.textFiles));
  const ofStage = state.deadlines.findLast(
    ({ kind, subject }) => kind === 'stage' && subject === state.stage,
  );
  expect(ofStage !== undefined && (ofStage.status === 'open' || isWaived(state, ofStage))).toBe(
    stageOf(definition, state.stage)?.deadline !== undefined,
  );
  const open = state.deadlines.filter(({ status, kind }) => status === 'open' && kind === 'stage');
  expect(open.length).toBeLessThanOrEqual(1);
  expect(open.filter(({ subject }) => subject !== state.stage)).toEqual([]);
  if (FINAL.includes(state.stage))
    expect(state.deadlines.filter(({ status, kind }) => status === 'open' && kind !== 'signed-copy')).toEqual(
      [],
    );
  expectPaperInOrder(state);
  expectTurnInOrder(state);
}

function isWaived({ overrides }: ProposedAgreement, { deadlineId, status }: Deadline): boolean {
  return (
    status === 'cancelled' &&
    overrides.some(
      ({ action, status: asked }) =>
        asked === 'confirmed' && action.type === 'WaiveDeadline' && action.deadlineId === deadlineId,
    )
  );
}

/** A signed copy is awaited from the end of the signing until one that matches is on file, or nothing counts any more. */
function expectPaperInOrder(state: ProposedAgreement): void {
  const { stage, deadlines, signedAt, signedCopies = [], originals = [] } = state;
  const ofCopies = deadlines.filter(({ kind }) => kind === 'signed-copy');
  const awaited = ofCopies.filter(({ status }) => status === 'open');
  const isFiled = signedCopies.some(({ matchesText }) => matchesText);
  const isDue = signedAt !== undefined && !isFiled && stage !== 'voided';
  const isLetGo = isDue && ofCopies.some((deadline) => isWaived(state, deadline));
  expect(awaited).toHaveLength(isDue && !isLetGo ? 1 : 0);
  if (signedAt === undefined) expect([...signedCopies, ...originals]).toEqual([]);
}

/** Whose turn it is has begun for each of them, and is told since the first of these moments. */
function expectTurnInOrder({ turn, ended }: ProposedAgreement): void {
  expect(turn.began).toHaveLength(turn.who.length);
  if (!ended) expect(turn.since).toBe(turn.began.toSorted()[0]);
}

/** Whoever answers may read what they answer, and is read by nobody else than it is. */
function expectForTheSameReaders(state: ProposedAgreement, data: CommentAdded['data']): void {
  const { replyTo, side, audience, owner } = data;
  if (replyTo === undefined) expect(owner).toBe(side);
  else {
    const answered = state.comments?.find(({ commentId }) => commentId === replyTo);
    expect(answered).toMatchObject({ audience, owner });
    expect(isFor(data, side)).toBe(true);
  }
}

/** Walks what is in force: each fact must have been possible on those before it, retracted ones left out. */
function expectExplained(effective: readonly Stamped<AgreementFact>[]): void {
  let state: Agreement = agreementDecider.initial;
  for (const event of effective) {
    if (state.stage !== null) expectPossible(state, event);
    state = agreementDecider.evolve(state, event);
  }
}

function expectPossible(state: ProposedAgreement, event: Stamped<AgreementFact>): void {
  switch (event.type) {
    case 'StageEntered': {
      const { from, to, transition, conditions } = event.data;
      if (from === null) return;
      expect(from).toBe(state.stage);
      if (transition === 'void') return;
      const exit = stageOf(definition, from)?.transitions.find(({ name }) => name === transition);
      expect(exit).toMatchObject({ to, conditions });
      expect(missingOf(exit?.conditions ?? [], state)).toEqual([]);
      return;
    }
    case 'SectionRevised':
    case 'AnnexAttached':
    case 'AnnexRemoved':
    case 'TextFileProvided':
    case 'TextFileRemoved':
    case 'TextServed':
      expect(state.stage).toBe('drafting');
      return;
    case 'CommentAdded':
      expectForTheSameReaders(state, event.data);
      return;
    case 'SignatureRecorded': {
      expect(state.stage).toBe('signing');
      const party = state.parties.find(({ partyId }) => partyId === event.data.partyId);
      expect(party?.signed).toBe(false);
      expect(party?.declined).toBeUndefined();
      expect(party?.signatory?.positionId).toBe(event.data.positionId);
      expect(event.data.textHash).toBe(state.textHash);
      expect(party?.approvedHash).toBe(state.textHash);
      return;
    }
    case 'MilestoneCompleted':
    case 'MilestoneConfirmed': {
      const milestone = state.milestones.find(({ milestoneId }) => milestoneId === event.data.milestoneId);
      expect(milestone).toBeDefined();
      expect(milestone?.completedOn !== undefined).toBe(event.type === 'MilestoneConfirmed');
      expect(milestone?.cancelled).toBeUndefined();
      return;
    }
    case 'MilestoneCancelled': {
      const milestone = state.milestones.find(({ milestoneId }) => milestoneId === event.data.milestoneId);
      expect(milestone).toBeDefined();
      expect([milestone?.completedOn, milestone?.cancelled]).toEqual([undefined, undefined]);
      return;
    }
    case 'TextApproved':
      expect(event.data.textHash).toBe(state.textHash);
      expect(state.parties.map(({ partyId }) => partyId)).toContain(event.data.partyId);
      return;
    case 'SignatoryNamed':
      expect(state.parties.map(({ partyId }) => partyId)).toContain(event.data.partyId);
      return;
    default:
  }
}

function expectAsIfItHadNotBeen(before: Letter, after: Letter, commandId: string): void {
  const without = stateOf(
    agreementDecider,
    before.history.filter(
      (event) => event.commandId !== commandId && !before.state.retracted.includes(event.commandId),
    ),
  );
  if (without.stage === null) throw new Error('the proposal was taken back');
  const { entries: _entries, retracted: _retracted, ...left } = after.state;
  const { entries: _others, retracted: _none, ...expected } = without;
  expect(left).toEqual(expected);
}

export interface Course {
  readonly start: Letter;
  readonly moves: readonly Move[];
}

/** Some eighteen commands on the average: short courses are drawn more often. */
export const anyCourse: fc.Arbitrary<Course> = fc.record({
  start: anyLetter,
  moves: fc.array(anyMove, { minLength: 10, maxLength: 40 }),
});
export const COMMANDS_A_COURSE = 18;
