import { isRefused } from '@entente/event-sourcing';
import fc from 'fast-check';

import { anyCourse, expectSound, play } from '../../../../test/support/letter-soundness.js';
import { agreementDecider } from './agreement-decider.js';
import { decide } from './decide.js';
import type { ProposedAgreement } from './state.js';

type Decide = typeof decide;

const as = (state: ProposedAgreement, stage: ProposedAgreement['stage']): ProposedAgreement => ({
  ...state,
  stage,
});

/** Rules with one bug each: what the properties are worth is that they find it. */
const planted: Readonly<Record<string, Decide>> = {
  'a signed text can be revised': (state, command, context) =>
    command.type === 'ReviseSection' && state.stage === 'signing'
      ? decide(as(state, 'drafting'), command, context)
      : decide(state, command, context),

  'a party can sign twice': (state, command, context) => {
    if (command.type !== 'RecordSignature' || state.stage !== 'signing')
      return decide(state, command, context);
    const parties = state.parties.map((party) => ({ ...party, signatures: [], signed: false }));
    return decide({ ...state, parties }, command, context);
  },

  'whoever comes signs for the party': (state, command, context) => {
    const decision = decide(state, command, context);
    if (isRefused(decision)) return decision;
    return decision.map((fact) =>
      fact.type === 'SignatureRecorded'
        ? { ...fact, data: { ...fact.data, positionId: context.actor } }
        : fact,
    );
  },

  'a stage is left without its conditions': (state, command, context) => {
    if (command.type !== 'SubmitForSigning') return decide(state, command, context);
    const stages = context.definition.stages.map((stage) => ({
      ...stage,
      transitions: stage.transitions.map((exit) => ({ ...exit, conditions: [] })),
    }));
    return decide(state, command, { ...context, definition: { ...context.definition, stages } });
  },

  'a final stage goes on': (state, command, context) =>
    command.type === 'PlanMilestone' && state.stage === 'concluded'
      ? decide(as(state, 'joint-research'), command, context)
      : decide(state, command, context),

  'an answer goes to other readers than what it answers': (state, command, context) => {
    const decision = decide(state, command, context);
    if (isRefused(decision)) return decision;
    return decision.map((fact) =>
      fact.type === 'CommentAdded' && fact.data.replyTo !== undefined
        ? { ...fact, data: { ...fact.data, audience: 'parties', owner: fact.data.side } }
        : fact,
    );
  },

  'an entry is taken back from under those that stand on it': (state, command, context) => {
    const decision = decide(state, command, context);
    const isLetThrough =
      command.type === 'RetractEntry' &&
      isRefused(decision) &&
      decision.refused.code === 'later-entries-depend';
    if (!isLetThrough) return decision;
    return [{ type: 'EntryRetracted', data: { commandId: command.commandId, reason: 'Wrong.' } }];
  },
};

describe('the properties of letters', () => {
  it.each(Object.entries(planted))('find the bug when %s', (_, buggy) => {
    const rules = { ...agreementDecider, decide: buggy };
    const { failed } = fc.check(
      fc.property(anyCourse, ({ start, moves }) => {
        expectSound(moves.reduce(play, start.under(rules)));
      }),
      { numRuns: 400, endOnFailure: true },
    );
    expect(failed).toBe(true);
  });
});
