import {
  agreementDecider,
  type Agreement,
  type AgreementFact,
  type Deadline,
  type ProposedAgreement,
} from '@entente/agreement';
import { parseStreamName, type RecordedEvent } from '@entente/event-sourcing';
import { tablesOf, type AnyTransaction, type Consumer, type ConsumerTools } from '@entente/platform';
import type { Insertable } from 'kysely';

import { searchText } from '../search-text.js';
import { StreamStates } from '../stream-states.js';
import type { ViewsTables } from '../tables.js';
import { AGREEMENT_BOARD, type AgreementBoardTable, type StoredDeadline } from './table.js';

type Row = Insertable<AgreementBoardTable>;

/** Above every due date in milliseconds, so that what has no deadline comes last. */
const AFTER_ALL_DEADLINES = 1e15;

/** A row is made anew from the agreement's state, which leaves out what was retracted. */
export class AgreementBoardProjection implements Consumer {
  readonly name = AGREEMENT_BOARD;
  readonly version = 1;
  readonly categories = ['agreement'];
  readonly #states = new StreamStates<Agreement, AgreementFact>(agreementDecider);

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void> {
    const streams = Map.groupBy(batch, ({ event }) => event.stream);
    const rows: Row[] = [];
    for (const [stream, events] of streams) {
      const state = await this.#states.after(stream, events, tools);
      const revision = events.at(-1)?.event.revision ?? 0;
      if (state.stage !== 'none') rows.push(boardRow(stream, state, revision));
    }
    const tables = tablesOf<ViewsTables>(tx);
    await tables
      .deleteFrom('views.agreement_board')
      .where('stream', 'in', [...streams.keys()])
      .execute();
    if (rows.length > 0) await tables.insertInto('views.agreement_board').values(rows).execute();
  }

  async clear(tx: AnyTransaction): Promise<void> {
    await tablesOf<ViewsTables>(tx).deleteFrom('views.agreement_board').execute();
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    await tablesOf<ViewsTables>(tx)
      .deleteFrom('views.agreement_board')
      .where('stream', '=', stream)
      .execute();
  }
}

function boardRow(stream: string, agreement: ProposedAgreement, revision: number): Row {
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
    title: JSON.stringify(agreement.title),
    field: field && JSON.stringify(field),
    stage: agreement.stage,
    stage_since: agreement.stageSince,
    parties: JSON.stringify(named),
    party_ids: parties.map(({ partyId }) => partyId),
    turn_who: turn.who,
    turn_since: turn.since,
    deadline: deadline && JSON.stringify(deadline),
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
