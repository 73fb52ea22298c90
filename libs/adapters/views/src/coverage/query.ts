import {
  Facts,
  freshness,
  GetCoverage,
  ViewProgress,
  ViewStatus,
  type Coverage,
  type CoveredOrganisation,
} from '@entente/application';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type Transaction } from 'kysely';

import { hasAttributes, inFlight as isOpen, visibleTo } from '../agreement-board/filter.js';
import { countVisible, parkedLetters } from '../agreement-board/parked.js';
import { AGREEMENT_BOARD } from '../agreement-board/table.js';
import { atOneMoment } from '../page.js';
import type { ViewsTables } from '../tables.js';

/** Which organisations of one role work with which of another: over the board's rows, as what spans letters is. */
@QueryHandler(GetCoverage)
export class GetCoverageHandler implements IQueryHandler<GetCoverage> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, roles, attributes }: GetCoverage): Promise<Coverage> {
    const { viewer } = asked;
    const shown = await freshness(this.progress, this.status, AGREEMENT_BOARD, asked);
    const parked = await parkedLetters(this.status, viewer.space, AGREEMENT_BOARD);
    const now = this.facts.now(viewer.space);
    return atOneMoment(this.database, async (tables) => {
      const visible = tables.selectFrom('views.agreement_board as board').where(visibleTo(viewer));
      const cells = await visible
        .where((board) => hasAttributes(board, attributes))
        .innerJoin(partiesAs('one'), (join) => join.onTrue())
        .innerJoin(partiesAs('other'), (join) => join.onTrue())
        .where('one.role', '=', roles.rows)
        .where('other.role', '=', roles.columns)
        .select(['one.partyId as row', 'other.partyId as column'])
        .select(({ fn }) => [
          fn.countAll<number>().filterWhere(isOpen).as('open'),
          fn
            .countAll<number>()
            .filterWhere(sql<boolean>`NOT ${isOpen}`)
            .as('ended'),
          fn.countAll<number>().filterWhere('board.due_at', '<=', now).as('late'),
        ])
        .groupBy(['one.partyId', 'other.partyId'])
        .execute();
      const inRole = async (role: string): Promise<readonly CoveredOrganisation[]> => {
        const found = await visible
          .innerJoin(partiesAs('one'), (join) => join.onTrue())
          .where('one.role', '=', role)
          .select('one.partyId')
          .distinct()
          .execute();
        const ids = found.map(({ partyId }) => partyId);
        return named(tables, viewer.space, ids);
      };
      const rows = await inRole(roles.rows);
      const columns = await inRole(roles.columns);
      return {
        rows,
        columns,
        cells,
        gaps: gapsIn(rows, columns, cells),
        parked: await countVisible(parked, viewer, visible),
        freshness: shown,
      };
    });
  }
}

function partiesAs<Alias extends string>(alias: Alias) {
  return sql<{ partyId: string; role: string }>`LATERAL jsonb_to_recordset(board.parties)`.as<Alias>(
    sql`${sql.ref(alias)} ("partyId" text, role text)`,
  );
}

async function named(
  tables: Transaction<ViewsTables>,
  space: string,
  ids: readonly string[],
): Promise<readonly CoveredOrganisation[]> {
  return tables
    .selectFrom('views.organisations')
    .select(['id as organisationId', 'name'])
    .where('space', '=', space)
    .where('id', '=', sql<string>`ANY (${ids}::text[])`)
    .orderBy('sort_key')
    .orderBy('id')
    .execute();
}

function gapsIn(
  rows: readonly CoveredOrganisation[],
  columns: readonly CoveredOrganisation[],
  cells: Coverage['cells'],
): number {
  return rows.length * columns.length - cells.filter(({ open, ended }) => open + ended > 0).length;
}
