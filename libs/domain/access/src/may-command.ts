import {
  openCommands,
  type Agreement,
  type AgreementCommand,
  type AgreementCommandType,
  type ProposedAgreement,
} from '@entente/agreement';
import { refuse } from '@entente/event-sourcing';

import { mayPropose, maySee, permitIn, type Permission } from './permission.js';
import {
  actingPositions,
  coordinatorPosition,
  isSystem,
  MEETING,
  NUMBERING,
  SETUP,
  TIMER,
  type Actor,
  type HeldPosition,
  type SystemActor,
  type Viewer,
} from './viewer.js';

/** What permission depends on: a command without its content. */
export interface Intent {
  readonly command: AgreementCommandType;
  /** The party it is done for. */
  readonly partyId?: string;
  /** Of the party's approval route. */
  readonly post?: string;
  readonly milestoneId?: string;
  /** The entry to take back or to correct. */
  readonly commandId?: string;
  readonly deadlineId?: string;
  readonly overrideId?: string;
}

/** Also whoever runs the installation, by the command line. */
const BY_OPERATOR: readonly AgreementCommandType[] = [
  'MigrateDefinition',
  'RecountDeadlines',
  'MoveDeadline',
  'SuspendDeadlines',
  'ResumeDeadlines',
];

/** Whether the actor may send this command, and in which position. Whatever is not granted here is refused. */
export function mayCommand(actor: Actor, command: AgreementCommand, agreement: Agreement): Permission {
  if (isSystem(actor)) {
    if (actor.system === MEETING) return atMeeting(actor, command);
    const numbers = command.type === 'NumberAgreement' && actor.system === NUMBERING;
    const migrates = BY_OPERATOR.includes(command.type) && actor.system === SETUP;
    const marks = command.type === 'MarkDeadlineMissed' && actor.system === TIMER;
    return numbers || migrates || marks ? { allowed: true } : refuse('not-allowed');
  }
  if (command.type === 'ProposeAgreement') return mayPropose(actor);
  if (agreement.stage === null || !maySee(actor, agreement)) return refuse('unknown-agreement');
  return permitIn(positionFor(actor, intentOf(command), agreement));
}

/** Whoever held the meeting was asked when they did. */
function atMeeting({ onBehalfOf }: SystemActor, { type }: AgreementCommand): Permission {
  const tells = type === 'RecordSignature' || type === 'HandOverSigning';
  return tells && onBehalfOf ? { allowed: true, actingAs: onBehalfOf.positionId } : refuse('not-allowed');
}

/** The position in which the viewer may do it; undefined when there is none. */
export function positionFor(
  viewer: Viewer,
  intent: Intent,
  agreement: ProposedAgreement,
): HeldPosition | undefined {
  switch (intent.command) {
    case 'InviteParty':
    case 'SubmitForSigning':
    case 'OrderSigning':
    case 'RecordAccession':
    case 'ReopenDrafting':
    case 'CloseDeclined':
    case 'SubmitForReview':
    case 'GiveVerdict':
    case 'ConcludeAgreement':
    case 'WithdrawAgreement':
    case 'HoldOriginals':
    case 'ArchiveAgreement':
    case 'AssignDesk':
    case 'MigrateDefinition':
    case 'RecountDeadlines':
    case 'MoveDeadline':
    case 'SuspendDeadlines':
    case 'ResumeDeadlines':
    case 'VoidAgreement':
    case 'WaiveDeadline':
    case 'ConfirmOverride':
    case 'CancelMilestone':
      return coordinatorPosition(viewer);
    case 'NameSignatory':
    case 'PlanMilestone':
      return memberOf(viewer, intent.partyId) ?? coordinatorPosition(viewer);
    case 'SetAttributes':
      return setterOf(viewer, agreement);
    case 'ReviseSection':
    case 'AttachAnnex':
    case 'RemoveAnnex':
    case 'ProvideTextFile':
    case 'RemoveTextFile':
    case 'IssueDocument':
    case 'FileSignedCopy':
      return memberOfAny(viewer, agreement) ?? coordinatorPosition(viewer);
    case 'ApproveText':
    case 'NameApprovers':
    case 'ConfirmMilestone':
      return memberOf(viewer, intent.partyId);
    case 'EndorseText':
    case 'ReturnText':
      return approverOf(viewer, agreement, intent);
    // Each on a side: a party's for its people, else the coordinators'.
    case 'ServeText':
    case 'AddComment':
    case 'ResolveComment':
    case 'ReopenComment':
      return intent.partyId === undefined ? coordinatorPosition(viewer) : memberOf(viewer, intent.partyId);
    // What was said and signed on paper, a coordinator may record for either side.
    case 'RecordSignature':
    case 'HandOverSigning':
    case 'DeclineSigning':
      return signatoryOf(viewer, agreement, intent.partyId) ?? coordinatorPosition(viewer);
    case 'CompleteMilestone':
      return ownerOf(viewer, agreement, intent.milestoneId);
    case 'RejectOverride':
      return coordinatorPosition(viewer) ?? requesterOf(viewer, agreement, intent.overrideId);
    case 'RetractEntry':
    case 'CorrectEntry':
      return authorOf(viewer, agreement, intent.commandId);
    case 'ProposeAgreement':
    case 'NumberAgreement':
    case 'MarkDeadlineMissed':
      return undefined;
    default:
      return nobody(intent.command);
  }
}

function intentOf(command: AgreementCommand): Intent {
  const partyId =
    'partyId' in command ? command.partyId : 'ownerPartyId' in command ? command.ownerPartyId : undefined;
  return {
    command: command.type,
    ...(partyId === undefined ? {} : { partyId }),
    ...('post' in command ? { post: command.post } : {}),
    ...('milestoneId' in command ? { milestoneId: command.milestoneId } : {}),
    ...('commandId' in command ? { commandId: command.commandId } : {}),
    ...('overrideId' in command ? { overrideId: command.overrideId } : {}),
  };
}

function memberOf(viewer: Viewer, partyId: string | undefined): HeldPosition | undefined {
  return actingPositions(viewer).find(({ organisationId }) => organisationId === partyId);
}

function memberOfAny(viewer: Viewer, { parties }: ProposedAgreement): HeldPosition | undefined {
  return actingPositions(viewer).find(({ organisationId }) =>
    parties.some(({ partyId }) => partyId === organisationId),
  );
}

/** Signing is the named position's and its substitute's alone, not anybody's in the organisation. */
function signatoryOf(
  viewer: Viewer,
  { parties }: ProposedAgreement,
  partyId: string | undefined,
): HeldPosition | undefined {
  const party = parties.find((one) => one.partyId === partyId);
  const signing = [party?.signatory?.positionId, party?.substitute?.positionId];
  return actingPositions(viewer).find(
    ({ positionId, organisationId }) => organisationId === partyId && signing.includes(positionId),
  );
}

/** What a post says is said by the position that was named for it, and by nobody for it. */
function approverOf(
  viewer: Viewer,
  { routes = [] }: ProposedAgreement,
  { partyId, post }: Intent,
): HeldPosition | undefined {
  const route = routes.find((one) => one.partyId === partyId);
  const approver = route?.approvers.find((one) => one.post === post);
  // Whoever belongs to the party may also learn that it has no such post, or nobody for it.
  if (!approver) return memberOf(viewer, partyId);
  return actingPositions(viewer).find(
    ({ positionId, organisationId }) => organisationId === partyId && positionId === approver.positionId,
  );
}

/** Once the stages that ask for them are over, what was set is the coordinators' to put right. */
function setterOf(viewer: Viewer, agreement: ProposedAgreement): HeldPosition | undefined {
  const isOver = agreement.attributes !== undefined && !openCommands(agreement).includes('SetAttributes');
  return (isOver ? undefined : memberOfAny(viewer, agreement)) ?? coordinatorPosition(viewer);
}

function ownerOf(
  viewer: Viewer,
  agreement: ProposedAgreement,
  milestoneId: string | undefined,
): HeldPosition | undefined {
  const milestone = agreement.milestones.find((planned) => planned.milestoneId === milestoneId);
  // Whoever may see the agreement may also learn that it has no such milestone.
  if (!milestone) return memberOfAny(viewer, agreement) ?? coordinatorPosition(viewer);
  return memberOf(viewer, milestone.ownerPartyId);
}

function authorOf(
  viewer: Viewer,
  agreement: ProposedAgreement,
  commandId: string | undefined,
): HeldPosition | undefined {
  const entry = agreement.entries.find((line) => line.commandId === commandId);
  const member = entry && entry.actor !== viewer.personId ? undefined : memberOfAny(viewer, agreement);
  // A coordinator who asks for another's entry is told by the rule itself that it takes a second person.
  return member ?? coordinatorPosition(viewer);
}

/** Whoever asked may think better of it. */
function requesterOf(
  viewer: Viewer,
  agreement: ProposedAgreement,
  overrideId: string | undefined,
): HeldPosition | undefined {
  const override = agreement.overrides.find((asked) => asked.overrideId === overrideId);
  return override?.requestedBy === viewer.personId ? memberOfAny(viewer, agreement) : undefined;
}

/** Closes the switch: a command without a rule does not compile, and one from elsewhere is nobody's. */
function nobody(_never: never): HeldPosition | undefined {
  return undefined;
}
