import { refuse } from '@entente/event-sourcing';

import type { ProvideTextFile, RemoveTextFile } from '../commands.js';
import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { ProposedAgreement, Section, TextFile } from '../state.js';
import type { Language } from '../words.js';
import { textHashOf } from './text-hash.js';

/** In what a text is written that is not written here. */
export const TEXT_FILE_TYPES: readonly string[] = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];

export function textFileOf(
  { textFiles = [] }: Pick<ProposedAgreement, 'textFiles'>,
  rendition: Language,
): TextFile | undefined {
  return textFiles.find((text) => text.rendition === rendition);
}

export function isTextFileRepeat(
  state: ProposedAgreement,
  command: ProvideTextFile | RemoveTextFile,
): boolean {
  const { rendition, sha256 } = command;
  const current = textFileOf(state, rendition)?.file.sha256;
  if (command.type === 'ProvideTextFile') return current === sha256;
  return (
    current === undefined &&
    state.entries.some(
      ({ types, subjects }) => types.includes('TextFileRemoved') && subjects.includes(sha256),
    )
  );
}

/** What the sections say in the language goes: one text is not written in two places. */
export function provideTextFile(
  state: ProposedAgreement,
  { rendition, sha256, textHash: seen }: ProvideTextFile,
  { file, sha256: hash }: Situation,
): AgreementDecision {
  if (file?.sha256 !== sha256) return refuse('unknown-file', { field: 'sha256' });
  const { mediaType } = file;
  if (!TEXT_FILE_TYPES.includes(mediaType))
    return refuse('not-a-text-file', {
      field: 'sha256',
      facts: { allowed: TEXT_FILE_TYPES, found: mediaType },
    });
  if (seen !== state.textHash)
    return refuse('text-changed', { field: 'textHash', facts: { textHash: state.textHash } });
  const before = textFileOf(state, rendition);
  const textFiles = withTextFile<Pick<TextFile, 'rendition' | 'file'>>(state.textFiles, { rendition, file });
  const textHash = textHashOf(hash, withoutRendition(state.sections, rendition), state.annexes, textFiles);
  const replaces = before ? { replaces: before.file.sha256 } : {};
  return [{ type: 'TextFileProvided', data: { rendition, file, ...replaces, textHash } }];
}

export function removeTextFile(
  state: ProposedAgreement,
  { rendition, sha256 }: RemoveTextFile,
  { sha256: hash }: Situation,
): AgreementDecision {
  if (textFileOf(state, rendition)?.file.sha256 !== sha256)
    return refuse('unknown-text-file', { field: 'sha256' });
  const textHash = textHashOf(hash, state.sections, state.annexes, withoutTextFile(state, rendition));
  return [{ type: 'TextFileRemoved', data: { rendition, sha256, textHash } }];
}

export function withTextFile<One extends Pick<TextFile, 'rendition'>>(
  textFiles: readonly One[] = [],
  provided: One,
): readonly One[] {
  return [...textFiles.filter(({ rendition }) => rendition !== provided.rendition), provided];
}

export function withoutTextFile(
  { textFiles = [] }: Pick<ProposedAgreement, 'textFiles'>,
  language: Language,
): readonly TextFile[] {
  return textFiles.filter(({ rendition }) => rendition !== language);
}

/** A section that says nothing any more is none. */
export function withoutRendition(sections: readonly Section[], language: Language): readonly Section[] {
  return sections.flatMap((section) => {
    const { [language]: _, ...renditions } = section.renditions;
    return Object.keys(renditions).length > 0 ? [{ ...section, renditions }] : [];
  });
}
