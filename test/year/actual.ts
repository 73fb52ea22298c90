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
  const lines = facts.flatMap((fact) => {
    const [, id] = named(fact.stream);
    const line = (deadline: string, step: string, more: string): string =>
      `${fact.at} ${fact.type} ${id} ${deadline} ${step} ${more}`.trim();
    const deadline = `${text(fact, 'deadlineId')}@${String(fact.data['version'])}`;
    const step = text(fact, 'step');
    const [positionId, personId] = [text(fact, 'positionId') || 'all', text(fact, 'personId') || '-'];
    switch (fact.type) {
      case 'ReminderSent':
        return [
          line(deadline, step, `${positionId} ${personId} ${addressOf(arrived, text(fact, 'messageId'))}`),
        ];
      case 'ReminderSuppressed':
        return [line(deadline, step, `${positionId} ${personId} ${text(fact, 'reason')}`)];
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
  return [...lines, ...[...arrived.keys()].map((id) => `a mail nobody recorded: ${id}`)];
}

/** Takes the mail: one that is left in the end was recorded by nobody. */
function addressOf(arrived: Map<string, ReceivedMail[]>, messageId: string): string {
  const mails = arrived.get(messageId) ?? [];
  arrived.delete(messageId);
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
