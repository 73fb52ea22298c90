import {
  agreementDecider,
  type Agreement,
  type AgreementFact,
  type ProposedAgreement,
  type Section,
} from '@entente/agreement';
import { parseStreamName } from '@entente/event-sourcing';

import { gramsOf } from '../grams.js';
import { searchText } from '../search-text.js';
import type { StateView } from '../state-projection.js';
import { ABOUT, AGREEMENT_SEARCH, type AgreementTextsTable } from './table.js';

/** Most events leave what is said as it was. */
const SAYS_NOTHING: ReadonlySet<string> = new Set<AgreementFact['type']>([
  'StageEntered',
  'DefinitionMigrated',
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

/** Its grams follow from its text. */
type Row = Omit<AgreementTextsTable, 'grams'>;

/** Number, title, field, parties and the wording of every section, in both languages. */
export const agreementSearch: StateView<Agreement, AgreementFact, Row> = {
  name: AGREEMENT_SEARCH,
  version: 2,
  category: 'agreement',
  decider: agreementDecider,
  table: 'agreement_texts',
  key: 'part',
  leavesRows: (events) => events.every(({ event }) => SAYS_NOTHING.has(event.type)),
  rowsOf: (stream, agreement) => (agreement.stage === null ? [] : parts(stream, agreement)),
  completed: (row): AgreementTextsTable => ({ ...row, grams: gramsOf(row.text) }),
};

function parts(stream: string, agreement: ProposedAgreement): Row[] {
  const { space } = parseStreamName(stream);
  const { number, title, field, parties, sections, milestones, annexes = [] } = agreement;
  const about = searchText(
    number,
    title,
    field,
    ...parties.map(({ name }) => name),
    ...milestones.map((milestone) => milestone.title),
    ...annexes.map((annex) => annex.title),
  );
  const signatoryIds = parties.flatMap(({ signatory }) => (signatory ? [signatory.positionId] : []));
  return [
    { stream, part: ABOUT, space, text: about, signatory_ids: signatoryIds },
    ...sections.map((section) => ({
      stream,
      part: section.sectionId,
      space,
      text: wordingOf(section),
      signatory_ids: [],
    })),
  ];
}

/** A section that was not revised is the same object in the next state. */
const wordings = new WeakMap<Section, string>();

function wordingOf(section: Section): string {
  const known = wordings.get(section);
  if (known !== undefined) return known;
  const wording = searchText(
    ...Object.values(section.renditions).flatMap(({ heading, body }) => [heading, body]),
  );
  wordings.set(section, wording);
  return wording;
}
