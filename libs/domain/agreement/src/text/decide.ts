import { refuse } from '@entente/event-sourcing';

import { firstFault, textFault } from '../checks.js';
import type {
  ApproveText,
  AttachAnnex,
  ProvideTextFile,
  RemoveAnnex,
  RemoveTextFile,
  ReviseSection,
} from '../commands.js';
import type { Situation } from '../context.js';
import { otherwise, type AgreementDecision } from '../decision.js';
import type { SectionRevised } from '../events.js';
import { partyOf, unknownParty } from '../parties/parties.js';
import { postsAwaited } from '../route/standing.js';
import type { ProposedAgreement, Rendition, Section } from '../state.js';
import { annexOf, attachAnnex, removeAnnex, wasRemoved } from './annexes.js';
import { withRendition } from './evolve.js';
import { isTextFileRepeat, provideTextFile, removeTextFile, textFileOf } from './text-files.js';
import { renditionHash, textHashOf } from './text-hash.js';

export const MAX_HEADING = 200;
export const MAX_BODY = 20_000;
export const MAX_SECTIONS = 60;
const SECTION_ID = /^[a-z][a-z0-9-]{0,39}$/;

type TextCommand = ReviseSection | ApproveText | AttachAnnex | RemoveAnnex | ProvideTextFile | RemoveTextFile;

export function isTextRepeat(state: ProposedAgreement, command: TextCommand): boolean {
  switch (command.type) {
    case 'ReviseSection': {
      const current = renditionOf(state.sections, command);
      return current?.heading === command.heading && current.body === command.body;
    }
    case 'ApproveText':
      return (
        partyOf(state, command.partyId)?.approvedHash === command.textHash &&
        state.textHash === command.textHash
      );
    case 'AttachAnnex': {
      const title = annexOf(state, command.sha256)?.title;
      return title !== undefined && title.zh === command.title.zh && title.en === command.title.en;
    }
    case 'RemoveAnnex':
      return wasRemoved(state, command.sha256);
    case 'ProvideTextFile':
    case 'RemoveTextFile':
      return isTextFileRepeat(state, command);
    default:
      return otherwise(command, false);
  }
}

export function decideText(
  state: ProposedAgreement,
  command: TextCommand,
  situation: Situation,
): AgreementDecision {
  switch (command.type) {
    case 'ReviseSection':
      return reviseSection(state, command, situation);
    case 'ApproveText':
      return approveText(state, command);
    case 'AttachAnnex':
      return attachAnnex(state, command, situation);
    case 'RemoveAnnex':
      return removeAnnex(state, command, situation);
    case 'ProvideTextFile':
      return provideTextFile(state, command, situation);
    case 'RemoveTextFile':
      return removeTextFile(state, command, situation);
    default:
      return otherwise(command, []);
  }
}

/** The fact that a rendition now reads so, with the hashes that follow. */
export function revision(
  sections: readonly Section[],
  { sectionId, rendition, heading, body }: Omit<ReviseSection, 'type' | 'baseHash'>,
  sha256: Situation['sha256'],
  { annexes, textFiles }: Pick<ProposedAgreement, 'annexes' | 'textFiles'> = {},
): SectionRevised {
  const baseHash = renditionOf(sections, { sectionId, rendition })?.hash ?? null;
  const hash = renditionHash(sha256, { sectionId, rendition, heading, body });
  const revised = { sectionId, rendition, heading, body, hash };
  const textHash = textHashOf(sha256, withRendition(sections, revised), annexes, textFiles);
  return { type: 'SectionRevised', data: { ...revised, baseHash, textHash } };
}

function reviseSection(
  state: ProposedAgreement,
  command: ReviseSection,
  { sha256 }: Situation,
): AgreementDecision {
  const { sectionId, heading, body, baseHash } = command;
  if (!SECTION_ID.test(sectionId)) {
    return refuse('invalid-section', { field: 'sectionId', facts: { pattern: SECTION_ID.source } });
  }
  const fault = firstFault(
    textFault('heading', heading, { limit: MAX_HEADING }),
    textFault('body', body, { limit: MAX_BODY, lines: true }),
  );
  if (fault) return fault;
  const file = textFileOf(state, command.rendition)?.file;
  if (file) return refuse('text-is-a-file', { field: 'rendition', facts: { sha256: file.sha256 } });
  const current = renditionOf(state.sections, command);
  if (baseHash !== (current?.hash ?? null)) {
    const { hash: currentHash = null, heading: theirs = null, body: text = null } = current ?? {};
    return refuse('stale-base', { field: 'baseHash', facts: { currentHash, heading: theirs, body: text } });
  }
  const isNew = !state.sections.some((section) => section.sectionId === sectionId);
  if (isNew && state.sections.length >= MAX_SECTIONS) {
    return refuse('limit-reached', { field: 'sectionId', facts: { limit: MAX_SECTIONS } });
  }
  return [revision(state.sections, command, sha256, state)];
}

function approveText(state: ProposedAgreement, { partyId, textHash }: ApproveText): AgreementDecision {
  const party = partyOf(state, partyId);
  if (!party) return unknownParty(state);
  if (textHash !== state.textHash) {
    return refuse('text-changed', { field: 'textHash', facts: { textHash: state.textHash } });
  }
  const posts = postsAwaited(state, party);
  if (posts.length > 0) return refuse('route-not-complete', { field: 'partyId', facts: { posts } });
  return [{ type: 'TextApproved', data: { partyId, textHash } }];
}

function renditionOf(
  sections: readonly Section[],
  { sectionId, rendition }: Pick<ReviseSection, 'sectionId' | 'rendition'>,
): Rendition | undefined {
  return sections.find((section) => section.sectionId === sectionId)?.renditions[rendition];
}
