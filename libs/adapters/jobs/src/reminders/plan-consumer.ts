import { KnownCalendars } from '@entente/application';
import { calendarDecider, type CalendarHistory, type CalendarPublished } from '@entente/directory';
import {
  parseStreamName,
  stateOf,
  streamName,
  type LogPosition,
  type RecordedEvent,
  type Stamped,
} from '@entente/event-sourcing';
import { type AnyTransaction, type Consumer, type ConsumerTools } from '@entente/platform';

import { sql } from 'kysely';

import { EVERYTHING, PLAN_CHANNEL, planNews } from './plan-listener.js';
import { planRows, type PlanRow } from './plan-rows.js';

export const REMINDER_PLAN = 'reminder-plan';

/**
 * Events of an agreement that change what is planned at once, or whom it is for; all events of reminders do. Of the others
 * no more follows than from when on nothing happens, which is days ahead.
 */
const RELEVANT: ReadonlySet<string> = new Set([
  'AgreementProposed',
  'PartyInvited',
  'SignatoryNamed',
  'PartySigned',
  'MilestonePlanned',
  'PartyAcceded',
  'SigningHandedOver',
  'DeadlineSet',
  'DeadlineMet',
  'DeadlineMissed',
  'DeadlineCancelled',
  'DeadlinesSuspended',
  'DeadlinesResumed',
  'EntryRetracted',
  'EntryCorrected',
]);

/** Agreements changed in one transaction that are still told one by one. */
const MANY = 100;
/** Rows of one statement, at least: while the server writes them, those of the next are counted. */
const WRITTEN_AT_ONCE = 1_000;

/** After every position. */
const WHOLE: LogPosition = '~';

/**
 * The plan: a table of every step of every open deadline. An agreement's rows are always made anew from its whole
 * history, so that the order in which its two streams are seen makes no difference.
 */
export class PlanConsumer implements Consumer {
  readonly name = REMINDER_PLAN;
  readonly version = 4;
  readonly categories = ['agreement', 'reminders'];
  readonly tables = ['plan'];

  readonly #calendars = new KnownCalendars();

  constructor(
    readonly schema = 'reminder',
    private readonly tells = true,
  ) {}

  async apply(batch: readonly RecordedEvent[], tx: AnyTransaction, tools: ConsumerTools): Promise<void> {
    const all = touched(batch);
    let writing = underWay(this.#clear(tx, all));
    try {
      let rows: Rows = [];
      for (const [index, one] of all.entries()) {
        rows.push(...(await this.#rowsOf(one, tools)));
        if (rows.length < WRITTEN_AT_ONCE && index < all.length - 1) continue;
        await writing;
        writing = underWay(this.#write(tx, rows));
        rows = [];
      }
      await writing;
    } catch (error) {
      // The transaction is over only when nothing is written in it any more.
      await writing.catch(() => undefined);
      throw error;
    }
    const atOnce = all.filter((one) => one.atOnce);
    if (this.tells) await tellOf(atOnce, tx);
  }

  async clearStream(stream: string, tx: AnyTransaction): Promise<void> {
    const { space, category, id } = parseStreamName(stream);
    if (this.categories.includes(category)) await this.#clear(tx, [{ space, id, atOnce: true }]);
  }

  beside(schema: string): Consumer {
    return new PlanConsumer(schema, false);
  }

  async replaced(tx: AnyTransaction): Promise<void> {
    await notify([EVERYTHING], tx);
  }

  async #rowsOf({ space, id }: Touched, tools: ConsumerTools): Promise<Rows> {
    const { upTo = WHOLE } = tools;
    const agreement = await tools.readStream(streamName(space, 'agreement', id), upTo);
    const reminders = await tools.readStream(streamName(space, 'reminders', id), upTo);
    const calendars = await this.#calendars.named(
      space,
      agreement.flatMap(({ event }) => calendarIn(event)),
      (calendarId) => publishedBy(space, calendarId, upTo, tools),
    );
    return planRows(id, agreement, reminders, calendars).map((row) => ({ row, space }));
  }

  async #clear(tx: AnyTransaction, all: readonly Touched[]): Promise<void> {
    if (all.length === 0) return;
    await sql`
      DELETE FROM ${this.#table} AS plan
      USING unnest(${all.map(({ space }) => space)}::text[], ${all.map(({ id }) => id)}::uuid[]) AS gone (space, id)
      WHERE plan.agreement_id = gone.id AND plan.space = gone.space`.execute(tx);
  }

  async #write(tx: AnyTransaction, rows: Rows): Promise<void> {
    if (rows.length === 0) return;
    await sql`
      INSERT INTO ${this.#table} (space, agreement_id, deadline_id, step, version, at, status)
      SELECT * FROM unnest(
        ${rows.map(({ space }) => space)}::text[], ${arrayOf(rows.map(({ row }) => row.agreementId))}::uuid[],
        ${rows.map(({ row }) => row.deadlineId)}::text[], ${rows.map(({ row }) => row.step)}::text[],
        ${arrayOf(rows.map(({ row }) => row.version))}::integer[], ${arrayOf(rows.map(({ row }) => row.at))}::timestamptz[],
        ${arrayOf(rows.map(({ row }) => row.status))}::text[])`.execute(tx);
  }

  get #table() {
    return sql.table(`${this.schema}.plan`);
  }
}

/** Its failure is seen when it is awaited, which may be later. */
function underWay(work: Promise<void>): Promise<void> {
  work.catch(() => undefined);
  return work;
}

type Rows = { readonly space: string; readonly row: PlanRow }[];

/** As PostgreSQL writes it, of what needs no quotes there: to look for them in each of a million values takes its time. */
function arrayOf(values: readonly (string | number)[]): string {
  return `{${values.join(',')}}`;
}

interface Touched {
  readonly space: string;
  readonly id: string;
  /** The queue is told. */
  readonly atOnce: boolean;
}

function touched(batch: readonly RecordedEvent[]): readonly Touched[] {
  const found = new Map<string, Touched>();
  for (const { event } of batch) {
    const { space, category, id } = parseStreamName(event.stream);
    const key = `${space}/${id}`;
    const atOnce = category === 'reminders' || RELEVANT.has(event.type) || found.get(key)?.atOnce === true;
    found.set(key, { space, id, atOnce });
  }
  return [...found.values()];
}

async function tellOf(all: readonly Touched[], tx: AnyTransaction): Promise<void> {
  if (all.length === 0) return;
  await notify(all.length > MANY ? [EVERYTHING] : all.map(({ space, id }) => planNews(space, id)), tx);
}

async function notify(news: readonly string[], tx: AnyTransaction): Promise<void> {
  await sql`SELECT pg_notify(${PLAN_CHANNEL}, told) FROM unnest(${news}::text[]) AS told`.execute(tx);
}

function calendarIn({ type, data }: RecordedEvent['event']): string[] {
  return type === 'DeadlineSet' && typeof data['calendar'] === 'string' ? [data['calendar']] : [];
}

/** From the log that holds the due dates: whoever counts them again, in a rebuild years later, counts with the same. */
async function publishedBy(
  space: string,
  calendarId: string,
  upTo: LogPosition,
  tools: ConsumerTools,
): Promise<CalendarHistory> {
  const published = await tools.readStream(streamName(space, 'calendar', calendarId), upTo);
  // The stream's name says whose facts are in it.
  const facts = published.map(({ event }) => event as unknown as Stamped<CalendarPublished>);
  return stateOf(calendarDecider, facts);
}
