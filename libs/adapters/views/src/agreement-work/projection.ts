import {
  agreementDecider,
  dutiesOf,
  isRunning,
  type Agreement,
  type AgreementFact,
  type Deadline,
  type Duty,
  type ProposedAgreement,
} from '@entente/agreement';
import { parseStreamName } from '@entente/event-sourcing';

import { AFTER_ALL_DEADLINES } from '../sort-key.js';
import type { StateView } from '../state-projection.js';
import { AGREEMENT_WORK, type AgreementWorkTable } from './table.js';

/** What is owed, by whom: rows are made anew from the agreement's state, which leaves out what was retracted. */
export const agreementWork: StateView<Agreement, AgreementFact, AgreementWorkTable> = {
  name: AGREEMENT_WORK,
  version: 5,
  category: 'agreement',
  decider: agreementDecider,
  table: 'agreement_work',
  key: 'ordinal',
  rowsOf: (stream, agreement) => (agreement.stage === null ? [] : workRows(stream, agreement)),
};

function workRows(stream: string, agreement: ProposedAgreement): AgreementWorkTable[] {
  const { space, id } = parseStreamName(stream);
  const { title, stage, parties, number = null } = agreement;
  const named = parties.map(({ partyId, name, role }) => ({ partyId, name, role }));
  return dutiesOf(agreement).map((duty, ordinal) => ({
    stream,
    ordinal,
    space,
    agreement_id: id,
    number,
    title,
    stage,
    parties: named,
    party_ids: parties.map(({ partyId }) => partyId),
    who: duty.who,
    since: begunFor(duty, agreement),
    command: duty.command,
    ...subjectOf(duty, agreement),
    ...dueOf(duty, agreement),
    told_to: duty.toldTo ?? 'all',
    desk_id: agreement.deskId ?? null,
    override_id: duty.override?.overrideId ?? null,
    asked_by: duty.override?.by ?? null,
  }));
}

/**
 * Since when it waits for them: the signed copy since the last signature, a second person since they were asked, all
 * else since it came to be their turn.
 */
function begunFor(
  { who, command, override }: Duty,
  { turn, signedAt, overrides }: ProposedAgreement,
): string {
  const asked = overrides.find(({ overrideId }) => overrideId === override?.overrideId);
  if (asked) return asked.requestedAt;
  const began = command === 'FileSignedCopy' ? signedAt : turn.began[turn.who.indexOf(who)];
  return began ?? turn.since;
}

type Subject = Pick<
  AgreementWorkTable,
  'position_id' | 'position_title' | 'milestone_id' | 'milestone_title'
>;

function subjectOf(duty: Duty, { parties, milestones, routes = [] }: ProposedAgreement): Subject {
  const signatory = parties.find(({ partyId }) => partyId === duty.who)?.signatory;
  const approvers = routes.find(({ partyId }) => partyId === duty.who)?.approvers ?? [];
  const position = [...approvers, ...(signatory ? [signatory] : [])].find(
    ({ positionId }) => positionId === duty.positionId,
  );
  const milestone = milestones.find(({ milestoneId }) => milestoneId === duty.milestoneId);
  return {
    position_id: duty.positionId ?? null,
    position_title: position?.title ?? null,
    milestone_id: duty.milestoneId ?? null,
    milestone_title: milestone?.title ?? null,
  };
}

type Due = Pick<AgreementWorkTable, 'due_on' | 'due_at' | 'provisional' | 'sort_key'>;

function dueOf(duty: Duty, agreement: ProposedAgreement): Due {
  const { deadlines } = agreement;
  const deadline = deadlines.find((one) => isRunning(one) && isFor(duty, one));
  if (!deadline)
    return {
      due_on: null,
      due_at: null,
      provisional: false,
      sort_key: AFTER_ALL_DEADLINES + Date.parse(begunFor(duty, agreement)),
    };
  const { localDate, dueAt, provisional } = deadline;
  return { due_on: localDate, due_at: dueAt, provisional, sort_key: Date.parse(dueAt) };
}

/** Whether doing what is owed meets the deadline. */
export function isFor({ command, milestoneId }: Duty, { kind, subject }: Deadline): boolean {
  if (command === 'ConfirmOverride') return false;
  if (command === 'FileSignedCopy') return kind === 'signed-copy';
  return milestoneId === undefined ? kind === 'stage' : kind === 'milestone' && subject === milestoneId;
}
