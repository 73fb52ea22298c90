import type { Stamped } from '@entente/event-sourcing';

import type { AttributesSet } from '../events.js';
import type { ProposedAgreement } from '../state.js';
import type { AttributeValue } from '../words.js';

export function evolveAttributes(
  state: ProposedAgreement,
  { data }: Stamped<AttributesSet>,
): ProposedAgreement {
  const attributes = Object.entries({ ...state.attributes, ...data.values }).filter(
    (entry): entry is [string, AttributeValue] => entry[1] !== null,
  );
  return { ...state, attributes: Object.fromEntries(attributes) };
}
