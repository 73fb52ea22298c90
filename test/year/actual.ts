import type { EventStore } from '@entente/event-sourcing';

import type { ReceivedMail } from '../support/smtp.js';
import { list, text, type Logged } from './logged.js';
import { named } from './naive-people.js';

/** The whole log as JSON. */
export async function factsOf(store: EventStore): Promise<readonly Logged[]> {
  const facts: Logged[] = [];
  for await (const { event } of store.readAll(undefined)) {
    const { recordedAt, ...rest } = JSON.parse(JSON.stringify(event)) as Logged & { recordedAt: string };
    facts.push({ ...rest, at: recordedAt });
  }
  return facts;
}

/** What became of every reminder, as the model would write it, with the address a mail of it came to. */
export function actualLines(facts: readonly Logged[], mails: readonly ReceivedMail[]): readonly string[] {
  const arrived = Map.groupBy(mails, ({ headers }) => headers.get('message-id') ?? '');
  const recorded = Map.groupBy(
    facts.filter(({ type }) => type === 'ReminderSent'),
    (fact) => text(fact, 'messageId'),
  );
  const unrecorded = [...arrived.keys()].filter((id) => !recorded.has(id));
  const lines = facts.flatMap((fact) => {
    const [, id] = named(fact.stream);
    const line = (deadline: string, step: string, more: string): string =>
      `${fact.at} ${fact.type} ${id} ${deadline} ${step} ${more}`.trim();
    const deadline = `${text(fact, 'deadlineId')}@${String(fact.data['version'])}`;
    const step = text(fact, 'step');
    const [positionId, personId] = [text(fact, 'positionId') || 'all', text(fact, 'personId') || '-'];
    switch (fact.type) {
      case 'ReminderSent': {
        const id = text(fact, 'messageId');
        const others = (recorded.get(id) ?? []).length - 1;
        // Whether what goes further up at one moment is one message or several is nobody's promise.
        const together = step.startsWith('escalate-') ? '' : ` with ${others}`;
        return [line(deadline, step, `${positionId} ${personId} ${addressOf(arrived.get(id))}${together}`)];
      }
      case 'ReminderSuppressed':
        return [
          text(fact, 'reason') === 'already-signed'
            ? line(deadline, step, `${positionId} - already-signed`)
            : line(deadline, step, `${positionId} ${personId} ${text(fact, 'reason')}`),
        ];
      case 'ReminderBounced':
        return [line(deadline, step, `${positionId} ${personId}`)];
      case 'DeadlineEscalated':
        return [line(deadline, step, list(fact, 'positionIds').toSorted().join('+'))];
      case 'RemindersClosed':
        return [line(deadline, list(fact, 'steps').toSorted().join('+'), text(fact, 'reason'))];
      case 'DeadlineMissed':
        return [line(`${text(fact, 'deadlineId')}@${versionOf(facts, fact)}`, 'elapse', '')];
      default:
        return [];
    }
  });
  return [...lines, ...unrecorded.map((id) => `a mail nobody recorded: ${id}`)];
}

function addressOf(mails: readonly ReceivedMail[] = []): string {
  return mails.length === 1 ? (mails[0]?.to.join() ?? '') : `${mails.length} mails`;
}

function versionOf(facts: readonly Logged[], missed: Logged): number {
  const set = facts.findLast(
    (fact) =>
      fact.stream === missed.stream &&
      fact.type === 'DeadlineSet' &&
      fact.revision < missed.revision &&
      text(fact, 'deadlineId') === text(missed, 'deadlineId'),
  );
  return set?.revision ?? -1;
}
