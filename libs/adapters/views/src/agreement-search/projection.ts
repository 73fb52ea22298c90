import {
  agreementDecider,
  type Agreement,
  type AgreementFact,
  type ProposedAgreement,
} from '@entente/agreement';
import { parseStreamName, type RecordedEvent } from '@entente/event-sourcing';
import type { AnyTransaction, Consumer, ConsumerTools } from '@entente/platform';

import { gramsOf } from '../grams.js';
import { searchText } from '../search-text.js';
import { StreamStates } from '../stream-states.js';
import { deleteStreams, insertRows, replacing, type Target } from '../write-rows.js';
import { AGREEMENT_SEARCH, type AgreementSearchTable } from './table.js';

const TABLE = 'agreement_search';

/** Most events leave what is said as it was; the many entries of its index are then left alone. */
const SAYS_NOTHING: ReadonlySet<string> = new Set<AgreementFact['type']>([
  'StageEntered',
  'TextApproved',
  'SignatureRecorded',
  'PartySigned',
  'MilestoneCompleted',
  'MilestoneConfirmed',
  'DeadlineSet',
  'DeadlineMet',
  'DeadlineCancelled',
]);

/** Number, title, field, parties and the wording of every section, in both languages. */
export class AgreementSearchProjection implements Consumer {
  readonly name = AGREEMENT_SEARCH;
  readonly version = 1;
  readonly categories = ['agreement'];
  readonly tables = [TABLE];
  readonly #states = new StreamStates<Agreement, AgreementFact>(agreementDecider);

  constructor(readonly schema = 'views') {}

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void> {
    const rows: AgreementSearchTable[] = [];
    const gone: string[] = [];
    for (const [stream, events] of Map.groupBy(batch, ({ event }) => event.stream)) {
      const state = await this.#states.after(stream, events, tools);
      if (events.every(({ event }) => SAYS_NOTHING.has(event.type))) continue;
      if (state.stage === null) gone.push(stream);
      else rows.push(searchRow(stream, state));
    }
    await deleteStreams(tx, this.#target, gone);
    await insertRows(tx, this.#target, rows, replacing('stream', rows[0]));
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    await deleteStreams(tx, this.#target, [stream]);
  }

  beside(schema: string): Consumer {
    return new AgreementSearchProjection(schema);
  }

  get #target(): Target {
    return { schema: this.schema, table: TABLE };
  }
}

function searchRow(stream: string, agreement: ProposedAgreement): AgreementSearchTable {
  const { number, title, field, parties, sections, milestones } = agreement;
  const wordings = sections.flatMap(({ renditions }) =>
    Object.values(renditions).flatMap(({ heading, body }) => [heading, body]),
  );
  const text = searchText(
    number,
    title,
    field,
    ...parties.map(({ name }) => name),
    ...milestones.map((milestone) => milestone.title),
    ...wordings,
  );
  return {
    stream,
    space: parseStreamName(stream).space,
    text,
    grams: gramsOf(text),
    signatory_ids: parties.flatMap(({ signatory }) => (signatory ? [signatory.positionId] : [])),
  };
}
