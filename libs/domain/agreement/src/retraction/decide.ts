import { refuse, type Refused } from '@entente/event-sourcing';

import type { AgreementDecision } from '../decision.js';
import type { AgreementRefusalCode } from '../refusals.js';
import type { Entry, ProposedAgreement } from '../state.js';
import { dependentsOf } from './dependencies.js';

/** How long a person may take back their own entry alone. */
export const RETRACTION_HOURS = 24;

const AFTER_LIFE = [
  'DocumentIssued',
  'SignedCopyFiled',
  'OriginalsHeld',
  'AgreementArchived',
  'DeskAssigned',
  'EntryCorrected',
];
const NEVER = ['AgreementProposed', 'AgreementNumbered', 'EntryRetracted', 'OverrideRejected'];
/** Alone, none of them is anybody's fact: where something came of a second person's word, that goes with it. */
const NOTHING_DONE = ['OverrideRequested', 'OverrideConfirmed', 'DeadlineMissed'];

/** What follows from taking an entry back, whoever may. */
export function retractionOf(
  state: ProposedAgreement,
  commandId: string,
  reason: string | null,
): AgreementDecision {
  if (state.retracted.includes(commandId)) return [];
  const entry = state.entries.find((line) => line.commandId === commandId);
  if (!entry) return refuse('unknown-entry', { field: 'commandId' });
  if (isFixed(entry)) return refuse('not-retractable', { field: 'commandId' });
  return dependenceFault(state, entry) ?? [{ type: 'EntryRetracted', data: { commandId, reason } }];
}

/** Whether anything but its age and author stands against taking the entry back. */
export function isRetractable(state: ProposedAgreement, entry: Entry): boolean {
  return !isFixed(entry) && dependenceFault(state, entry) === undefined;
}

/** The last instant at which its author may take the entry back alone, UTC ISO text. */
export function retractableUntil({ recordedAt }: Entry): string {
  return Temporal.Instant.from(recordedAt)
    .add({ hours: RETRACTION_HOURS })
    .toString({ smallestUnit: 'millisecond' });
}

/** Whether the entry stands on the word of two: what two decided, one alone does not change. */
export function isByTwo({ overrides }: ProposedAgreement, { types, commandId }: Entry): boolean {
  if (types.includes('OverrideConfirmed')) return true;
  return overrides.some(({ overrideId, status }) => overrideId === commandId && status === 'confirmed');
}

/** That a day is over is no entry of anybody's; where an agreement ended with it, that can be taken back. */
function isFixed({ types }: Entry): boolean {
  return types.some((type) => NEVER.includes(type)) || types.every((type) => NOTHING_DONE.includes(type));
}

function dependenceFault(state: ProposedAgreement, entry: Entry): Refused<AgreementRefusalCode> | undefined {
  const dependents =
    state.ended && !isAfterLife(entry) ? endingAfter(state, entry) : dependentsOf(state.entries, entry);
  if (dependents.length === 0) return undefined;
  const entries = dependents.map(({ commandId, types }) => ({ commandId, types }));
  return refuse('later-entries-depend', { field: 'commandId', facts: { entries } });
}

/** What any stage takes, a final one too, holds up no other. */
function isAfterLife({ types }: Entry): boolean {
  return types.some((type) => AFTER_LIFE.includes(type));
}

/** An end rests on the whole history before it: only the entry that ended the agreement can be taken back. */
function endingAfter({ entries }: ProposedAgreement, entry: Entry): readonly Entry[] {
  const ending = entries.findLast(({ types }) => types.includes('StageEntered'));
  if (ending === undefined || ending.commandId === entry.commandId) return [];
  return ending.revision < entry.revision ? dependentsOf(entries, entry) : [ending];
}
