import { personDecider, type BoardFilterFields } from '@entente/directory';
import { readFolded, streamName } from '@entente/event-sourcing';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Facts } from '../ports/facts.js';
import type { Asked } from './queries.js';

export interface SavedBoardFilter {
  readonly filterId: string;
  readonly name: string;
  readonly filter: BoardFilterFields;
}

export interface BoardSettings {
  /** By name. */
  readonly items: readonly SavedBoardFilter[];
  /** Columns the viewer does not want to see. */
  readonly hiddenColumns: readonly string[];
}

/** The viewer's own. */
export class ListBoardFilters extends Query<BoardSettings> {
  constructor(readonly asked: Asked) {
    super();
  }
}

/** Reads the person's stream itself: what was saved on one machine shows on the other. */
@QueryHandler(ListBoardFilters)
export class ListBoardFiltersHandler implements IQueryHandler<ListBoardFilters> {
  constructor(private readonly facts: Facts) {}

  async execute({ asked: { viewer } }: ListBoardFilters): Promise<BoardSettings> {
    const stream = streamName(viewer.space, 'person', viewer.personId);
    const { state } = await readFolded(this.facts.store, stream, personDecider);
    const person = await this.facts.read(state);
    const { filters = [], hiddenColumns = [] } = person.status === 'registered' ? person : {};
    const items = filters
      .flatMap(({ filterId, name, filter }) =>
        name === null || filter === null ? [] : [{ filterId, name, filter }],
      )
      .toSorted((one, other) => one.name.localeCompare(other.name, 'zh'));
    return { items, hiddenColumns };
  }
}
