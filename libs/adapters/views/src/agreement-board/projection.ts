import {
  agreementDecider,
  isRunning,
  type Agreement,
  type AgreementFact,
  type Deadline,
  type ProposedAgreement,
} from '@entente/agreement';
import { parseStreamName } from '@entente/event-sourcing';

import { searchText } from '../search-text.js';
import { AFTER_ALL_DEADLINES } from '../sort-key.js';
import type { StateView } from '../state-projection.js';
import { AGREEMENT_BOARD, type AgreementBoardTable, type StoredDeadline } from './table.js';

/** A row is made anew from the agreement's state, which leaves out what was retracted. */
export const agreementBoard: StateView<Agreement, AgreementFact, AgreementBoardTable> = {
  name: AGREEMENT_BOARD,
  version: 4,
  category: 'agreement',
  decider: agreementDecider,
  table: 'agreement_board',
  rowsOf: (stream, agreement, revision) =>
    agreement.stage === null ? [] : [boardRow(stream, agreement, revision)],
};

function boardRow(stream: string, agreement: ProposedAgreement, revision: number): AgreementBoardTable {
  const { space, id } = parseStreamName(stream);
  const { number = null, field = null, parties, turn } = agreement;
  const deadline = nextDeadline(agreement.deadlines);
  const named = parties.map(({ partyId, name, role }) => ({ partyId, name, role }));
  return {
    stream,
    space,
    agreement_id: id,
    number,
    kind: agreement.kind,
    definition: agreement.definition,
    attributes: agreement.attributes ?? null,
    title: agreement.title,
    field,
    stage: agreement.stage,
    stage_since: agreement.stageSince,
    parties: named,
    party_ids: parties.map(({ partyId }) => partyId),
    turn_who: turn.who,
    turn_since: turn.since,
    deadline,
    due_at: deadline?.dueAt ?? null,
    sort_key: deadline ? Date.parse(deadline.dueAt) : AFTER_ALL_DEADLINES - Date.parse(agreement.stageSince),
    search: searchText(number, agreement.title, field, ...parties.map(({ name }) => name)),
    revision,
    proposed_at: agreement.proposedAt,
    desk_id: agreement.deskId ?? null,
  };
}

function nextDeadline(deadlines: readonly Deadline[]): StoredDeadline | null {
  const [next] = deadlines
    .filter(isRunning)
    .toSorted((one, other) => compare(one.dueAt, other.dueAt) || compare(one.deadlineId, other.deadlineId));
  if (!next) return null;
  const { deadlineId, kind, localDate, dueAt, provisional } = next;
  return { deadlineId, kind, localDate, dueAt, provisional };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
