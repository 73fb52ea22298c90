import {
  commandsOpenIn,
  COORDINATORS,
  isFor,
  missingOf,
  openCommands,
  postsAwaited,
  postsUp,
  signingNow,
  stageOf,
  type AgreementCommandType,
  type Milestone,
  type Party,
  type ProposedAgreement,
  type WorkflowDefinition,
} from '@entente/agreement';

import { positionFor } from './may-command.js';
import { maySee } from './permission.js';
import type { PossibleCommand } from './possible-command.js';
import { possibleCorrections } from './possible-corrections.js';
import { possibleTimes } from './possible-times.js';
import type { Viewer } from './viewer.js';

/**
 * What the viewer may do to the agreement: open in its stage, theirs to do, and not done already.
 * With `now` (UTC ISO text), without the entries it is too late to take back.
 */
export function possibleCommands(
  viewer: Viewer,
  agreement: ProposedAgreement,
  definition: WorkflowDefinition,
  now = '',
): readonly PossibleCommand[] {
  if (!maySee(viewer, agreement)) return [];
  const open = commandsOpenIn(definition, agreement.stage).flatMap((command) =>
    sensible(command, agreement, definition),
  );
  const corrections = possibleCorrections(viewer, agreement, now);
  const times = possibleTimes(agreement, definition, now);
  return [...open, ...anytime(agreement), ...times, ...corrections].filter(
    (intent) =>
      positionFor(viewer, intent, agreement) !== undefined &&
      (intent.until === undefined || intent.until >= now),
  );
}

function sensible(
  command: AgreementCommandType,
  agreement: ProposedAgreement,
  definition: WorkflowDefinition,
): readonly PossibleCommand[] {
  const { parties, milestones, textHash, annexes = [], textFiles = [] } = agreement;
  const forEach = (chosen: readonly Party[]): PossibleCommand[] =>
    chosen.map(({ partyId }) => ({ command, partyId }));
  switch (command) {
    case 'InviteParty':
      return definition.partyRoles.some(
        ({ role, several }) => several === true || !parties.some((party) => party.role === role),
      )
        ? [{ command }]
        : [];
    case 'NameSignatory':
      return forEach(parties.filter(({ signed }) => !signed));
    case 'PlanMilestone':
      return forEach(parties);
    case 'ReviseSection':
      // A text that is a file in both languages has no sections.
      return textFiles.length < 2 ? [{ command }] : [];
    case 'AttachAnnex':
    case 'ProvideTextFile':
      return [{ command }];
    case 'SetAttributes':
      return definition.attributes ? [{ command }] : [];
    case 'RemoveAnnex':
      return annexes.length > 0 ? [{ command }] : [];
    case 'RemoveTextFile':
      return textFiles.length > 0 ? [{ command }] : [];
    case 'ServeText':
      return textHash === null || parties.length < 2 ? [] : [...forEach(parties), { command }];
    case 'AddComment':
      return [...forEach(parties), { command }];
    case 'ResolveComment':
    case 'ReopenComment':
      return forSides(command, agreement);
    case 'ApproveText':
      return textHash === null
        ? []
        : forEach(
            parties.filter(
              (party) => party.approvedHash !== textHash && postsAwaited(agreement, party).length === 0,
            ),
          );
    case 'NameApprovers':
      return forEach(parties.filter(({ approvalRoute }) => approvalRoute !== undefined));
    case 'EndorseText':
    case 'ReturnText':
      return forPosts(command, agreement);
    case 'RecordSignature':
      return forEach(signingNow(agreement).filter(canSign));
    case 'HandOverSigning':
    case 'DeclineSigning':
      return forEach(parties.filter((party) => !party.signed && canSign(party)));
    case 'OrderSigning':
      return parties.length > 1 && !parties.some(({ signatures }) => signatures.length > 0)
        ? [{ command }]
        : [];
    case 'CompleteMilestone':
      return milestones
        .filter(isOpen)
        .map(({ milestoneId, ownerPartyId }) => ({ command, milestoneId, partyId: ownerPartyId }));
    case 'CancelMilestone':
      return milestones.filter(isOpen).map(({ milestoneId }) => ({ command, milestoneId }));
    case 'ConfirmMilestone':
      return milestones
        .filter(({ completedOn }) => completedOn !== undefined)
        .flatMap(({ milestoneId, confirmedBy }) =>
          parties
            .filter(({ partyId }) => !confirmedBy.includes(partyId))
            .map(({ partyId }) => ({ command, milestoneId, partyId })),
        );
    case 'RecordAccession':
      return [{ command }];
    case 'GiveVerdict':
      return agreement.verdict ? [] : [{ command }];
    case 'CloseDeclined':
      return parties.some(({ declined }) => declined) ? [move(command, agreement, definition)] : [];
    case 'SubmitForSigning':
    case 'ReopenDrafting':
    case 'SubmitForReview':
    case 'ConcludeAgreement':
    case 'WithdrawAgreement':
      return [move(command, agreement, definition)];
    case 'ProposeAgreement':
    case 'IssueDocument':
    case 'FileSignedCopy':
    case 'HoldOriginals':
    case 'ArchiveAgreement':
    case 'AssignDesk':
    case 'MigrateDefinition':
    case 'RecountDeadlines':
    case 'MoveDeadline':
    case 'SuspendDeadlines':
    case 'ResumeDeadlines':
    case 'RetractEntry':
    case 'CorrectEntry':
    case 'VoidAgreement':
    case 'WaiveDeadline':
    case 'ConfirmOverride':
    case 'RejectOverride':
    case 'NumberAgreement':
    case 'MarkDeadlineMissed':
      return [];
    default:
      return nothing(command);
  }
}

/** The posts that have something to say and have not said just this. */
function forPosts(
  command: 'EndorseText' | 'ReturnText',
  agreement: ProposedAgreement,
): readonly PossibleCommand[] {
  return agreement.parties.flatMap((party) =>
    postsUp(agreement, party)
      .filter(({ word }) => word?.endorsed !== (command === 'EndorseText'))
      .map(({ post }) => ({ command, partyId: party.partyId, post })),
  );
}

/** On whose side there is a conversation to be settled, or to be taken up again. */
function forSides(
  command: 'ResolveComment' | 'ReopenComment',
  { parties, comments = [] }: ProposedAgreement,
): readonly PossibleCommand[] {
  const begun = comments.filter(
    ({ replyTo, resolved }) =>
      replyTo === undefined && (resolved === undefined) === (command === 'ResolveComment'),
  );
  const concerns = (side: string): boolean => begun.some((comment) => isFor(comment, side));
  return [
    ...parties.filter(({ partyId }) => concerns(partyId)).map(({ partyId }) => ({ command, partyId })),
    ...(concerns(COORDINATORS) ? [{ command }] : []),
  ];
}

const canSign = ({ signatory, declined }: Party): boolean => signatory !== undefined && !declined;

function move(
  command: AgreementCommandType,
  agreement: ProposedAgreement,
  definition: WorkflowDefinition,
): PossibleCommand {
  const exit = stageOf(definition, agreement.stage)?.transitions.find(
    (transition) => transition.command === command,
  );
  const blockedBy = missingOf(exit?.conditions ?? [], agreement);
  return blockedBy.length > 0 ? { command, blockedBy } : { command };
}

/** Whatever the stage: what there is on paper, and who looks after it. */
function anytime(agreement: ProposedAgreement): readonly PossibleCommand[] {
  const { signedAt, textHash, ended, archived, attributes } = agreement;
  const canPutRight = attributes !== undefined && !openCommands(agreement).includes('SetAttributes');
  return [
    ...(canPutRight ? [{ command: 'SetAttributes' } as const] : []),
    { command: 'AssignDesk' },
    ...(ended && !archived ? [{ command: 'ArchiveAgreement' } as const] : []),
    ...(textHash === null ? [] : [{ command: 'IssueDocument' } as const]),
    ...(signedAt === undefined
      ? []
      : [{ command: 'FileSignedCopy' } as const, { command: 'HoldOriginals' } as const]),
  ];
}

/** Closes the switch: a command without a rule does not compile, and one from elsewhere is not offered. */
function nothing(_never: never): readonly PossibleCommand[] {
  return [];
}

function isOpen({ completedOn, cancelled }: Milestone): boolean {
  return completedOn === undefined && !cancelled;
}
