import {
  CountLettersByDefinition,
  freshness,
  ViewProgress,
  ViewStatus,
  type LettersByDefinition,
} from '@entente/application';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';

import { atOneMoment } from '../page.js';
import { inFlight, visibleTo } from './filter.js';
import { AGREEMENT_BOARD } from './table.js';

@QueryHandler(CountLettersByDefinition)
export class CountLettersByDefinitionHandler implements IQueryHandler<CountLettersByDefinition> {
  constructor(
    private readonly database: Database,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked }: CountLettersByDefinition): Promise<LettersByDefinition> {
    const shown = await freshness(this.progress, this.status, AGREEMENT_BOARD, asked);
    const items = await atOneMoment(this.database, (tables) =>
      tables
        .selectFrom('views.agreement_board as board')
        .where(visibleTo(asked.viewer))
        .select('board.definition')
        .select(({ fn }) => [
          fn.countAll<number>().filterWhere(inFlight).as('inFlight'),
          fn
            .countAll<number>()
            .filterWhere(sql<boolean>`NOT ${inFlight}`)
            .as('ended'),
        ])
        .groupBy('board.definition')
        .orderBy('board.definition')
        .execute(),
    );
    return { items, freshness: shown };
  }
}
