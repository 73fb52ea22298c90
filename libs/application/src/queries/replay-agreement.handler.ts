import { shownTo } from '@entente/access';
import { agreementDecider, type AgreementFact, type ProposedAgreement } from '@entente/agreement';
import { canonicalText } from '@entente/canonical';
import { stateOf, type RecordedEvent } from '@entente/event-sourcing';
import { sentence } from '@entente/narrative';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Facts } from '../ports/facts.js';
import { NameDirectory, NumberIndex } from '../ports/ports.js';
import type { AgreementReplay } from './agreement-answers.js';
import { namedIn, namesFor } from './names.js';
import { ReplayAgreement, type Moment } from './queries.js';
import { readAgreement } from './read-agreement.js';

/** Its place in the history is known to all; what stands there is not. */
const NOT_FOR_YOU = {
  zh: '此处有一条不对您公开的记录。',
  en: 'Something was written here that is not for you.',
};

/** Folds the history up to a moment. Retractions after that moment had not happened yet, so they do not count. */
@QueryHandler(ReplayAgreement)
export class ReplayAgreementHandler implements IQueryHandler<ReplayAgreement> {
  constructor(
    private readonly facts: Facts,
    private readonly numbers: NumberIndex,
    private readonly names: NameDirectory,
  ) {}

  async execute(query: ReplayAgreement): Promise<AgreementReplay | 'before-its-beginning' | undefined> {
    const { viewer } = query.asked;
    const read = await readAgreement(this.facts.store, this.numbers, viewer, query.agreement);
    if (!read) return undefined;
    const past = historyUntil(read.history, query.moment);
    const last = past.at(-1);
    const agreement = stateAfter(past);
    if (!last || !agreement) return 'before-its-beginning';
    const found = await this.names.namesOf(viewer.space, namedIn([last.event]));
    const definition = await this.facts.definitionOf(viewer.space, agreement.definition);
    const names = namesFor(found, agreement.milestones, definition);
    const event = await this.facts.read(last.event);
    return {
      agreementId: read.agreementId,
      revision: last.event.revision,
      lastRevision: read.history.length - 1,
      recordedAt: last.event.recordedAt,
      definition: agreement.definition,
      // Over what is sealed as it is sealed: erasing changes no hash.
      stateHash: this.facts.sha256(canonicalText(agreement)),
      agreement: await this.facts.read(shownTo(viewer, agreement, read.hidden)),
      sentence: read.hidden.has(event.commandId)
        ? NOT_FOR_YOU
        : { zh: sentence(event, names, 'zh'), en: sentence(event, names, 'en') },
    };
  }
}

function historyUntil(
  history: readonly RecordedEvent<AgreementFact>[],
  moment: Moment,
): readonly RecordedEvent<AgreementFact>[] {
  if ('revision' in moment) return history.slice(0, moment.revision + 1);
  const until = Temporal.Instant.from(moment.at);
  return history.filter(
    ({ event }) => Temporal.Instant.compare(Temporal.Instant.from(event.recordedAt), until) <= 0,
  );
}

function stateAfter(history: readonly RecordedEvent<AgreementFact>[]): ProposedAgreement | undefined {
  const state = stateOf(
    agreementDecider,
    history.map(({ event }) => event),
  );
  return state.stage === null ? undefined : state;
}
