import { canonicalText } from '@entente/canonical';

import type { Annex, Section, TextFile } from '../state.js';
import type { Language } from '../words.js';

type Sha256 = (text: string) => string;

const LANGUAGES: readonly Language[] = ['en', 'zh'];

export function renditionHash(
  sha256: Sha256,
  rendition: {
    readonly sectionId: string;
    readonly rendition: Language;
    readonly heading: string;
    readonly body: string;
  },
): string {
  const { sectionId, rendition: language, heading, body } = rendition;
  return sha256(canonicalText({ sectionId, rendition: language, heading, body }));
}

/**
 * One hash over the whole set, sorted by section and language: the same text has the same hash, however it came about.
 * A language in which it is a file has a line of its own. Annexes follow in their order, by which the text refers to
 * them.
 */
export function textHashOf(
  sha256: Sha256,
  sections: readonly Section[],
  annexes: readonly Pick<Annex, 'file' | 'title'>[] = [],
  textFiles: readonly Pick<TextFile, 'file' | 'rendition'>[] = [],
): string {
  const sorted = sections.toSorted((a, b) =>
    a.sectionId === b.sectionId ? 0 : a.sectionId < b.sectionId ? -1 : 1,
  );
  const lines = sorted.flatMap(({ sectionId, renditions }) =>
    LANGUAGES.flatMap((rendition) => {
      const hash = renditions[rendition]?.hash;
      return hash === undefined ? [] : [lineOf(sectionId, rendition, hash)];
    }),
  );
  const written = LANGUAGES.flatMap((rendition) => {
    const found = textFiles.find((text) => text.rendition === rendition);
    return found ? [canonicalText({ rendition, textFile: found.file.sha256 })] : [];
  });
  const attached = annexes.map(({ file, title }) => canonicalText({ annex: file.sha256, title }));
  return sha256(`[${[...lines, ...written, ...attached].join(',')}]`);
}

/** Canonical text of {hash, rendition, sectionId}. By hand: with every revision all sections of a letter are told. */
function lineOf(sectionId: string, rendition: Language, hash: string): string {
  return `{"hash":"${hash}","rendition":"${rendition}","sectionId":${canonicalText(sectionId)}}`;
}
