import type { AgreementProposed, ReferenceNumberAssigned } from '@entente/agreement';
import type { Sha1 } from '@entente/canonical';
import { uuidV5 } from '@entente/canonical';
import { parseStreamName, streamName, type EventEnvelope } from '@entente/event-sourcing';

import type { Facts } from '../ports/facts.js';
import { NumberAgreement } from '../messages/agreement-messages.js';
import { AssignReferenceNumbers } from '../messages/register-messages.js';
import type { Automation, Reach } from './automation.js';

const NAME = 'when-agreement-proposed-then-number-it';

interface Register {
  readonly space: string;
  readonly kind: string;
  readonly year: number;
  readonly pattern: string;
}

type Proposed = EventEnvelope<AgreementProposed>;
type Assigned = EventEnvelope<ReferenceNumberAssigned>;

/**
 * Takes the next numbers of the register of their kind and year, in one append, then tells each agreement its own.
 * The register is asked first: whatever happens between the two, a number is one agreement's and no other's.
 */
export function whenAgreementProposedThenNumberIt(facts: Facts): Automation {
  return {
    name: NAME,
    categories: ['agreement'],
    async react(events, reach) {
      const proposed = events.filter(({ type }) => type === 'AgreementProposed');
      const placed: { readonly event: Proposed; readonly register: Register }[] = [];
      for (const event of proposed as unknown as Proposed[]) {
        placed.push({ event, register: await registerOf(event, facts) });
      }
      for (const ofOne of Map.groupBy(placed, ({ register }) => JSON.stringify(register)).values()) {
        const [first] = ofOne;
        const events = ofOne.map(({ event }) => event);
        if (first) await number(facts.sha1, first.register, events, reach);
      }
    },
  };
}

async function registerOf({ data, stream, space, recordedAt }: Proposed, facts: Facts): Promise<Register> {
  const { kind, definition } = data;
  const pattern = (await facts.definitionOf(space, definition))?.numberPattern;
  if (pattern === undefined) throw new Error(`${definition} is not known, so ${stream} gets no number`);
  const { year } = Temporal.Instant.from(recordedAt).toZonedDateTimeISO(facts.zone);
  return { space, kind, year, pattern };
}

async function number(
  sha1: Sha1,
  register: Register,
  proposed: readonly Proposed[],
  reach: Reach,
): Promise<void> {
  const { space, kind, year } = register;
  const name = `${kind}-${String(year)}`;
  const assigned = await assign(sha1, register, name, proposed, reach);
  const sender = { space, system: 'system:numbering' } as const;
  await Promise.all(
    proposed.map(async ({ id, stream, correlationId }) => {
      const agreementId = parseStreamName(stream).id;
      const own = assigned.get(agreementId);
      if (!own) throw new Error(`register ${name} gave ${agreementId} no number`);
      const header = { commandId: uuidV5(sha1, id, 'number'), causationId: id, correlationId };
      await reach.dispatch(
        new NumberAgreement(sender, header, agreementId, {
          type: 'NumberAgreement',
          number: own.data.number,
          register: `register-${name}@${String(own.revision)}`,
        }),
      );
    }),
  );
}

/** By agreement. Its number was perhaps assigned before, in other company: then the register's history has it. */
async function assign(
  sha1: Sha1,
  { space, kind, year, pattern }: Register,
  name: string,
  proposed: readonly Proposed[],
  reach: Reach,
): Promise<ReadonlyMap<string, Assigned>> {
  const [first] = proposed;
  if (!first) return new Map();
  const agreementIds = proposed.map(({ stream }) => parseStreamName(stream).id);
  const header = {
    commandId: uuidV5(sha1, first.id, ['assign', ...agreementIds].join(' ')),
    causationId: first.id,
    correlationId: first.correlationId,
  };
  const sender = { space, system: 'system:numbering' } as const;
  const body = { type: 'AssignReferenceNumbers', agreementIds, kind, year, pattern } as const;
  const now = byAgreement(await reach.dispatch(new AssignReferenceNumbers(sender, header, name, body)));
  if (agreementIds.every((agreementId) => now.has(agreementId))) return now;
  return byAgreement(await reach.history(streamName(space, 'register', name)));
}

function byAgreement(events: readonly EventEnvelope[]): ReadonlyMap<string, Assigned> {
  // A register's stream holds nothing else.
  return new Map((events as unknown as Assigned[]).map((event) => [event.data.agreementId, event]));
}
