import type { AgreementCommandType } from './commands.js';
import { isConfirmable } from './overrides/still-possible.js';
import { standsOf } from './route/standing.js';
import { signingNow } from './signing/order.js';
import type { Milestone, Party, ProposedAgreement, Turn } from './state.js';
import { SIGNED_COPY } from './workflow/deadlines.js';
import { openCommands } from './workflow/definitions.js';

export type DutyCommand = Extract<
  AgreementCommandType,
  | 'InviteParty'
  | 'NameSignatory'
  | 'ReviseSection'
  | 'ApproveText'
  | 'NameApprovers'
  | 'EndorseText'
  | 'SubmitForSigning'
  | 'RecordSignature'
  | 'CloseDeclined'
  | 'PlanMilestone'
  | 'CompleteMilestone'
  | 'ConfirmMilestone'
  | 'SubmitForReview'
  | 'GiveVerdict'
  | 'ConcludeAgreement'
  | 'SetAttributes'
  | 'FileSignedCopy'
  | 'ConfirmOverride'
>;

/** One thing that somebody owes an agreement now, by the command that does it. */
export interface Duty {
  /** A party by id, or the coordinators' desk. */
  readonly who: Turn['who'][number];
  readonly command: DutyCommand;
  /** The position that signs: nobody else of the party can. */
  readonly positionId?: string;
  readonly milestoneId?: string;
  /** Of the party's approval route. */
  readonly post?: string;
  /** What waits for a second person, and who asked for it: anybody else may confirm it. */
  readonly override?: { readonly overrideId: string; readonly by: string };
  /** Told to the party's own people alone, or to all but them; absent: to everybody. */
  readonly toldTo?: 'own-side' | 'others';
}

/**
 * Whoever's turn it is owes something, and nobody else but for the signed copy and for what waits for a second person:
 * that is awaited from the coordinators whatever becomes of the agreement. `turn` says who, this says what.
 */
export function dutiesOf(agreement: ProposedAgreement): readonly Duty[] {
  const copyAwaited = agreement.deadlines.some(
    ({ kind, status }) => kind === SIGNED_COPY && status === 'open',
  );
  const copy: readonly Duty[] = copyAwaited ? [{ who: 'coordinator', command: 'FileSignedCopy' }] : [];
  return [...turnsDuties(agreement), ...copy, ...confirmations(agreement)];
}

function confirmations(agreement: ProposedAgreement): readonly Duty[] {
  return agreement.overrides
    .filter((override) => isConfirmable(agreement, override))
    .map(({ overrideId, requestedBy: by }) => ({
      who: 'coordinator',
      command: 'ConfirmOverride',
      override: { overrideId, by },
    }));
}

function turnsDuties(agreement: ProposedAgreement): readonly Duty[] {
  const open = openCommands(agreement);
  const ofParties = partiesDuties(agreement).filter(
    ({ command, who }) => open.includes(command) && agreement.turn.who.includes(who),
  );
  if (ofParties.length > 0) return ofParties;
  const command = coordinatorsNext(agreement).find((next) => open.includes(next));
  return command ? [{ who: 'coordinator', command }] : [];
}

function partiesDuties(agreement: ProposedAgreement): Duty[] {
  const { parties, milestones } = agreement;
  return [
    ...parties.flatMap((party) => draftingOf(party, agreement)),
    ...signingNow(agreement).flatMap(signatureOf),
    ...milestones.flatMap((milestone) => workOn(milestone, parties)),
  ];
}

function draftingOf(party: Party, agreement: ProposedAgreement): Duty[] {
  const { partyId, signatory, approvedHash } = party;
  const { textHash } = agreement;
  return [
    ...(signatory ? [] : [{ who: partyId, command: 'NameSignatory' } as const]),
    ...(textHash === null ? [{ who: partyId, command: 'ReviseSection' } as const] : []),
    ...(textHash !== null && approvedHash !== textHash ? approvalOf(party, agreement) : []),
  ];
}

/** The approval is the party's; who inside it holds it up is the party's own affair. */
function approvalOf(party: Party, agreement: ProposedAgreement): Duty[] {
  const { partyId: who } = party;
  const stands = standsOf(agreement, party);
  const up = stands.filter(({ asked, awaited }) => asked && awaited);
  if (up.length === 0) return [{ who, command: 'ApproveText' }];
  const inside = { who, toldTo: 'own-side' } as const;
  const silent = up.flatMap(({ approver, word }) => (approver && !word ? [approver] : []));
  // Whoever fills two posts of a step is asked once.
  const asked = silent.filter(
    ({ positionId }, at) => silent.findIndex((one) => one.positionId === positionId) === at,
  );
  return [
    { who, command: 'ApproveText', toldTo: 'others' },
    ...(stands.some(({ approver }) => !approver)
      ? [{ ...inside, command: 'NameApprovers' } as const]
      : asked.map(
          ({ post, positionId }) => ({ ...inside, command: 'EndorseText', positionId, post }) as const,
        )),
    // All have spoken, and not all agreed: with this text it goes no further.
    ...(up.every(({ word }) => word) ? [{ ...inside, command: 'ReviseSection' } as const] : []),
  ];
}

function signatureOf({ partyId, signatory }: Party): Duty[] {
  return signatory ? [{ who: partyId, command: 'RecordSignature', positionId: signatory.positionId }] : [];
}

function workOn({ milestoneId, ...milestone }: Milestone, parties: readonly Party[]): Duty[] {
  if (milestone.cancelled) return [];
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
    ...(milestones.every(({ cancelled }) => cancelled) ? (['PlanMilestone'] as const) : []),
    'SubmitForSigning',
    'SubmitForReview',
    agreement.verdict === undefined ? 'GiveVerdict' : 'ConcludeAgreement',
    ...(agreement.attributes === undefined ? (['SetAttributes'] as const) : []),
  ];
}
