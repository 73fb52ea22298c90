import { createHash, randomBytes, randomUUID } from 'node:crypto';

import {
  agreementDecider,
  definitionOf,
  renditionHash,
  type Agreement,
  type AgreementCommand,
  type AgreementContext,
} from '@entente/agreement';
import { chinaCalendar } from '@entente/calendar';
import { isRefused, stamp, type EventEnvelope } from '@entente/event-sourcing';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const NOW = '2026-03-02T01:00:00.000Z';

/** A letter whose text is revised over and over, as the rules record it. */
export function longAgreement(stream: string, length: number): EventEnvelope[] {
  const definition = definitionOf('letter-of-intent@1');
  if (!definition) throw new Error('the letter of intent is gone');
  const context = {
    definition,
    calendar: chinaCalendar,
    zone: 'Asia/Shanghai',
    tzdb: '2026a',
    sha256,
    organisations: [],
    overrides: 'by-two' as const,
  };
  const events: EventEnvelope[] = [];
  let state = agreementDecider.initial;
  for (const command of commands()) {
    state = take(command, { stream, state, context, events });
    if (events.length >= length) break;
  }
  return events.slice(0, length);
}

function* commands(): Generator<AgreementCommand> {
  yield {
    type: 'ProposeAgreement',
    kind: 'letter-of-intent',
    title: { zh: '合作意向书', en: 'Letter of intent' },
  };
  let baseHash: string | null = null;
  for (let number = 0; ; number += 1) {
    const body =
      `Both sides name one person who answers for each result, and meet every quarter (${number}). `.repeat(
        3,
      );
    const text = { sectionId: 'exchange', rendition: 'en' as const, heading: `Exchange ${number}`, body };
    yield { type: 'ReviseSection', ...text, baseHash };
    baseHash = renditionHash(sha256, text);
  }
}

interface Writing {
  readonly stream: string;
  readonly state: Agreement;
  readonly context: AgreementContext;
  readonly events: EventEnvelope[];
}

function take(command: AgreementCommand, { stream, state, context, events }: Writing): Agreement {
  const commandId = randomUUID();
  const at = { now: NOW, actor: randomUUID(), commandId, nextRevision: events.length };
  const decision = agreementDecider.decide(state, command, { ...context, ...at });
  if (isRefused(decision)) throw new Error(`${command.type} was refused: ${decision.refused.code}`);
  for (const fact of stamp(decision, at)) {
    events.push({
      ...fact,
      data: fact.data as EventEnvelope['data'],
      id: randomUUID(),
      space: 'main',
      stream,
      schemaVersion: 1,
      bodyMac: 'ab'.repeat(32),
      causationId: commandId,
      correlationId: commandId,
      salt: randomBytes(16).toString('hex'),
    });
  }
  return stamp(decision, at).reduce((before, fact) => agreementDecider.evolve(before, fact), state);
}
