import {
  freshness,
  ListAgreementsUnder,
  ViewProgress,
  ViewStatus,
  type AgreementsUnder,
} from '@entente/application';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { atOneMoment } from '../page.js';
import { inFlight, visibleTo } from './filter.js';
import { AGREEMENT_BOARD } from './table.js';

@QueryHandler(ListAgreementsUnder)
export class ListAgreementsUnderHandler implements IQueryHandler<ListAgreementsUnder> {
  constructor(
    private readonly database: Database,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, definition, page }: ListAgreementsUnder): Promise<AgreementsUnder> {
    const { after = '', limit } = page;
    const shown = await freshness(this.progress, this.status, AGREEMENT_BOARD, asked);
    return atOneMoment(this.database, async (tables) => {
      const under = tables
        .selectFrom('views.agreement_board as board')
        .where(visibleTo(asked.viewer))
        .where('board.definition', '=', definition)
        .where(inFlight);
      const rows = await under
        .select(['board.agreement_id as agreementId', 'board.number', 'board.stage', 'board.definition'])
        .where('board.agreement_id', '>', after)
        .orderBy('board.agreement_id')
        .limit(limit + 1)
        .execute();
      const { total } = await under
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const items = rows.slice(0, limit);
      const next = rows.length > limit ? (items.at(-1)?.agreementId ?? null) : null;
      return { items, next, total, freshness: shown };
    });
  }
}
