import {
  postsAwaited,
  type AgreementCommand,
  type ProposedAgreement,
  type WorkflowDefinition,
} from '@entente/agreement';

import type { Step } from './scenario-file.js';

/** What the fields of a command are filled in from. */
export interface Ground {
  readonly definition: WorkflowDefinition;
  readonly agreement: ProposedAgreement | undefined;
  readonly parties: readonly { readonly partyId: string; readonly role: string }[];
  /** The party that the step is about. */
  readonly party: { readonly partyId: string; readonly positionId: string } | undefined;
  readonly today: string;
}

const REASON = 'As the scenario says.';
const IN_A_MONTH = { days: 30 };

/** The command of a step: what it does not say is what most often holds. */
export function commandOf({ do: type, with: said = {} }: Step, ground: Ground): AgreementCommand {
  // A command that does not exist, or a field that it does not have, is refused by what it is sent to.
  return { type, ...usual(type, ground), ...said } as unknown as AgreementCommand;
}

function usual(type: string, ground: Ground): object {
  const { definition, agreement, parties, party, today } = ground;
  const partyId = party?.partyId;
  const milestoneId = agreement?.milestones.at(-1)?.milestoneId;
  switch (type) {
    case 'ProposeAgreement':
      return { kind: definition.kind, title: { en: 'A scenario', zh: '情景' }, parties };
    case 'NameSignatory':
    case 'HandOverSigning':
      return { partyId, positionId: party?.positionId };
    case 'InviteParty':
      return { partyId };
    case 'NameApprovers':
      return { partyId, approvers: approversOf(ground) };
    case 'EndorseText':
      return { partyId, post: postUp(ground), textHash: agreement?.textHash ?? '' };
    case 'ReturnText':
      return { partyId, post: postUp(ground), textHash: agreement?.textHash ?? '', reason: REASON };
    case 'ApproveText':
      return { partyId, textHash: agreement?.textHash ?? '' };
    case 'RecordSignature':
      return { partyId, means: 'ink', signedOn: today };
    case 'DeclineSigning':
      return { partyId, reason: REASON };
    case 'ReopenDrafting':
    case 'WithdrawAgreement':
      return { reason: REASON };
    case 'PlanMilestone': {
      const dueOn = Temporal.PlainDate.from(today).add(IN_A_MONTH).toString();
      return { kind: 'research', title: { en: 'A study', zh: '调研' }, ownerPartyId: partyId, dueOn };
    }
    case 'CompleteMilestone':
      return { milestoneId, completedOn: today };
    case 'ConfirmMilestone':
      return { milestoneId, partyId };
    case 'CancelMilestone':
      return { milestoneId, reason: REASON };
    case 'GiveVerdict':
      return { outcome: 'passed', report: REASON };
    default:
      return partyId === undefined ? {} : { partyId };
  }
}

const partyIn = ({ agreement, party }: Ground) =>
  agreement?.parties.find(({ partyId }) => partyId === party?.partyId);

/** The party's one position for every post of its route. */
function approversOf(ground: Ground): readonly object[] {
  const route = partyIn(ground)?.approvalRoute ?? [];
  return route.flatMap(({ posts }) =>
    posts.map(({ name }) => ({ post: name, positionId: ground.party?.positionId })),
  );
}

/** The first post of the party's route that has not agreed. */
function postUp(ground: Ground): string | undefined {
  const party = partyIn(ground);
  return party && ground.agreement && postsAwaited(ground.agreement, party)[0];
}
