import { possibleCommands } from '@entente/access';
import type { ProposedAgreement } from '@entente/agreement';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Facts } from '../ports/facts.js';
import { NameDirectory, NumberIndex } from '../ports/ports.js';
import type { AgreementDetail } from './agreement-answers.js';
import { GetAgreement } from './queries.js';
import { readAgreement } from './read-agreement.js';

/** Reads the stream itself, so a button pressed a moment ago shows at once. */
@QueryHandler(GetAgreement)
export class GetAgreementHandler implements IQueryHandler<GetAgreement> {
  constructor(
    private readonly facts: Facts,
    private readonly numbers: NumberIndex,
    private readonly names: NameDirectory,
  ) {}

  async execute({ asked, agreement: idOrNumber }: GetAgreement): Promise<AgreementDetail | undefined> {
    const read = await readAgreement(this.facts.store, this.numbers, asked.viewer, idOrNumber);
    const last = read?.history.at(-1);
    if (!read || !last) return undefined;
    const { entries: _entries, ...agreement } = await this.facts.read(read.agreement);
    const definition = await this.facts.definitionOf(asked.viewer.space, read.agreement.definition);
    const names = await this.names.namesOf(asked.viewer.space, mentionedIn(read.agreement));
    return {
      agreementId: read.agreementId,
      revision: last.event.revision,
      position: last.position,
      agreement,
      possible: definition
        ? possibleCommands(asked.viewer, read.agreement, definition, this.facts.now(asked.viewer.space))
        : [],
      names: Object.fromEntries(names),
    };
  }
}

function mentionedIn(agreement: ProposedAgreement): string[] {
  const positions = agreement.parties.flatMap(({ signatory }) => (signatory ? [signatory.positionId] : []));
  const { originals = [], signedCopies = [], deskId } = agreement;
  return [
    agreement.proposedBy,
    ...(deskId === undefined ? [] : [deskId]),
    ...agreement.overrides.flatMap(({ requestedBy, action }) =>
      'partyId' in action ? [requestedBy, action.partyId] : [requestedBy],
    ),
    ...agreement.parties.map(({ partyId }) => partyId),
    ...positions,
    ...originals.map(({ holderId }) => holderId),
    ...(agreement.comments ?? []).flatMap(({ by, resolved }) => [by, ...(resolved ? [resolved.by] : [])]),
    ...(agreement.routes ?? []).flatMap(({ words }) => words.map(({ by }) => by)),
    ...signedCopies.map(({ checkedBy }) => checkedBy),
  ];
}
