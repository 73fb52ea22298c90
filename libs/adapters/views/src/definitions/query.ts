import { definitions } from '@entente/agreement';
import {
  freshness,
  ListDefinitions,
  ViewProgress,
  ViewStatus,
  type DefinitionList,
} from '@entente/application';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { atOneMoment } from '../page.js';
import { DEFINITIONS } from './table.js';

@QueryHandler(ListDefinitions)
export class ListDefinitionsHandler implements IQueryHandler<ListDefinitions> {
  constructor(
    private readonly database: Database,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked }: ListDefinitions): Promise<DefinitionList> {
    const shown = await freshness(this.progress, this.status, DEFINITIONS, asked);
    const published = await atOneMoment(this.database, (tables) =>
      tables
        .selectFrom('views.definitions as published')
        .select('published.definition')
        .where('published.space', '=', asked.viewer.space)
        .orderBy('published.name')
        .orderBy('published.version')
        .execute(),
    );
    return { items: [...definitions(), ...published.map(({ definition }) => definition)], freshness: shown };
  }
}
