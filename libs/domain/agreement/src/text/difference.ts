import { listDiff, textDiff, type Piece } from '@entente/text-diff';

import type { Annex, ProposedAgreement, Rendition, Section } from '../state.js';
import type { FileReference, Language } from '../words.js';
import { textFileOf } from './text-files.js';

/** The text as it stood at some moment. */
export type TextSet = Pick<ProposedAgreement, 'sections' | 'annexes' | 'textFiles' | 'textHash'>;

export type Change = 'same' | 'added' | 'removed' | 'changed';

export interface RenditionDifference {
  readonly language: Language;
  readonly heading: readonly Piece[];
  readonly body: readonly Piece[];
}

export interface SectionDifference {
  readonly sectionId: string;
  readonly change: Change;
  /** It stands elsewhere among the sections that there were before. */
  readonly moved: boolean;
  readonly renditions: readonly RenditionDifference[];
}

export interface AnnexDifference {
  readonly annex: Annex;
  readonly change: Exclude<Change, 'changed'>;
}

/** Of a text that is, or was, a file in this language: what is in it is not compared. */
export interface TextFileDifference {
  readonly language: Language;
  readonly change: Change;
  readonly before?: FileReference;
  readonly after?: FileReference;
}

export interface TextDifference {
  /** In the order of the later text, with what went where it had stood. */
  readonly sections: readonly SectionDifference[];
  readonly textFiles: readonly TextFileDifference[];
  readonly annexes: readonly AnnexDifference[];
}

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const NOTHING: Pick<Rendition, 'heading' | 'body'> = { heading: '', body: '' };

/** What became of one text on the way to another, section by section as their ids tell. */
export function textDifference(before: TextSet, after: TextSet): TextDifference {
  const ids = ({ sections }: TextSet): string[] => sections.map(({ sectionId }) => sectionId);
  const places = listDiff(ids(before), ids(after));
  const stays = (id: string): boolean => ids(before).includes(id) && ids(after).includes(id);
  const sections = places.flatMap(({ kind, text: id }) =>
    // What moved is told at its new place alone.
    kind === 'removed' && stays(id)
      ? []
      : [sectionDifference(id, sectionOf(before, id), sectionOf(after, id), kind === 'added' && stays(id))],
  );
  const textFiles = LANGUAGES.flatMap((language) => textFileDifference(language, before, after));
  return { sections, textFiles, annexes: annexesOf(before, after) };
}

function textFileDifference(language: Language, was: TextSet, is: TextSet): TextFileDifference[] {
  const [before, after] = [textFileOf(was, language)?.file, textFileOf(is, language)?.file];
  if (!before) return after ? [{ language, change: 'added', after }] : [];
  if (!after) return [{ language, change: 'removed', before }];
  const change = before.sha256 === after.sha256 ? 'same' : 'changed';
  return [{ language, change, before, after }];
}

function sectionDifference(
  sectionId: string,
  before: Section | undefined,
  after: Section | undefined,
  moved: boolean,
): SectionDifference {
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : changeOf(before, after);
  const renditions = LANGUAGES.flatMap((language) => {
    const [was, is] = [before?.renditions[language], after?.renditions[language]];
    return (was ?? is) ? [renditionDifference(language, was, is)] : [];
  });
  return { sectionId, change, moved, renditions };
}

function changeOf(before: Section, after: Section): 'same' | 'changed' {
  const same = LANGUAGES.every(
    (language) => before.renditions[language]?.hash === after.renditions[language]?.hash,
  );
  return same ? 'same' : 'changed';
}

function renditionDifference(
  language: Language,
  was: Rendition | undefined,
  is: Rendition | undefined,
): RenditionDifference {
  const [before, after] = [was ?? NOTHING, is ?? NOTHING];
  return {
    language,
    heading: textDiff(before.heading, after.heading, language),
    body: textDiff(before.body, after.body, language),
  };
}

function annexesOf({ annexes: before = [] }: TextSet, { annexes: after = [] }: TextSet): AnnexDifference[] {
  const key = ({ file, title }: Annex): string => JSON.stringify([file.sha256, title.zh, title.en]);
  const all = new Map([...before, ...after].map((annex) => [key(annex), annex] as const));
  return listDiff(before.map(key), after.map(key)).flatMap(({ kind, text }) => {
    const annex = all.get(text);
    return annex ? [{ annex, change: kind }] : [];
  });
}

function sectionOf({ sections }: TextSet, sectionId: string): Section | undefined {
  return sections.find((section) => section.sectionId === sectionId);
}
