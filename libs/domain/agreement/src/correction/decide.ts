import { localDateOf } from '@entente/calendar';
import { canonicalText } from '@entente/canonical';
import { refuse, type Refused } from '@entente/event-sourcing';

import { comingDayFault, MAX_NAME, nameFault, pastDayFault, textFault } from '../checks.js';
import type { Situation } from '../context.js';
import { otherwise, type AgreementDecision } from '../decision.js';
import type { OverriddenAction } from '../events.js';
import type { AgreementRefusalCode } from '../refusals.js';
import { restingOn } from '../retraction/dependencies.js';
import { signatureOfEntry } from '../signing/of-entry.js';
import type { Entry, ProposedAgreement } from '../state.js';
import type { CorrectableField, CorrectValue } from '../words.js';
import { milestoneDeadline, milestoneDeadlineId } from '../workflow/deadlines.js';
import { correctableIn, type Correctable } from './correctable.js';

type Fault = Refused<AgreementRefusalCode> | undefined;

/** What follows from putting one value of an entry right, whoever may. */
export function correctionOf(
  state: ProposedAgreement,
  { commandId, field, value }: Extract<OverriddenAction, { type: 'CorrectEntry' }>,
  reason: string | null,
  situation: Situation,
): AgreementDecision {
  const entry = state.entries.find((line) => line.commandId === commandId);
  if (!entry) return refuse('unknown-entry', { field: 'commandId' });
  const possible = correctableIn(entry);
  const correctable = possible.find((one) => one.field === field);
  if (!correctable) {
    const fields = possible.map((one) => one.field);
    return refuse('not-correctable', { field: 'field', facts: { fields } });
  }
  if (sameValue(currentValue(state, entry, correctable), value)) return [];
  const fault =
    valueFault(state, entry, correctable, value, situation) ?? relianceFault(state, entry, correctable);
  if (fault) return fault;
  return [
    { type: 'EntryCorrected', data: { commandId, fact: correctable.fact, field, value, reason } },
    ...(field === 'dueOn' && typeof value === 'string' ? movedDeadline(state, entry, value, situation) : []),
  ];
}

/** The fields of an entry that nobody has relied on yet. */
export function correctableFields({ entries }: ProposedAgreement, entry: Entry): readonly CorrectableField[] {
  return correctableIn(entry)
    .filter(({ restedOnBy }) => restingOn(entries, entry, restedOnBy).length === 0)
    .map(({ field }) => field);
}

function relianceFault({ entries }: ProposedAgreement, entry: Entry, { restedOnBy }: Correctable): Fault {
  const resting = restingOn(entries, entry, restedOnBy);
  if (resting.length === 0) return undefined;
  const named = resting.map(({ commandId, types }) => ({ commandId, types }));
  return refuse('later-entries-depend', { field: 'commandId', facts: { entries: named } });
}

function valueFault(
  state: ProposedAgreement,
  entry: Entry,
  { value: kind, field }: Correctable,
  value: CorrectValue,
  situation: Situation,
): Fault {
  if ((kind === 'name') !== (typeof value === 'object')) return refuse('wrong-value', { field: 'value' });
  if (typeof value === 'object') return nameFault('value', value);
  switch (kind) {
    case 'line':
      return textFault('value', value, { limit: MAX_NAME, required: true });
    case 'coming-day':
      return comingDayFault('value', value, situation);
    case 'past-day':
      return pastDayFault('value', value, situation) ?? tooEarly(state, entry, field, value, situation);
    case 'name':
      return undefined;
    default:
      return otherwise<Fault>(kind, undefined);
  }
}

/** Nothing is signed before it was proposed, or completed before it was planned. */
function tooEarly(
  state: ProposedAgreement,
  entry: Entry,
  field: CorrectableField,
  day: string,
  { zone }: Situation,
): Fault {
  const proposedOn = localDateOf(state.proposedAt, zone);
  if (field === 'signedOn') {
    return day < proposedOn
      ? refuse('signed-before-proposal', { field: 'value', facts: { proposedOn } })
      : undefined;
  }
  const plannedAt = milestoneOf(state, entry)?.plannedAt;
  const plannedOn = plannedAt === undefined ? proposedOn : localDateOf(plannedAt, zone);
  return day < plannedOn
    ? refuse('completed-before-plan', { field: 'value', facts: { plannedOn } })
    : undefined;
}

function currentValue(
  state: ProposedAgreement,
  entry: Entry,
  { fact, field }: Correctable,
): CorrectValue | undefined {
  const milestone = milestoneOf(state, entry);
  switch (field) {
    case 'title':
      return fact === 'AgreementProposed' ? state.title : milestone?.title;
    case 'field':
      return state.field;
    case 'signedOn':
    case 'place':
      return signatureOfEntry(state, entry.commandId)?.signature[field];
    case 'dueOn':
    case 'completedOn':
      return milestone?.[field];
    default:
      return otherwise<CorrectValue | undefined>(field, undefined);
  }
}

function milestoneOf({ milestones }: ProposedAgreement, { subjects }: Entry) {
  return milestones.find(({ milestoneId }) => subjects.includes(milestoneId));
}

function sameValue(current: CorrectValue | undefined, value: CorrectValue): boolean {
  return current !== undefined && canonicalText({ value: current }) === canonicalText({ value });
}

/** The day people are reminded of moves along, where it is still awaited. */
function movedDeadline(state: ProposedAgreement, entry: Entry, dueOn: string, situation: Situation) {
  const milestoneId = milestoneOf(state, entry)?.milestoneId;
  if (milestoneId === undefined) return [];
  const deadlineId = milestoneDeadlineId(milestoneId);
  const isOpen = state.deadlines.some((known) => known.deadlineId === deadlineId && known.status === 'open');
  return isOpen ? [milestoneDeadline(milestoneId, dueOn, situation)] : [];
}
