import { refuse } from '@entente/event-sourcing';

import { firstFault, MAX_NAME, textFault } from '../checks.js';
import type {
  AgreementCommand,
  ArchiveAgreement,
  FileSignedCopy,
  HoldOriginals,
  IssueDocument,
} from '../commands.js';
import type { Situation } from '../context.js';
import { otherwise, type AgreementDecision } from '../decision.js';
import type { ProposedAgreement } from '../state.js';
import { met, SIGNED_COPY } from '../workflow/deadlines.js';

/** Facts of the after-life: every stage takes them, a final one too. */
export type PaperCommand = IssueDocument | FileSignedCopy | HoldOriginals | ArchiveAgreement;

/** What a scanner or a camera makes. */
export const SCAN_TYPES: readonly string[] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'image/heic',
];
export const MAX_PAPERS = 100;
const MAX_COPIES = 1_000;

const PAPER_COMMANDS: readonly string[] = [
  'IssueDocument',
  'FileSignedCopy',
  'HoldOriginals',
  'ArchiveAgreement',
] satisfies PaperCommand['type'][];

export function isPaperCommand(command: AgreementCommand): command is PaperCommand {
  return PAPER_COMMANDS.includes(command.type);
}

export function decidePapers(
  state: ProposedAgreement,
  command: PaperCommand,
  situation: Situation,
): AgreementDecision {
  switch (command.type) {
    case 'IssueDocument':
      return issueDocument(state, command);
    case 'FileSignedCopy':
      return fileSignedCopy(state, command, situation);
    case 'HoldOriginals':
      return holdOriginals(state, command, situation);
    case 'ArchiveAgreement':
      return archive(state, command, situation);
    default:
      return otherwise(command, []);
  }
}

function issueDocument(state: ProposedAgreement, command: IssueDocument): AgreementDecision {
  const { file, textHash, template, language } = command;
  const issued = state.documents ?? [];
  if (issued.some((document) => document.file.sha256 === file.sha256)) return [];
  // It was made of a text that others have changed since.
  if (textHash !== state.textHash) {
    return refuse('text-changed', { field: 'textHash', facts: { textHash: state.textHash } });
  }
  if (issued.length >= MAX_PAPERS) return refuse('limit-reached', { facts: { limit: MAX_PAPERS } });
  return [{ type: 'DocumentIssued', data: { file, textHash, template, language } }];
}

function fileSignedCopy(
  state: ProposedAgreement,
  { sha256, matchesText }: FileSignedCopy,
  { file, actor, now }: Situation,
): AgreementDecision {
  const filed = state.signedCopies ?? [];
  if (filed.some((copy) => copy.file.sha256 === sha256 && copy.matchesText === matchesText)) return [];
  if (state.signedAt === undefined) return refuse('not-signed');
  if (file?.sha256 !== sha256) return refuse('unknown-file', { field: 'sha256' });
  if (!SCAN_TYPES.includes(file.mediaType)) {
    return refuse('not-a-scan', { field: 'sha256', facts: { found: file.mediaType, allowed: SCAN_TYPES } });
  }
  if (filed.length >= MAX_PAPERS) return refuse('limit-reached', { facts: { limit: MAX_PAPERS } });
  // A copy that says something else than what was signed is on file, and the right one is still awaited.
  const awaited = matchesText
    ? state.deadlines.filter(({ kind, status }) => kind === SIGNED_COPY && status === 'open')
    : [];
  return [
    { type: 'SignedCopyFiled', data: { file, matchesText, checkedBy: actor } },
    ...awaited.map((deadline) => met(deadline, now)),
  ];
}

function holdOriginals(
  state: ProposedAgreement,
  { holderId, copies, archiveNumber }: HoldOriginals,
  { organisations }: Situation,
): AgreementDecision {
  const held = state.originals ?? [];
  const known = held.find((one) => one.holderId === holderId);
  if (known?.copies === copies && known.archiveNumber === archiveNumber) return [];
  if (state.signedAt === undefined) return refuse('not-signed');
  if (!organisations.some(({ organisationId }) => organisationId === holderId)) {
    return refuse('unknown-organisation', { field: 'holderId' });
  }
  const fault = firstFault(
    Number.isSafeInteger(copies) && copies >= 1 && copies <= MAX_COPIES
      ? undefined
      : refuse('invalid-count', { field: 'copies', facts: { limit: MAX_COPIES } }),
    textFault('archiveNumber', archiveNumber, { limit: MAX_NAME, required: true }),
    !known && held.length >= MAX_PAPERS
      ? refuse('limit-reached', { facts: { limit: MAX_PAPERS } })
      : undefined,
  );
  return fault ?? [{ type: 'OriginalsHeld', data: { copies, holderId, archiveNumber } }];
}

/** Once it has come to its end, whichever that was. */
function archive(
  { archived, ended, stage }: ProposedAgreement,
  { archiveNumber }: ArchiveAgreement,
  { definition }: Situation,
): AgreementDecision {
  if (archived?.archiveNumber === archiveNumber) return [];
  if (!ended) {
    const open = definition.stages.filter(({ transitions }) => transitions.length === 0);
    return refuse('wrong-stage', { facts: { stage, open: open.map(({ name }) => name) } });
  }
  return (
    textFault('archiveNumber', archiveNumber, { limit: MAX_NAME, required: true }) ?? [
      { type: 'AgreementArchived', data: { archiveNumber } },
    ]
  );
}
