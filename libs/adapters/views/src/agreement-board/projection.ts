import {
  agreementDecider,
  type Agreement,
  type AgreementFact,
  type Deadline,
  type ProposedAgreement,
} from '@entente/agreement';
import { parseStreamName, type RecordedEvent } from '@entente/event-sourcing';
import type { AnyTransaction, Consumer, ConsumerTools } from '@entente/platform';

import { searchText } from '../search-text.js';
import { StreamStates } from '../stream-states.js';
import { deleteStreams, insertRows, replacing, type Target } from '../write-rows.js';
import { AGREEMENT_BOARD, type AgreementBoardTable, type StoredDeadline } from './table.js';

const TABLE = 'agreement_board';

/** Above every due date in milliseconds, so that what has no deadline comes last. */
const AFTER_ALL_DEADLINES = 1e15;

/** A row is made anew from the agreement's state, which leaves out what was retracted. */
export class AgreementBoardProjection implements Consumer {
  readonly name = AGREEMENT_BOARD;
  readonly version = 1;
  readonly categories = ['agreement'];
  readonly tables = [TABLE];
  readonly #states = new StreamStates<Agreement, AgreementFact>(agreementDecider);

  constructor(readonly schema = 'views') {}

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void> {
    const rows: AgreementBoardTable[] = [];
    const gone: string[] = [];
    for (const [stream, events] of Map.groupBy(batch, ({ event }) => event.stream)) {
      const state = await this.#states.after(stream, events, tools);
      if (state.stage === null) gone.push(stream);
      else rows.push(boardRow(stream, state, events.at(-1)?.event.revision ?? 0));
    }
    await deleteStreams(tx, this.#target, gone);
    await insertRows(tx, this.#target, rows, replacing('stream', rows[0]));
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    await deleteStreams(tx, this.#target, [stream]);
  }

  beside(schema: string): Consumer {
    return new AgreementBoardProjection(schema);
  }

  get #target(): Target {
    return { schema: this.schema, table: TABLE };
  }
}

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
  };
}

function nextDeadline(deadlines: readonly Deadline[]): StoredDeadline | null {
  const [next] = deadlines
    .filter(({ status }) => status === 'open')
    .toSorted((one, other) => compare(one.dueAt, other.dueAt) || compare(one.deadlineId, other.deadlineId));
  if (!next) return null;
  const { deadlineId, kind, localDate, dueAt, provisional } = next;
  return { deadlineId, kind, localDate, dueAt, provisional };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
