import { isRefused, stateOf, type Stamped } from '@entente/event-sourcing';
import fc from 'fast-check';

import {
  Letter,
  letterIn,
  readyForReview,
  readyToSign,
  sampleContext,
} from '../../../../test/support/agreement-builders.js';
import { anyMove, type Move } from '../../../../test/support/agreement-moves.js';
import { agreementDecider } from './agreement-decider.js';
import type { AgreementFact } from './events.js';
import { evolve } from './evolve.js';
import type { Agreement, ProposedAgreement } from './state.js';
import { textHashOf } from './text/text-hash.js';
import { missingOf } from './workflow/conditions.js';
import { commandsOpenIn, stageOf } from './workflow/definitions.js';

const { definition, sha256 } = sampleContext();
const FINAL = ['concluded', 'terminated', 'withdrawn', 'declined'];

const anyLetter = fc.constantFrom(
  letterIn('drafting'),
  readyToSign(),
  letterIn('signing'),
  letterIn('joint-research'),
  readyForReview(),
  letterIn('review'),
  letterIn('declined'),
  letterIn('concluded'),
);

/** The letter after the move, checked; the same letter when it was refused or a repeat. */
function play(letter: Letter, move: Move): Letter {
  const command = move.command(letter);
  const at = move.at(letter);
  const { decision } = letter.when(command, at);
  if (isRefused(decision) || decision.length === 0) return letter;
  const next = letter.with(decision, at);
  if (FINAL.includes(letter.state.stage)) {
    expect(['EntryRetracted', 'AgreementNumbered']).toContain(decision[0]?.type);
  }
  if (command.type === 'RetractEntry') {
    expectAsIfItHadNotBeen(letter, next, command.commandId);
    expectSound(next);
  } else if (command.type !== 'NumberAgreement') {
    expect(commandsOpenIn(definition, letter.state.stage)).toContain(command.type);
  }
  return next;
}

function expectSound(letter: Letter): void {
  const { state, history } = letter;
  expectExplained(history.filter(({ commandId }) => !state.retracted.includes(commandId)));
  expect(stateOf(agreementDecider, JSON.parse(JSON.stringify(history)) as typeof history)).toEqual(state);
  expect(state.textHash).toBe(textHashOf(sha256, state.sections));
  const openStages = state.deadlines.filter(({ status, kind }) => status === 'open' && kind === 'stage');
  expect(openStages.map(({ subject }) => subject)).toEqual(
    stageOf(definition, state.stage)?.deadline ? [state.stage] : [],
  );
  if (FINAL.includes(state.stage))
    expect(state.deadlines.filter(({ status }) => status === 'open')).toEqual([]);
}

/** Walks what is in force: each fact must have been possible on those before it, retracted ones left out. */
function expectExplained(effective: readonly Stamped<AgreementFact>[]): void {
  let state: Agreement = agreementDecider.initial;
  for (const event of effective) {
    if (state.stage !== 'none') expectPossible(state, event);
    state = evolve(state, event);
  }
}

function expectPossible(state: ProposedAgreement, event: Stamped<AgreementFact>): void {
  switch (event.type) {
    case 'StageEntered': {
      const { from, to, transition, conditions } = event.data;
      if (from === null) return;
      expect(from).toBe(state.stage);
      const exit = stageOf(definition, from)?.transitions.find(({ name }) => name === transition);
      expect(exit).toMatchObject({ to, conditions });
      expect(missingOf(exit?.conditions ?? [], state)).toEqual([]);
      return;
    }
    case 'SectionRevised':
      expect(state.stage).toBe('drafting');
      return;
    case 'SignatureRecorded': {
      expect(state.stage).toBe('signing');
      const party = state.parties.find(({ partyId }) => partyId === event.data.partyId);
      expect(party?.signature).toBeUndefined();
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
  if (without.stage === 'none') throw new Error('the proposal was taken back');
  const { entries: _entries, retracted: _retracted, ...left } = after.state;
  const { entries: _others, retracted: _none, ...expected } = without;
  expect(left).toEqual(expected);
}

describe('whatever people do to a letter', () => {
  it('nothing throws, and every state is sound and explained by the definition', () => {
    const reached = new Set<string>();
    let retractions = 0;
    fc.assert(
      fc.property(anyLetter, fc.array(anyMove, { minLength: 10, maxLength: 40 }), (start, moves) => {
        const end = moves.reduce(play, start);
        expectSound(end);
        reached.add(end.state.stage);
        retractions += end.state.retracted.length;
      }),
      { numRuns: 150 },
    );
    // A run that never got anywhere would prove nothing.
    expect(reached.size).toBeGreaterThanOrEqual(6);
    expect(retractions).toBeGreaterThan(20);
  });

  it('before it is proposed, nothing but a proposal is taken', () => {
    fc.assert(
      fc.property(anyMove, (move) => {
        const { decision } = new Letter().when(move.command(letterIn('drafting')));
        if (!isRefused(decision)) expect(decision[0]?.type).toBe('AgreementProposed');
      }),
    );
  });
});
