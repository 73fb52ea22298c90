import type { Stamped } from '@entente/event-sourcing';

import { otherwise } from '../decision.js';
import type {
  AnnexAttached,
  AnnexRemoved,
  SectionRevised,
  TextApproved,
  TextFileProvided,
  TextFileRemoved,
  TextServed,
} from '../events.js';
import { withParty } from '../parties/parties.js';
import type { ProposedAgreement, Section } from '../state.js';
import { withoutRendition, withoutTextFile, withTextFile } from './text-files.js';

type TextFact =
  | SectionRevised
  | TextApproved
  | TextServed
  | AnnexAttached
  | AnnexRemoved
  | TextFileProvided
  | TextFileRemoved;

export function evolveText(state: ProposedAgreement, event: Stamped<TextFact>): ProposedAgreement {
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
    case 'TextServed':
      return { ...state, served: { ...event.data, at: event.recordedAt } };
    case 'AnnexAttached': {
      const { file, title, textHash } = event.data;
      return {
        ...state,
        annexes: [...(state.annexes ?? []), { file, title, attachedAt: event.recordedAt }],
        textHash,
      };
    }
    case 'TextFileProvided': {
      const { rendition, file, textHash } = event.data;
      const provided = { rendition, file, providedAt: event.recordedAt };
      const sections = withoutRendition(state.sections, rendition);
      return { ...state, sections, textFiles: withTextFile(state.textFiles, provided), textHash };
    }
    case 'TextFileRemoved': {
      const { rendition, textHash } = event.data;
      const { textFiles: _, ...bare } = state;
      const left = withoutTextFile(state, rendition);
      return { ...bare, ...(left.length > 0 ? { textFiles: left } : {}), textHash };
    }
    case 'AnnexRemoved': {
      const { sha256, textHash } = event.data;
      const { annexes = [], ...bare } = state;
      const left = annexes.filter(({ file }) => file.sha256 !== sha256);
      return { ...bare, ...(left.length > 0 ? { annexes: left } : {}), textHash };
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
