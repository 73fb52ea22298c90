import { refuse } from '@entente/event-sourcing';

import { nameFault } from '../checks.js';
import type { AttachAnnex, RemoveAnnex } from '../commands.js';
import type { Situation } from '../context.js';
import type { AgreementDecision } from '../decision.js';
import type { Annex, ProposedAgreement } from '../state.js';
import { textHashOf } from './text-hash.js';

const MAX_ANNEXES = 50;

export function annexOf({ annexes = [] }: ProposedAgreement, sha256: string): Annex | undefined {
  return annexes.find(({ file }) => file.sha256 === sha256);
}

/** It was an annex and is none any more. */
export function wasRemoved(state: ProposedAgreement, sha256: string): boolean {
  return (
    annexOf(state, sha256) === undefined &&
    state.entries.some(({ types, subjects }) => types.includes('AnnexRemoved') && subjects.includes(sha256))
  );
}

export function attachAnnex(
  state: ProposedAgreement,
  { sha256, title }: AttachAnnex,
  { file, sha256: hash }: Situation,
): AgreementDecision {
  const { sections, annexes = [], textFiles } = state;
  const known = annexOf(state, sha256);
  if (known) return refuse('already-annexed', { field: 'sha256', facts: { title: known.title } });
  if (file?.sha256 !== sha256) return refuse('unknown-file', { field: 'sha256' });
  if (annexes.length >= MAX_ANNEXES) return refuse('limit-reached', { facts: { limit: MAX_ANNEXES } });
  const textHash = textHashOf(hash, sections, [...annexes, { file, title }], textFiles);
  return nameFault('title', title) ?? [{ type: 'AnnexAttached', data: { file, title, textHash } }];
}

export function removeAnnex(
  state: ProposedAgreement,
  { sha256 }: RemoveAnnex,
  { sha256: hash }: Situation,
): AgreementDecision {
  const { sections, annexes = [], textFiles } = state;
  const annex = annexOf(state, sha256);
  if (!annex) return refuse('unknown-annex', { field: 'sha256' });
  const left = annexes.filter((one) => one !== annex);
  const textHash = textHashOf(hash, sections, left, textFiles);
  return [{ type: 'AnnexRemoved', data: { sha256, title: annex.title, textHash } }];
}
