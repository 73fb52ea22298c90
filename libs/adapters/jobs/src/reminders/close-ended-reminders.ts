import type { Facts } from '@entente/application';
import { parseStreamName, type RecordedEvent } from '@entente/event-sourcing';
import type { Reactor } from '@entente/platform';
import { closuresOf, type CloseReminders } from '@entente/reminder';

import { readAgreementHistory, readReminders, record, type Cause } from './record.js';

/** A DeadlineSet ends an earlier one of its id; an EntryRetracted may take a deadline back. */
const ENDING: ReadonlySet<string> = new Set([
  'DeadlineMet',
  'DeadlineCancelled',
  'DeadlineSet',
  'EntryRetracted',
]);

/**
 * When a deadline ended, then its remaining reminders are closed, in one record. An automation of its own and not the
 * plan's follow-up: rows are made again in every rebuild, a record is made once.
 */
export function closeEndedReminders(facts: Facts): Reactor {
  const reactToAll = async (events: readonly RecordedEvent[]): Promise<void> => {
    // A history is looked through once, however many of its lines may have ended something: the last stands for them.
    const last = new Map<string, RecordedEvent['event']>();
    for (const { event } of events) if (ENDING.has(event.type)) last.set(event.stream, event);
    for (const event of last.values()) {
      const { space, id } = parseStreamName(event.stream);
      await closeEnded(facts, { space, agreementId: id }, event);
    }
  };
  return {
    name: 'when-deadline-ended-then-close-its-reminders',
    categories: ['agreement'],
    react: (event) => reactToAll([event]),
    reactToAll,
  };
}

/** Closes what is to be closed of an agreement, or of one of its deadlines; harmless when nothing is. */
export async function closeEnded(
  facts: Facts,
  about: { readonly space: string; readonly agreementId: string },
  cause: Cause,
  which: (closure: CloseReminders) => boolean = () => true,
): Promise<void> {
  const history = await readAgreementHistory(facts, about.space, about.agreementId);
  const names = history.flatMap((event) => (event.type === 'DeadlineSet' ? [event.data.calendar] : []));
  const calendars = await facts.calendarsNamed(about.space, names);
  const reminders = await readReminders(facts, about.space, about.agreementId);
  const closures = closuresOf(about.agreementId, history, calendars, reminders.policies, reminders);
  for (const closure of closures.filter(which)) {
    await record(facts, about, cause, [cause.id, closure.deadlineId, String(closure.version)], closure);
  }
}
