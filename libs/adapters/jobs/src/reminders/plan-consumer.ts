import type { Calendar } from '@entente/calendar';
import { parseStreamName, streamName, type LogPosition, type RecordedEvent } from '@entente/event-sourcing';
import { tablesOf, type AnyTransaction, type Consumer, type ConsumerTools } from '@entente/platform';

import { sql } from 'kysely';

import { EVERYTHING, PLAN_CHANNEL, planNews } from './plan-listener.js';
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

/** Agreements changed in one transaction that are still told one by one. */
const MANY = 100;

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

  constructor(private readonly calendar: Calendar) {}

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void> {
    const all = touched(batch);
    for (const { space, id } of all) {
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
    }
    await tellOf(all, tx);
  }

  async clear(tx: AnyTransaction): Promise<void> {
    await tablesOf<ReminderTables>(tx).deleteFrom('reminder.plan').execute();
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    const { space, category, id } = parseStreamName(stream);
    if (this.categories.includes(category)) await deleteRows(tx, space, id);
  }
}

interface Touched {
  readonly space: string;
  readonly id: string;
}

function touched(batch: readonly RecordedEvent[]): readonly Touched[] {
  const found = new Map<string, Touched>();
  for (const { event } of batch) {
    const { space, category, id } = parseStreamName(event.stream);
    if (category === 'reminders' || RELEVANT.has(event.type)) found.set(`${space}/${id}`, { space, id });
  }
  return [...found.values()];
}

async function tellOf(all: readonly Touched[], tx: AnyTransaction): Promise<void> {
  if (all.length === 0) return;
  const news = all.length > MANY ? [EVERYTHING] : all.map(({ space, id }) => planNews(space, id));
  await sql`SELECT pg_notify(${PLAN_CHANNEL}, told) FROM unnest(${news}::text[]) AS told`.execute(tx);
}

async function deleteRows(tx: AnyTransaction, space: string, agreementId: string): Promise<void> {
  await tablesOf<ReminderTables>(tx)
    .deleteFrom('reminder.plan')
    .where('space', '=', space)
    .where('agreement_id', '=', agreementId)
    .execute();
}
