import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type { SectionRevised, TextApproved } from '../events.js';
import { withParty } from '../parties/parties.js';
import type { ProposedAgreement, Section } from '../state.js';

export function evolveText(
  state: ProposedAgreement,
  event: Stamped<SectionRevised | TextApproved>,
): ProposedAgreement {
  switch (event.type) {
    case 'SectionRevised':
      return {
        ...state,
        sections: withRendition(state.sections, event.data),
        textHash: event.data.textHash,
      };
    case 'TextApproved': {
      const { partyId, textHash } = event.data;
      return withParty(state, partyId, (party) => ({ ...party, approvedHash: textHash }));
    }
    default:
      return otherwise(event, state);
  }
}

/** The set with one rendition put in its place; a new section comes last. */
export function withRendition(
  sections: readonly Section[],
  { sectionId, rendition, heading, body, hash }: Omit<SectionRevised['data'], 'textHash' | 'baseHash'>,
): readonly Section[] {
  const revised = { [rendition]: { heading, body, hash } };
  if (!sections.some((section) => section.sectionId === sectionId)) {
    return [...sections, { sectionId, renditions: revised }];
  }
  return sections.map((section) =>
    section.sectionId === sectionId
      ? { sectionId, renditions: { ...section.renditions, ...revised } }
      : section,
  );
}
