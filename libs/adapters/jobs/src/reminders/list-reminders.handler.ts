import { maySeeOutbox, type Viewer } from '@entente/access';
import {
  Facts,
  freshness,
  InvalidCursor,
  ListReminders,
  NameDirectory,
  NumberIndex,
  readAgreement,
  ViewProgress,
  ViewStatus,
  type Page,
  type ReadAgreement,
  type ReminderRow,
  type ReminderTold,
} from '@entente/application';
import { localDateOf } from '@entente/calendar';
import { isUnreadable, readStream, stateOf, streamName } from '@entente/event-sourcing';
import { Database } from '@entente/platform';
import {
  fateOf,
  keyOf,
  kindOf,
  remindersDecider,
  toldReminders,
  type ReminderFact,
  type Reminders,
  type StepKey,
  type ToldReminder,
} from '@entente/reminder';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type Selectable } from 'kysely';

import { REMINDER_PLAN } from './plan-consumer.js';
import type { PlanTable, ReminderTables } from './plan-table.js';

type Row = Selectable<PlanTable>;
interface Known {
  readonly read: ReadAgreement;
  readonly reminders: Reminders;
  readonly told: ReadonlyMap<string, readonly ToldReminder[]>;
}

type Named = (personId: string | undefined) => ReminderTold['person'];

/** What is planned and what became of it: of one agreement, or of all for those who look after them. */
@QueryHandler(ListReminders)
export class ListRemindersHandler implements IQueryHandler<ListReminders> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly numbers: NumberIndex,
    private readonly names: NameDirectory,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, agreement, paging }: ListReminders): Promise<Page<ReminderRow> | undefined> {
    const { viewer } = asked;
    const one =
      agreement === undefined
        ? undefined
        : await readAgreement(this.facts.store, this.numbers, viewer, agreement);
    if (agreement === undefined ? !maySeeOutbox(viewer) : !one) return undefined;
    const streams = one
      ? ['agreement', 'reminders'].map((category) => streamName(viewer.space, category, one.agreementId))
      : [];
    const shown = await freshness(this.progress, this.status, REMINDER_PLAN, asked, streams);
    const offset = paging.cursor === undefined ? 0 : readCursor(paging.cursor);
    const { rows, total } = await this.#rows(viewer.space, one?.agreementId, offset, paging.limit);
    const known = await this.#knowledgeOf(viewer, rows);
    const named = await this.#named(viewer, known);
    const next = offset + rows.length;
    return {
      items: rows.flatMap((row) => answer(row, known.get(row.agreement_id), this.facts.zone, named)),
      nextCursor: next < total ? Buffer.from(String(next)).toString('base64url') : null,
      total,
      freshness: shown,
    };
  }

  async #rows(
    space: string,
    agreementId: string | undefined,
    offset: number,
    limit: number,
  ): Promise<{ rows: readonly Row[]; total: number }> {
    let plan = this.database.tables<ReminderTables>().selectFrom('reminder.plan').where('space', '=', space);
    if (agreementId !== undefined) plan = plan.where('agreement_id', '=', agreementId);
    // What is still to come stands first, the next one on top.
    const rows = await plan
      .selectAll()
      .orderBy(sql`status = 'done'`)
      .orderBy('at')
      .orderBy('agreement_id')
      .orderBy('deadline_id')
      .orderBy('step')
      .offset(offset)
      .limit(limit)
      .execute();
    const { total } = await plan
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return { rows, total };
  }

  async #knowledgeOf(viewer: Viewer, rows: readonly Row[]): Promise<ReadonlyMap<string, Known>> {
    const known = new Map<string, Known>();
    for (const agreementId of new Set(rows.map(({ agreement_id }) => agreement_id))) {
      const found = await this.#known(viewer, agreementId).catch((error: unknown) => {
        // One that cannot be read is shown nowhere, and keeps nobody from the others.
        if (isUnreadable(error)) return undefined;
        throw error;
      });
      if (found) known.set(agreementId, found);
    }
    return known;
  }

  /** Who was reminded is their own affair: beside themselves, only those who see the outbox are told. */
  async #named(viewer: Viewer, known: ReadonlyMap<string, Known>): Promise<Named> {
    const seesAll = maySeeOutbox(viewer);
    const told = [...known.values()].flatMap((one) => [...one.told.values()].flat());
    const isShown = (personId: string | undefined): personId is string =>
      personId !== undefined && (seesAll || personId === viewer.personId);
    const ids = told.map(({ personId }) => personId).filter(isShown);
    const names = await this.names.namesOf(viewer.space, [...new Set(ids)]);
    return (personId) => (isShown(personId) ? { personId, name: names.get(personId) ?? null } : null);
  }

  async #known(viewer: Viewer, agreementId: string): Promise<Known | undefined> {
    const { store } = this.facts;
    const read = await readAgreement(store, this.numbers, viewer, agreementId);
    if (!read) return undefined;
    const stream = streamName(viewer.space, 'reminders', agreementId);
    const history = await readStream<ReminderFact>(store, stream, remindersDecider);
    const events = history.map(({ event }) => event);
    return { read, reminders: stateOf(remindersDecider, events), told: toldReminders(events) };
  }
}

function answer(row: Row, known: Known | undefined, zone: string, named: Named): ReminderRow[] {
  if (!known) return [];
  const { agreement, agreementId } = known.read;
  const at = row.at.toISOString();
  const kind = kindOf(row.step);
  // The end of a day is an instant of the next one.
  const ofDay = kind === 'elapse' ? new Date(row.at.getTime() - 1).toISOString() : at;
  return [
    {
      agreementId,
      number: agreement.number ?? null,
      title: agreement.title,
      deadlineId: row.deadline_id,
      step: row.step,
      kind,
      at,
      localDate: localDateOf(ofDay, zone),
      status: row.status === 'open' ? 'planned' : fateIn(known.reminders, row),
      told: (known.told.get(keyOf(stepOf(row))) ?? []).map((one) => toldOf(one, named)),
    },
  ];
}

/** What became of a step; that a deadline was missed is told to nobody by itself. */
function fateIn(reminders: Reminders, row: Row): ReminderRow['status'] {
  return kindOf(row.step) === 'elapse' ? 'missed' : fateOf(reminders, stepOf(row));
}

function toldOf({ status, personId, channel, reason, at }: ToldReminder, named: Named): ReminderTold {
  return { status, person: named(personId), channel: channel ?? null, reason: reason ?? null, at };
}

function stepOf({ deadline_id: deadlineId, version, step }: Row): StepKey {
  return { deadlineId, version, step };
}

function readCursor(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidCursor();
  return Number(text);
}
