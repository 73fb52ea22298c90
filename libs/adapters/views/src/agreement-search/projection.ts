import {
  agreementDecider,
  type Agreement,
  type AgreementFact,
  type ProposedAgreement,
} from '@entente/agreement';
import { parseStreamName } from '@entente/event-sourcing';

import { gramsOf } from '../grams.js';
import { searchText } from '../search-text.js';
import type { StateView } from '../state-projection.js';
import { AGREEMENT_SEARCH, type AgreementSearchTable } from './table.js';

/** Most events leave what is said as it was; the many entries of its index are then left alone. */
const SAYS_NOTHING: ReadonlySet<string> = new Set<AgreementFact['type']>([
  'StageEntered',
  'TextApproved',
  'TextServed',
  'CommentAdded',
  'CommentResolved',
  'CommentReopened',
  'SignatureRecorded',
  'PartySigned',
  'MilestoneCompleted',
  'MilestoneConfirmed',
  'DeadlineSet',
  'DeadlineMet',
  'DeadlineCancelled',
]);

/** Number, title, field, parties and the wording of every section, in both languages. */
export const agreementSearch: StateView<Agreement, AgreementFact, AgreementSearchTable> = {
  name: AGREEMENT_SEARCH,
  version: 1,
  category: 'agreement',
  decider: agreementDecider,
  table: 'agreement_search',
  rowsOfAStream: 'one',
  leavesRows: (events) => events.every(({ event }) => SAYS_NOTHING.has(event.type)),
  rowsOf: (stream, agreement) => (agreement.stage === null ? [] : [searchRow(stream, agreement)]),
};

function searchRow(stream: string, agreement: ProposedAgreement): AgreementSearchTable {
  const { number, title, field, parties, sections, milestones, annexes = [] } = agreement;
  const wordings = sections.flatMap(({ renditions }) =>
    Object.values(renditions).flatMap(({ heading, body }) => [heading, body]),
  );
  const text = searchText(
    number,
    title,
    field,
    ...parties.map(({ name }) => name),
    ...milestones.map((milestone) => milestone.title),
    ...annexes.map((annex) => annex.title),
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
