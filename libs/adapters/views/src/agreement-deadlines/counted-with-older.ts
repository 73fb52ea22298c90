import {
  freshness,
  ListCountedWithOlder,
  ViewProgress,
  ViewStatus,
  type CountedWithOlder,
} from '@entente/application';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';

import { atOneMoment } from '../page.js';
import { AGREEMENT_DEADLINES } from './table.js';

@QueryHandler(ListCountedWithOlder)
export class ListCountedWithOlderHandler implements IQueryHandler<ListCountedWithOlder> {
  constructor(
    private readonly database: Database,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, calendar, version, page }: ListCountedWithOlder): Promise<CountedWithOlder> {
    const { after = '', limit } = page;
    const shown = await freshness(this.progress, this.status, AGREEMENT_DEADLINES, asked);
    const names = sql<string>`'+' || due.calendar || '+'`;
    return atOneMoment(this.database, async (tables) => {
      const older = tables
        .selectFrom('views.agreement_deadlines as due')
        .where('due.space', '=', asked.viewer.space)
        .where(names, 'like', `%+${calendar}@%`)
        .where(names, 'not like', `%+${calendar}@${String(version)}+%`);
      const rows = await older
        .select('due.agreement_id as agreementId')
        .distinct()
        .where('due.agreement_id', '>', after)
        .orderBy('due.agreement_id')
        .limit(limit + 1)
        .execute();
      const { total } = await older
        .select(({ fn }) => fn.count<number>('due.agreement_id').distinct().as('total'))
        .executeTakeFirstOrThrow();
      const items = rows.slice(0, limit).map(({ agreementId }) => agreementId);
      return { items, next: rows.length > limit ? (items.at(-1) ?? null) : null, total, freshness: shown };
    });
  }
}
