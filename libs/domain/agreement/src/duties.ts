import type { AgreementCommandType } from './commands.js';
import type { Milestone, Party, ProposedAgreement, Turn } from './state.js';
import type { WorkflowDefinition } from './workflow/definition.js';
import { commandsOpenIn } from './workflow/definitions.js';

export type DutyCommand = Extract<
  AgreementCommandType,
  | 'InviteParty'
  | 'NameSignatory'
  | 'ReviseSection'
  | 'ApproveText'
  | 'SubmitForSigning'
  | 'RecordSignature'
  | 'CloseDeclined'
  | 'PlanMilestone'
  | 'CompleteMilestone'
  | 'ConfirmMilestone'
  | 'SubmitForReview'
  | 'GiveVerdict'
  | 'ConcludeAgreement'
>;

/** One thing that somebody owes an agreement now, by the command that does it. */
export interface Duty {
  /** A party by id, or the coordinators' desk. */
  readonly who: Turn['who'][number];
  readonly command: DutyCommand;
  /** The position that signs: nobody else of the party can. */
  readonly positionId?: string;
  readonly milestoneId?: string;
}

/** Whoever's turn it is owes something, and nobody else: `turn` says who, this says what. */
export function dutiesOf(agreement: ProposedAgreement, definition: WorkflowDefinition): readonly Duty[] {
  const open = commandsOpenIn(definition, agreement.stage);
  const ofParties = partiesDuties(agreement).filter(({ command }) => open.includes(command));
  if (ofParties.length > 0 && !agreement.turn.who.includes('coordinator')) return ofParties;
  const command = coordinatorsNext(agreement).find((next) => open.includes(next));
  return command ? [{ who: 'coordinator', command }] : [];
}

function partiesDuties(agreement: ProposedAgreement): Duty[] {
  const { parties, milestones } = agreement;
  return [
    ...parties.flatMap((party) => [...draftingOf(party, agreement), ...signatureOf(party)]),
    ...milestones.flatMap((milestone) => workOn(milestone, parties)),
  ];
}

function draftingOf({ partyId, signatory, approvedHash }: Party, { textHash }: ProposedAgreement): Duty[] {
  return [
    ...(signatory ? [] : [{ who: partyId, command: 'NameSignatory' } as const]),
    ...(textHash === null ? [{ who: partyId, command: 'ReviseSection' } as const] : []),
    ...(textHash !== null && approvedHash !== textHash
      ? [{ who: partyId, command: 'ApproveText' } as const]
      : []),
  ];
}

function signatureOf({ partyId, signatory, signed, declined }: Party): Duty[] {
  if (!signatory || signed || declined) return [];
  return [{ who: partyId, command: 'RecordSignature', positionId: signatory.positionId }];
}

function workOn({ milestoneId, ...milestone }: Milestone, parties: readonly Party[]): Duty[] {
  if (milestone.completedOn === undefined)
    return [{ who: milestone.ownerPartyId, command: 'CompleteMilestone', milestoneId }];
  return parties
    .filter(({ partyId }) => !milestone.confirmedBy.includes(partyId))
    .map(({ partyId }) => ({ who: partyId, command: 'ConfirmMilestone', milestoneId }));
}

/** In the order of sense: the first one that the stage takes. */
function coordinatorsNext(agreement: ProposedAgreement): readonly DutyCommand[] {
  const { parties, milestones } = agreement;
  return [
    ...(parties.length < 2 ? (['InviteParty'] as const) : []),
    ...(parties.some(({ declined }) => declined) ? (['CloseDeclined'] as const) : []),
    ...(milestones.length === 0 ? (['PlanMilestone'] as const) : []),
    'SubmitForSigning',
    'SubmitForReview',
    agreement.verdict === undefined ? 'GiveVerdict' : 'ConcludeAgreement',
  ];
}
