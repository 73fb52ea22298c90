import type { AgreementFact } from '../events.js';
import type { Dependent } from '../retraction/dependencies.js';
import type { Entry } from '../state.js';
import type { CorrectableField } from '../words.js';

type FactType = AgreementFact['type'];

export interface Correctable {
  readonly fact: FactType;
  readonly field: CorrectableField;
  readonly value: 'name' | 'line' | 'past-day' | 'coming-day';
  /** What may not stand in a later entry when the value changes: somebody relied on it. */
  readonly restedOnBy: readonly Dependent[];
}

/** All that can be put right in its place; anything else is taken back and entered anew. */
const CORRECTABLE: readonly Correctable[] = [
  // What was signed was signed under its title.
  { fact: 'AgreementProposed', field: 'title', value: 'name', restedOnBy: [{ type: 'SignatureRecorded' }] },
  { fact: 'AgreementProposed', field: 'field', value: 'name', restedOnBy: [{ type: 'SignatureRecorded' }] },
  { fact: 'SignatureRecorded', field: 'signedOn', value: 'past-day', restedOnBy: [] },
  { fact: 'SignatureRecorded', field: 'place', value: 'line', restedOnBy: [] },
  { fact: 'MilestonePlanned', field: 'title', value: 'name', restedOnBy: [] },
  {
    fact: 'MilestonePlanned',
    field: 'dueOn',
    value: 'coming-day',
    restedOnBy: [
      { type: 'MilestoneCompleted', same: true },
      { type: 'MilestoneConfirmed', same: true },
      { type: 'MilestoneCancelled', same: true },
    ],
  },
  {
    fact: 'MilestoneCompleted',
    field: 'completedOn',
    value: 'past-day',
    restedOnBy: [{ type: 'MilestoneConfirmed', same: true }],
  },
];

/** The fields of the entry that can be put right. */
export function correctableIn({ types }: Entry): readonly Correctable[] {
  return CORRECTABLE.filter(({ fact }) => types.includes(fact));
}
