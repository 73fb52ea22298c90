import { actingPositions, coordinatorPosition, type Viewer } from '@entente/access';
import {
  Facts,
  freshness,
  GetMyWork,
  ViewProgress,
  ViewStatus,
  type WorkFilter,
  type WorkPage,
  type WorkRow,
} from '@entente/application';
import { localDateOf } from '@entente/calendar';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type Expression, type ExpressionBuilder, type Selectable, type SqlBool } from 'kysely';

import { turnsOf, visibleTo } from '../agreement-board/filter.js';
import { countVisible, parkedLetters } from '../agreement-board/parked.js';
import { cursorOf } from '../cursor.js';
import { atNone, desksNow, desksOfOthers, type DeskNow } from '../directory/desks-now.js';
import { dutiesToPlace } from '../duties-handed-back/tasks.js';
import { DIRECTORY } from '../directory/table.js';
import { DUTIES_HANDED_BACK } from '../duties-handed-back/table.js';
import { PEOPLE_UNREACHED } from '../people-unreached/table.js';
import { atOneMoment, olderOf, pageOf, pageSize } from '../page.js';
import { AGREEMENT_WORK, type AgreementWorkTable } from './table.js';
import { tasksOf } from './tasks.js';

type Work = ExpressionBuilder<{ work: AgreementWorkTable }, 'work'>;
/** With the definition that the letter's row of the board names, if there is one by now. */
type Stored = Selectable<AgreementWorkTable> & { readonly definition: string | null };

const workCursor = cursorOf('work', 'number', 'string', 'number');

@QueryHandler(GetMyWork)
export class GetMyWorkHandler implements IQueryHandler<GetMyWork> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, filter }: GetMyWork): Promise<WorkPage> {
    const { viewer } = asked;
    const after = filter.cursor === undefined ? undefined : workCursor.read(filter.cursor);
    const size = pageSize(filter);
    // Who holds a desk, and which address is wrong, is the directory's.
    const letters = await freshness(this.progress, this.status, AGREEMENT_WORK, asked);
    const duties = await freshness(this.progress, this.status, DUTIES_HANDED_BACK, asked);
    const people = await freshness(this.progress, this.status, DIRECTORY, asked);
    const unreached = await freshness(this.progress, this.status, PEOPLE_UNREACHED, asked);
    const shown = [duties, people, unreached].reduce(olderOf, letters);
    const parked = await parkedLetters(this.status, viewer.space, AGREEMENT_WORK);
    const now = this.facts.now(viewer.space);
    const today = localDateOf(now, this.facts.zone);
    return atOneMoment(this.database, async (tables) => {
      const desks = await desksNow(tables, viewer.space, today);
      const owedBy = owedByAmong(desks);
      const all = tables
        .selectFrom('views.agreement_work as work')
        .where('work.space', '=', viewer.space)
        .where((work) => work.and([concerns(work, viewer), isTold(work, viewer)]));
      const found = all.where((work) => passing(work, filter, owedBy(work, viewer), now));
      const rows = await (
        after
          ? found.where((row) =>
              row(
                row.refTuple('work.sort_key', 'work.agreement_id', 'work.ordinal'),
                '>',
                row.tuple(...after),
              ),
            )
          : found
      )
        .leftJoin('views.agreement_board as board', 'board.stream', 'work.stream')
        .selectAll('work')
        .select('board.definition')
        .orderBy('work.sort_key')
        .orderBy('work.agreement_id')
        .orderBy('work.ordinal')
        .limit(size + 1)
        .execute();
      const counts = await all
        .select(({ fn }) => fn.countAll<number>().as('all'))
        .select((work) => work.fn.countAll<number>().filterWhere(owedBy(work, viewer)).as('owed'))
        .select((work) =>
          work.fn
            .countAll<number>()
            .filterWhere(work.and([owedBy(work, viewer), work('work.due_at', '<=', now)]))
            .as('late'),
        )
        .executeTakeFirstOrThrow();
      const { total } = await found
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const visible = tables.selectFrom('views.agreement_board as board').where(visibleTo(viewer));
      const cursorAfter = (row: Stored): string =>
        workCursor.write(row.sort_key, row.agreement_id, row.ordinal);
      return {
        ...pageOf(rows, size, (row) => answer(row, now), cursorAfter),
        tasks: [
          ...(await tasksOf(tables, (value) => this.facts.read(value), desks, viewer)),
          ...(await this.facts.read(await dutiesToPlace(tables, viewer, desks))),
        ],
        total,
        freshness: shown,
        counts: { owed: counts.owed, late: counts.late, awaited: counts.all - counts.owed },
        parked: await countVisible(parked, viewer, visible),
      };
    });
  }
}

/** Letters in which the viewer acts; who only reads neither owes nor waits. */
function concerns(work: Work, viewer: Viewer): Expression<SqlBool> {
  if (coordinatorPosition(viewer)) return work.lit(true);
  const organisations = actingPositions(viewer).map(({ organisationId }) => organisationId);
  return work('work.party_ids', '&&', sql.val(organisations));
}

/** What is owed inside a party is told to its own people, in the place of what the others are told. */
function isTold(work: Work, viewer: Viewer): Expression<SqlBool> {
  const own = viewer.positions.map(({ organisationId }) => organisationId);
  const isOwn = work('work.who', '=', sql<string>`ANY (${own}::text[])`);
  return work.or([
    work('work.told_to', '=', 'all'),
    work.and([work('work.told_to', '=', 'own-side'), isOwn]),
    work.and([work('work.told_to', '=', 'others'), work.not(isOwn)]),
  ]);
}

/** Theirs to do, and possible in a position they hold; what a coordinator owes, whoever keeps the desk owes. */
const owedByAmong =
  (desks: readonly DeskNow[]) =>
  (work: Work, viewer: Viewer): Expression<SqlBool> => {
    const positions = actingPositions(viewer).map(({ positionId }) => positionId);
    return work.and([
      work('work.who', '=', sql<string>`ANY (${turnsOf(viewer)}::text[])`),
      work.or([
        work('work.position_id', 'is', null),
        work('work.position_id', '=', sql<string>`ANY (${positions}::text[])`),
      ]),
      // A second person is anybody but the first, at whatever desk.
      work.or([work('work.asked_by', 'is', null), work('work.asked_by', '<>', viewer.personId)]),
      work.or([
        work('work.who', '<>', 'coordinator'),
        work('work.asked_by', 'is not', null),
        atNone(sql.ref('work.desk_id'), desksOfOthers(desks, viewer.personId), desks),
      ]),
    ]);
  };

function passing(
  work: Work,
  { list, late }: WorkFilter,
  owed: Expression<SqlBool>,
  now: string,
): Expression<SqlBool> {
  return work.and([
    list === 'owed' ? owed : work.not(owed),
    // `due_at` is the first instant at which it is missed.
    ...(late === true ? [work('work.due_at', '<=', now)] : []),
  ]);
}

function answer(row: Stored, now: string): WorkRow {
  return {
    agreementId: row.agreement_id,
    number: row.number,
    definition: row.definition,
    title: row.title,
    stage: row.stage,
    parties: row.parties,
    who: row.who,
    since: row.since,
    command: row.command,
    position:
      row.position_id === null ? null : { positionId: row.position_id, title: row.position_title ?? {} },
    milestone:
      row.milestone_id === null ? null : { milestoneId: row.milestone_id, title: row.milestone_title ?? {} },
    overrideId: row.override_id,
    deadline:
      row.due_on === null || row.due_at === null
        ? null
        : {
            localDate: row.due_on,
            dueAt: row.due_at,
            provisional: row.provisional,
            late: row.due_at <= now,
          },
  };
}
