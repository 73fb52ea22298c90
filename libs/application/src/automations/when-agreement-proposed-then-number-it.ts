import { definitionOf, type AgreementProposed, type ReferenceNumberAssigned } from '@entente/agreement';
import type { Sha1 } from '@entente/canonical';
import { uuidV5 } from '@entente/canonical';
import { parseStreamName, type EventEnvelope } from '@entente/event-sourcing';

import { NumberAgreement } from '../messages/agreement-messages.js';
import type { Header } from '../messages/message.js';
import { AssignReferenceNumber } from '../messages/register-messages.js';
import type { Automation } from './automation.js';

const NAME = 'when-agreement-proposed-then-number-it';

/**
 * Takes the next number of the register of its kind and year, then tells the agreement.
 * The register is asked first: whatever happens between the two, the number is the agreement's and no other's.
 */
export function whenAgreementProposedThenNumberIt(sha1: Sha1, zone: string): Automation {
  return {
    name: NAME,
    categories: ['agreement'],
    async react(event, dispatch) {
      if (event.type !== 'AgreementProposed') return;
      const { kind, definition } = (event as unknown as EventEnvelope<AgreementProposed>).data;
      const pattern = definitionOf(definition)?.numberPattern;
      if (pattern === undefined)
        throw new Error(`${definition} is not known, so ${event.stream} gets no number`);
      const agreementId = parseStreamName(event.stream).id;
      const year = Temporal.Instant.from(event.recordedAt).toZonedDateTimeISO(zone).year;
      const register = `${kind}-${String(year)}`;
      const sender = { space: event.space, system: 'system:numbering' } as const;
      const header = (step: string): Header => ({
        commandId: uuidV5(sha1, event.id, step),
        causationId: event.id,
        correlationId: event.correlationId,
      });
      const body = { type: 'AssignReferenceNumber', agreementId, kind, year, pattern } as const;
      const events = await dispatch(new AssignReferenceNumber(sender, header('assign'), register, body));
      const assigned = events.find(({ type }) => type === 'ReferenceNumberAssigned');
      if (!assigned) throw new Error(`register ${register} gave ${agreementId} no number`);
      const { number } = (assigned as unknown as EventEnvelope<ReferenceNumberAssigned>).data;
      const from = `register-${register}@${String(assigned.revision)}`;
      await dispatch(
        new NumberAgreement(sender, header('number'), agreementId, {
          type: 'NumberAgreement',
          number,
          register: from,
        }),
      );
    },
  };
}
