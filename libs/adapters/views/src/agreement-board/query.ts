import {
  Facts,
  freshness,
  GetBoard,
  ViewProgress,
  ViewStatus,
  type Asked,
  type BoardFilter,
  type BoardPage,
  type BoardRow,
  type Freshness,
} from '@entente/application';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Selectable, SelectQueryBuilder } from 'kysely';

import { localDateOf } from '@entente/calendar';
import { lettersHolding } from '../agreement-search/condition.js';
import { AGREEMENT_SEARCH } from '../agreement-search/table.js';
import { cursorOf } from '../cursor.js';
import { desksNow } from '../directory/desks-now.js';
import type { Reader } from '../directory/lists.js';
import { atOneMoment, olderOf, pageOf, pageSize } from '../page.js';
import { passing, visibleTo } from './filter.js';
import { countVisible, parkedLetters } from './parked.js';
import { AGREEMENT_BOARD, type AgreementBoardTable } from './table.js';

const boardCursor = cursorOf('board', 'number', 'string');

@QueryHandler(GetBoard)
export class GetBoardHandler implements IQueryHandler<GetBoard> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, filter }: GetBoard): Promise<BoardPage> {
    const after = filter.cursor === undefined ? undefined : boardCursor.read(filter.cursor);
    const size = pageSize(filter);
    const shown = await this.#freshness(asked, filter);
    const parked = await parkedLetters(this.status, asked.viewer.space, AGREEMENT_BOARD);
    const now = this.facts.now(asked.viewer.space);
    return atOneMoment(this.database, async (tables) => {
      const visible = tables.selectFrom('views.agreement_board as board').where(visibleTo(asked.viewer));
      const read: Reader = (value) => this.facts.read(value);
      const holding = await lettersHolding(tables, read, asked.viewer.space, filter.search ?? '');
      const today = localDateOf(now, this.facts.zone);
      const desks = asksForDesks(filter) ? await desksNow(tables, asked.viewer.space, today) : [];
      const found = visible.where(
        passing(filter, { viewer: asked.viewer, now, zone: this.facts.zone, holding, desks }),
      );
      const following = after
        ? found.where((row) =>
            row(row.refTuple('board.sort_key', 'board.agreement_id'), '>', row.tuple(...after)),
          )
        : found;
      const rows = await following
        .selectAll()
        .orderBy('board.sort_key')
        .orderBy('board.agreement_id')
        .limit(size + 1)
        .execute();
      const stages = await visible
        .select(({ fn }) => ['board.stage', 'board.definition', fn.countAll<number>().as('count')])
        .groupBy(['board.stage', 'board.definition'])
        .orderBy('board.stage')
        .orderBy('board.definition')
        .execute();
      const all = stages.reduce((sum, { count }) => sum + count, 0);
      const total = asksForAll(filter) ? all : await countOf(found);
      const cursorAfter = (row: Stored): string => boardCursor.write(row.sort_key, row.agreement_id);
      return {
        ...pageOf(rows, size, (row) => answer(row, now), cursorAfter),
        total,
        freshness: shown,
        byStage: countsByStage(stages),
        stages,
        parked: await countVisible(parked, asked.viewer, visible),
      };
    });
  }

  /** What was searched for is as old as the older of both views. */
  async #freshness(asked: Asked, { search = '' }: BoardFilter): Promise<Freshness> {
    const board = await freshness(this.progress, this.status, AGREEMENT_BOARD, asked);
    if (search.trim() === '') return board;
    const texts = await freshness(this.progress, this.status, AGREEMENT_SEARCH, asked);
    return olderOf(texts, board);
  }
}

function countsByStage(stages: BoardPage['stages']): BoardPage['byStage'] {
  const grouped = Object.entries(Object.groupBy(stages, ({ stage }) => stage));
  return Object.fromEntries(
    grouped.map(([stage, counts = []]) => [stage, counts.reduce((sum, { count }) => sum + count, 0)]),
  );
}

/** Whose work it is, or at which desk: nothing else needs to know who keeps which. */
const asksForDesks = ({ mine, deskId }: BoardFilter): boolean => mine === true || deskId !== undefined;

/** Then what the stages hold together are as many as there are. */
function asksForAll({ cursor: _cursor, limit: _limit, ...asked }: BoardFilter): boolean {
  const { stages = [], search = '', attributes = {}, ...others } = asked;
  const isNamed = stages.length > 0 || search.trim() !== '' || Object.keys(attributes).length > 0;
  return !isNamed && Object.values<unknown>(others).every((value) => value === undefined || value === false);
}

async function countOf(
  found: SelectQueryBuilder<{ board: AgreementBoardTable }, 'board', object>,
): Promise<number> {
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

type Stored = Selectable<AgreementBoardTable>;

function answer(row: Stored, now: string): BoardRow {
  return {
    agreementId: row.agreement_id,
    number: row.number,
    kind: row.kind,
    definition: row.definition,
    attributes: row.attributes,
    title: row.title,
    field: row.field,
    stage: row.stage,
    stageSince: row.stage_since,
    parties: row.parties,
    turn: { who: row.turn_who, since: row.turn_since },
    nextDeadline: row.deadline && { ...row.deadline, late: row.deadline.dueAt <= now },
    revision: row.revision,
  };
}
