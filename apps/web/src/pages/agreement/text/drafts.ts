import type { Language, Rendition } from '../../../api/types.js';

/** What somebody is writing, and the rendition they began from. */
export interface Draft {
  readonly heading: string;
  readonly body: string;
  readonly base: Rendition | null;
}

export function draftFrom(rendition: Rendition | undefined): Draft {
  const { heading = '', body = '' } = rendition ?? {};
  return { heading, body, base: rendition ?? null };
}

interface Place {
  readonly agreementId: string;
  readonly sectionId: string;
  readonly language: Language;
}

const keyOf = ({ agreementId, sectionId, language }: Place): string =>
  `entente.draft ${agreementId} ${sectionId} ${language}`;

/** Words survive a reload or a wrong click; only in this tab, because two tabs are two trains of thought. */
export function draftOf(place: Place): Draft | undefined {
  try {
    const stored = sessionStorage.getItem(keyOf(place));
    return stored === null ? undefined : (JSON.parse(stored) as Draft);
  } catch {
    return undefined;
  }
}

export function keepDraft(place: Place, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(place), JSON.stringify(draft));
  } catch {
    // Full or closed storage: the text is still on the page.
  }
}

export function dropDraft(place: Place): void {
  try {
    sessionStorage.removeItem(keyOf(place));
  } catch {
    // See above.
  }
}
