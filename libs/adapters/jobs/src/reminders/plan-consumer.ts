import type { Calendar } from '@entente/calendar';
import { parseStreamName, streamName, type LogPosition, type RecordedEvent } from '@entente/event-sourcing';
import { tablesOf, type AnyTransaction, type Consumer, type ConsumerTools } from '@entente/platform';

import { planRows } from './plan-rows.js';
import type { ReminderTables } from './plan-table.js';

export const REMINDER_PLAN = 'reminder-plan';

/** Events of an agreement that change what is planned or whom it is for; all events of reminders do. */
const RELEVANT: ReadonlySet<string> = new Set([
  'AgreementProposed',
  'PartyInvited',
  'SignatoryNamed',
  'PartySigned',
  'MilestonePlanned',
  'DeadlineSet',
  'DeadlineMet',
  'DeadlineCancelled',
  'EntryRetracted',
]);

/** After every position. When one stream alone is projected anew, the other one's later events must not be lost. */
const WHOLE: LogPosition = '~';

/**
 * The plan: a table of every step of every open deadline. An agreement's rows are always made anew from its whole
 * history, so that the order in which its two streams are seen makes no difference.
 */
export class PlanConsumer implements Consumer {
  readonly name = REMINDER_PLAN;
  readonly version = 1;
  readonly categories = ['agreement', 'reminders'];

  /** `onChange` is told before the rows are committed, so what it does has to wait a moment. */
  constructor(
    private readonly calendar: Calendar,
    private readonly onChange: (space: string, agreementId: string) => void = () => undefined,
  ) {}

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void> {
    for (const { space, id } of touched(batch)) {
      const agreement = await tools.readStream(streamName(space, 'agreement', id), WHOLE);
      const reminders = await tools.readStream(streamName(space, 'reminders', id), WHOLE);
      const rows = planRows(id, agreement, reminders, this.calendar);
      await deleteRows(tx, space, id);
      if (rows.length > 0) {
        await tablesOf<ReminderTables>(tx)
          .insertInto('reminder.plan')
          .values(
            rows.map(({ agreementId, deadlineId, step, version, at, status }) => ({
              space,
              agreement_id: agreementId,
              deadline_id: deadlineId,
              step,
              version,
              at,
              status,
            })),
          )
          .execute();
      }
      this.onChange(space, id);
    }
  }

  async clear(tx: AnyTransaction): Promise<void> {
    await tablesOf<ReminderTables>(tx).deleteFrom('reminder.plan').execute();
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    const { space, category, id } = parseStreamName(stream);
    if (this.categories.includes(category)) await deleteRows(tx, space, id);
  }
}

function touched(batch: readonly RecordedEvent[]): Iterable<{ readonly space: string; readonly id: string }> {
  const found = new Map<string, { readonly space: string; readonly id: string }>();
  for (const { event } of batch) {
    const { space, category, id } = parseStreamName(event.stream);
    if (category === 'reminders' || RELEVANT.has(event.type)) found.set(`${space}/${id}`, { space, id });
  }
  return found.values();
}

async function deleteRows(tx: AnyTransaction, space: string, agreementId: string): Promise<void> {
  await tablesOf<ReminderTables>(tx)
    .deleteFrom('reminder.plan')
    .where('space', '=', space)
    .where('agreement_id', '=', agreementId)
    .execute();
}
