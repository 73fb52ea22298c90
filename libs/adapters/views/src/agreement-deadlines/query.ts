import type { Viewer } from '@entente/access';
import {
  Facts,
  freshness,
  ListDeadlines,
  ViewProgress,
  ViewStatus,
  type Asked,
  type DeadlineFilter,
  type DeadlinePage,
  type DeadlineRow,
  type DeadlineSpan,
  type Freshness,
} from '@entente/application';
import { localDateOf } from '@entente/calendar';
import { isUnreadable, readStream, streamName } from '@entente/event-sourcing';
import { Database } from '@entente/platform';
import {
  lastReminders,
  remindersDecider,
  trafficLight,
  type LastReminder,
  type ReminderFact,
} from '@entente/reminder';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type Expression, type ExpressionBuilder, type Selectable, type SqlBool } from 'kysely';

import { isOwedBy, visibleTo } from '../agreement-board/filter.js';
import { countVisible, parkedLetters } from '../agreement-board/parked.js';
import { AGREEMENT_BOARD, type AgreementBoardTable } from '../agreement-board/table.js';
import { cursorOf } from '../cursor.js';
import { atDesk, desksNow, type DeskNow } from '../directory/desks-now.js';
import { atOneMoment, olderOf, pageOf, pageSize } from '../page.js';
import { wordsIn } from '../search-text.js';
import { AGREEMENT_DEADLINES, type AgreementDeadlinesTable } from './table.js';

type Due = ExpressionBuilder<
  { deadline: AgreementDeadlinesTable; board: AgreementBoardTable },
  'deadline' | 'board'
>;
type Stored = Selectable<AgreementDeadlinesTable> &
  Pick<Selectable<AgreementBoardTable>, 'number' | 'definition' | 'title' | 'stage' | 'parties'>;

/** What a filter means at the moment it is asked. */
interface Meant {
  readonly viewer: Viewer;
  readonly now: string;
  /** The last local day of the week that has begun today. */
  readonly weekEnds: string;
  readonly desks: readonly DeskNow[];
}

const deadlineCursor = cursorOf('deadlines', 'string', 'string', 'string');

/** Today counts. */
const DAYS_AFTER_TODAY = 6;

/** Open deadlines, each with its light: what a page of them needs is read of their letters' reminders. */
@QueryHandler(ListDeadlines)
export class ListDeadlinesHandler implements IQueryHandler<ListDeadlines> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, filter }: ListDeadlines): Promise<DeadlinePage> {
    const { viewer } = asked;
    const after = filter.cursor === undefined ? undefined : deadlineCursor.read(filter.cursor);
    const size = pageSize(filter);
    const shown = await this.#freshness(asked);
    const parked = await parkedLetters(this.status, viewer.space, AGREEMENT_DEADLINES);
    const now = this.facts.now(viewer.space);
    const today = localDateOf(now, this.facts.zone);
    const weekEnds = Temporal.PlainDate.from(today).add({ days: DAYS_AFTER_TODAY }).toString();
    const page = await atOneMoment(this.database, async (tables) => {
      const meant = { viewer, now, weekEnds, desks: await desksNow(tables, viewer.space, today) };
      const all = tables
        .selectFrom('views.agreement_deadlines as deadline')
        .innerJoin('views.agreement_board as board', 'board.stream', 'deadline.stream')
        .where('deadline.space', '=', viewer.space)
        .where(visibleTo(viewer))
        .where((row) => passing(row, filter, meant));
      const { when } = filter;
      const found = when === undefined ? all : all.where((row) => isWithin(row, when, meant));
      const rows = await (
        after
          ? found.where((row) =>
              row(
                row.refTuple('deadline.due_at', 'deadline.agreement_id', 'deadline.deadline_id'),
                '>',
                row.tuple(...after),
              ),
            )
          : found
      )
        .selectAll('deadline')
        .select(['board.number', 'board.definition', 'board.title', 'board.stage', 'board.parties'])
        .orderBy('deadline.due_at')
        .orderBy('deadline.agreement_id')
        .orderBy('deadline.deadline_id')
        .limit(size + 1)
        .execute();
      const counts = await all
        .select((row) =>
          SPANS.map((span) =>
            row.fn
              .countAll<number>()
              .filterWhere(isWithin(row, span, meant))
              .as(span),
          ),
        )
        .executeTakeFirstOrThrow();
      const visible = tables.selectFrom('views.agreement_board as board').where(visibleTo(viewer));
      return { rows, counts, parked: await countVisible(parked, viewer, visible) };
    });
    const told = await this.#told(viewer.space, page.rows.slice(0, size));
    const { items, nextCursor } = pageOf(page.rows, size, told, ({ due_at, agreement_id, deadline_id }) =>
      deadlineCursor.write(due_at, agreement_id, deadline_id),
    );
    const { counts } = page;
    const total =
      filter.when === undefined ? counts.missed + counts.week + counts.later : counts[filter.when];
    return { items, nextCursor, total, freshness: shown, counts, parked: page.parked };
  }

  /** As old as the older of the two views it reads. */
  async #freshness(asked: Asked): Promise<Freshness> {
    const board = await freshness(this.progress, this.status, AGREEMENT_BOARD, asked);
    const deadlines = await freshness(this.progress, this.status, AGREEMENT_DEADLINES, asked);
    return olderOf(deadlines, board);
  }

  async #told(space: string, rows: readonly Stored[]): Promise<(row: Stored) => DeadlineRow> {
    const { facts } = this;
    const now = facts.now(space);
    const calendars = await facts.calendarsNamed(
      space,
      rows.map(({ calendar }) => calendar),
    );
    const ids = [...new Set(rows.map(({ agreement_id }) => agreement_id))];
    const last = new Map(
      await Promise.all(ids.map(async (id) => [id, await this.#lastReminders(space, id)] as const)),
    );
    return (row) => {
      const { zone, local_date: localDate, due_at: dueAt, suspended } = row;
      const reminded = last.get(row.agreement_id)?.get(row.deadline_id);
      return {
        ...lineOf(row),
        late: dueAt <= now && !suspended,
        light: trafficLight({ zone, localDate, dueAt, suspended }, calendars(row.calendar), reminded, now),
        reminded: reminded ?? null,
      };
    };
  }

  async #lastReminders(space: string, agreementId: string): Promise<ReadonlyMap<string, LastReminder>> {
    const stream = streamName(space, 'reminders', agreementId);
    try {
      const history = await readStream<ReminderFact>(this.facts.store, stream, remindersDecider);
      return lastReminders(history.map(({ event }) => event));
    } catch (error) {
      // What cannot be read of one letter keeps nobody from the others.
      if (isUnreadable(error)) return new Map();
      throw error;
    }
  }
}

const SPANS = ['missed', 'week', 'later'] as const satisfies readonly DeadlineSpan[];

function isWithin(row: Due, span: DeadlineSpan, { now, weekEnds }: Meant): Expression<SqlBool> {
  switch (span) {
    // `due_at` is the first instant at which it is missed.
    case 'missed':
      return row.and([row('deadline.due_at', '<=', now), row('deadline.suspended', '=', false)]);
    case 'week':
      return row.and([
        row('deadline.due_at', '>', now),
        row('deadline.local_date', '<=', weekEnds),
        row('deadline.suspended', '=', false),
      ]);
    case 'later':
      // Nobody knows when what stands still is due.
      return row.or([
        row.and([row('deadline.due_at', '>', now), row('deadline.local_date', '>', weekEnds)]),
        row('deadline.suspended', '=', true),
      ]);
    default: {
      const never: never = span;
      return never;
    }
  }
}

function passing(row: Due, filter: DeadlineFilter, { viewer, desks }: Meant): Expression<SqlBool> {
  const { kind, mine, deskId, month, search = '' } = filter;
  return row.and([
    ...(kind === undefined ? [] : [row('deadline.kind', '=', kind)]),
    ...(month === undefined
      ? []
      : [row('deadline.local_date', '>=', `${month}-01`), row('deadline.local_date', '<=', `${month}-31`)]),
    ...(mine === true ? [isOwedBy(sql.ref('deadline.who'), viewer, desks)] : []),
    ...(deskId === undefined ? [] : [atDesk(sql.ref('board.desk_id'), deskId, desks)]),
    ...wordsIn(search).map((word) => sql<boolean>`strpos(board.search, ${word}) > 0`),
  ]);
}

function lineOf(row: Stored): Omit<DeadlineRow, 'late' | 'light' | 'reminded'> {
  return {
    agreementId: row.agreement_id,
    number: row.number,
    definition: row.definition,
    title: row.title,
    stage: row.stage,
    parties: row.parties,
    deadlineId: row.deadline_id,
    kind: row.kind,
    subject: row.subject,
    milestone: row.milestone_title,
    who: row.who,
    rule: row.rule,
    calendar: row.calendar,
    zone: row.zone,
    localDate: row.local_date,
    dueAt: row.due_at,
    provisional: row.provisional,
  };
}
