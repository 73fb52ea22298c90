import { mayCommand, type Viewer } from '@entente/access';
import {
  agreementDecider,
  type Agreement,
  type AgreementContext,
  type AgreementFact,
  type OrganisationSnapshot,
  type WorkflowDefinition,
} from '@entente/agreement';
import { agreementMessages } from '@entente/application';
import { chinaCalendar } from '@entente/calendar';
import { isRefused, stamp, type Circumstances } from '@entente/event-sourcing';
import { createHash } from 'node:crypto';

import { commandOf } from './scenario-commands.js';
import type { Scenario, Step } from './scenario-file.js';

interface PlayedParty {
  /** The role, or `role 2`: what steps call it. */
  readonly called: string;
  readonly role: string;
  readonly partyId: string;
  readonly positionId: string;
}

/** What a step gave instead of what it was to give. */
export interface Miss {
  readonly step: number;
  readonly said: string;
}

/** Monday, 9 o'clock in Shanghai; every step takes an hour. */
const START = Temporal.Instant.from('2026-03-02T01:00:00Z');
const ZONE = 'Asia/Shanghai';
const COORDINATION = id('c', 0);

/** Plays the steps by the rules that letters go by, and stops at the first that comes out otherwise. */
export function runScenario(definition: WorkflowDefinition, { parties, steps }: Scenario): Miss | undefined {
  const cast = castOf(definition, parties);
  let state: Agreement = agreementDecider.initial;
  let nextRevision = 0;
  for (const [index, step] of steps.entries()) {
    const outcome = play(step, index, { definition, cast, state, nextRevision });
    if (typeof outcome === 'string') return { step: index, said: outcome };
    state = outcome.state;
    nextRevision = outcome.nextRevision;
  }
  return undefined;
}

interface Played {
  readonly state: Agreement;
  readonly nextRevision: number;
}

interface Scene extends Played {
  readonly definition: WorkflowDefinition;
  readonly cast: readonly PlayedParty[];
}

function play(step: Step, index: number, scene: Scene): Played | string {
  const { definition, cast, state } = scene;
  const party = cast.find(({ called }) => called === step.for);
  if (step.for !== undefined && !party) return `no party is called ${step.for}; there are ${calledIn(cast)}`;
  const actor = actorOf(step.by ?? 'coordinator', cast);
  if (!actor) return `nobody is called ${String(step.by)}; there are coordinator, auditor, ${calledIn(cast)}`;
  if (!isCommand(step.do)) return `there is no command ${step.do}`;
  const now = START.add({ hours: index }).toString({ smallestUnit: 'millisecond' });
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(ZONE).toPlainDate().toString();
  const command = commandOf(step, {
    definition,
    agreement: state.stage === null ? undefined : state,
    parties: cast.map(({ partyId, role }) => ({ partyId, role })),
    party,
    today,
  });
  const at: Circumstances = {
    now,
    actor: actor.personId,
    commandId: id('e', index),
    nextRevision: scene.nextRevision,
  };
  const permission = mayCommand(actor, command, state);
  if ('refused' in permission) return refused(step, permission.refused.code, scene);
  const decision = agreementDecider.decide(state, command, { ...contextOf(definition, cast), ...at });
  if (isRefused(decision)) return refused(step, decision.refused.code, scene);
  if (step.expect?.refused !== undefined)
    return `it was to be refused with ${step.expect.refused}, and was not`;
  return accepted(step, decision, scene, at);
}

function isCommand(name: string): boolean {
  return Object.hasOwn(agreementMessages, name);
}

function refused({ expect }: Step, code: string, { state, nextRevision }: Scene): Played | string {
  if (expect?.refused === code) return { state, nextRevision };
  const wanted = expect?.refused === undefined ? 'accepted' : `refused with ${expect.refused}`;
  return `it was to be ${wanted}, and was refused with ${code}`;
}

function accepted(
  { expect }: Step,
  facts: readonly AgreementFact[],
  scene: Scene,
  at: Circumstances,
): Played | string {
  const state = stamp(facts, at).reduce((before, fact) => agreementDecider.evolve(before, fact), scene.state);
  const wanted = expect?.stage;
  return wanted === undefined || state.stage === wanted
    ? { state, nextRevision: scene.nextRevision + facts.length }
    : `it was to come to ${wanted}, and stands at ${String(state.stage)}`;
}

function castOf({ partyRoles }: WorkflowDefinition, roles: Scenario['parties']): readonly PlayedParty[] {
  const present = roles ?? partyRoles.flatMap(({ role, several }) => (several ? [role, role] : [role]));
  return present.map((role, index) => {
    const before = present.slice(0, index).filter((one) => one === role).length;
    const called = before === 0 ? role : `${role} ${String(before + 1)}`;
    return { called, role, partyId: id('a', index), positionId: id('b', index) };
  });
}

function actorOf(called: string, cast: readonly PlayedParty[]): Viewer | undefined {
  const at = (
    organisationId: string,
    positionId: string,
    roles: Viewer['positions'][number]['roles'],
  ): Viewer => ({
    space: 'main',
    personId: positionId,
    positions: [{ positionId, organisationId, roles }],
  });
  if (called === 'coordinator') return at(COORDINATION, id('d', 0), ['coordinator']);
  if (called === 'auditor') return at(COORDINATION, id('d', 1), ['auditor']);
  const party = cast.find((one) => one.called === called);
  return party && at(party.partyId, party.positionId, ['representative', 'signatory']);
}

function contextOf(definition: WorkflowDefinition, cast: readonly PlayedParty[]): AgreementContext {
  const organisations: OrganisationSnapshot[] = cast.map(({ called, partyId, positionId }) => ({
    organisationId: partyId,
    revision: 0,
    name: { en: called },
    positions: [{ positionId, title: { en: 'Head', zh: '负责人' }, personId: positionId }],
  }));
  return {
    definition,
    calendar: chinaCalendar,
    zone: ZONE,
    tzdb: process.versions['tz'] ?? 'unknown',
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
    organisations,
    overrides: 'by-two',
  };
}

function calledIn(cast: readonly PlayedParty[]): string {
  return cast.map(({ called }) => called).join(', ');
}

function id(letter: 'a' | 'b' | 'c' | 'd' | 'e', index: number): string {
  return `${letter.repeat(8)}-0000-4000-8000-${String(index).padStart(12, '0')}`;
}
