import { agreementDecider, textDifference, type AgreementFact, type TextSet } from '@entente/agreement';
import { effective, stateOf, type EventEnvelope, type RecordedEvent } from '@entente/event-sourcing';
import { entryTitle } from '@entente/narrative';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Facts } from '../ports/facts.js';
import { NameDirectory, NumberIndex } from '../ports/ports.js';
import { namedIn, namesFor } from './names.js';
import type { Asked } from './queries.js';
import { readAgreement } from './read-agreement.js';
import type { AgreementText, AgreementTextDifference, TextRevision } from './text-answers.js';

/** The text after a revision, absent: now; undefined when there is none that the viewer may see. */
export class GetText extends Query<AgreementText | undefined> {
  constructor(
    readonly asked: Asked,
    readonly agreement: string,
    readonly at: number | undefined,
  ) {
    super();
  }
}

export class CompareTexts extends Query<AgreementTextDifference | undefined> {
  constructor(
    readonly asked: Asked,
    readonly agreement: string,
    readonly from: number,
    readonly to: number,
  ) {
    super();
  }
}

type Event = EventEnvelope<AgreementFact>;

const TEXT_EVENTS: readonly string[] = [
  'SectionRevised',
  'AnnexAttached',
  'AnnexRemoved',
  'TextFileProvided',
  'TextFileRemoved',
] satisfies AgreementFact['type'][];

@QueryHandler(GetText)
export class GetTextHandler implements IQueryHandler<GetText> {
  constructor(
    private readonly facts: Facts,
    private readonly numbers: NumberIndex,
    private readonly names: NameDirectory,
  ) {}

  async execute({ asked, agreement, at }: GetText): Promise<AgreementText | undefined> {
    const { viewer } = asked;
    const read = await readAgreement(this.facts.store, this.numbers, viewer, agreement);
    if (!read) return undefined;
    const revision = at ?? read.history.length - 1;
    const text = textAfter(read.history, revision);
    if (!text) return undefined;
    const entries = [
      ...Map.groupBy(effectiveEvents(read.history), ({ commandId }) => commandId).values(),
    ].filter((entry) => entry.some(({ type }) => TEXT_EVENTS.includes(type)));
    const found = await this.names.namesOf(viewer.space, namedIn(entries.flat()));
    const names = namesFor(found);
    const { sections, textFiles = [], annexes = [], textHash } = text;
    const revisions = entries.map((entry): TextRevision => {
      const last = entry.findLast(({ type }) => TEXT_EVENTS.includes(type));
      if (!last || !('textHash' in last.data)) throw new Error('an entry of the text holds no text');
      return {
        revision: last.revision,
        textHash: last.data.textHash,
        recordedAt: last.recordedAt,
        title: { zh: entryTitle(entry, names, 'zh'), en: entryTitle(entry, names, 'en') },
      };
    });
    const { agreementId } = read;
    const set = { textHash, sections, textFiles, annexes };
    return { agreementId, revision, ...set, revisions: revisions.toReversed() };
  }
}

@QueryHandler(CompareTexts)
export class CompareTextsHandler implements IQueryHandler<CompareTexts> {
  constructor(
    private readonly facts: Facts,
    private readonly numbers: NumberIndex,
  ) {}

  async execute(query: CompareTexts): Promise<AgreementTextDifference | undefined> {
    const { from, to } = query;
    const read = await readAgreement(this.facts.store, this.numbers, query.asked.viewer, query.agreement);
    const before = read && textAfter(read.history, from);
    const after = read && textAfter(read.history, to);
    if (!before || !after) return undefined;
    return {
      agreementId: read.agreementId,
      from: { revision: from, textHash: before.textHash },
      to: { revision: to, textHash: after.textHash },
      ...textDifference(before, after),
    };
  }
}

export const textQueryHandlers = [GetTextHandler, CompareTextsHandler] as const;

/** As it stood then: what was taken back later had not been yet. */
function textAfter(history: readonly RecordedEvent<AgreementFact>[], revision: number): TextSet | undefined {
  if (revision >= history.length) return undefined;
  const events = history.slice(0, revision + 1).map(({ event }) => event);
  const state = stateOf(agreementDecider, events);
  return state.stage === null ? undefined : state;
}

function effectiveEvents(history: readonly RecordedEvent<AgreementFact>[]): readonly Event[] {
  return effective(history.map(({ event }) => event));
}
