import {
  Facts,
  freshness,
  ListOrganisations,
  ListPeople,
  ViewProgress,
  ViewStatus,
  type Asked,
  type OrganisationRow,
  type Page,
  type Paging,
  type PersonRow,
} from '@entente/application';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { cursorOf } from '../cursor.js';
import { atOneMoment, pageOf, pageSize } from '../page.js';
import {
  languagesOf,
  listOrganisations,
  listPeople,
  positionsHeldBy,
  positionsIn,
  type Wanted,
} from './lists.js';
import { DIRECTORY } from './table.js';

// They hold an id and no sort key: an address with a cursor in it is logged, and names do not belong there.
const organisationCursor = cursorOf('organisations', 'string');
const personCursor = cursorOf('people', 'string');

@QueryHandler(ListOrganisations)
export class ListOrganisationsHandler implements IQueryHandler<ListOrganisations> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, search, paging }: ListOrganisations): Promise<Page<OrganisationRow>> {
    const wanted = wantedBy(asked, search, paging, organisationCursor);
    const shown = await freshness(this.progress, this.status, DIRECTORY, asked);
    return atOneMoment(this.database, async (tables) => {
      const { rows, total } = await listOrganisations(tables, wanted);
      const ids = rows.map(({ id }) => id);
      const positions = await positionsIn(tables, (value) => this.facts.read(value), wanted.space, ids);
      const page = pageOf(
        rows,
        pageSize(paging),
        ({ id, name }) => ({ organisationId: id, name, positions: positions.get(id) ?? [] }),
        ({ id }) => organisationCursor.write(id),
      );
      return { ...page, total, freshness: shown };
    });
  }
}

@QueryHandler(ListPeople)
export class ListPeopleHandler implements IQueryHandler<ListPeople> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, search, paging }: ListPeople): Promise<Page<PersonRow>> {
    const wanted = wantedBy(asked, search, paging, personCursor);
    const shown = await freshness(this.progress, this.status, DIRECTORY, asked);
    return atOneMoment(this.database, async (tables) => {
      const { rows, total } = await listPeople(tables, (value) => this.facts.read(value), wanted);
      const ids = rows.map(({ id }) => id);
      const languages = await languagesOf(tables, wanted.space, ids);
      const positions = await positionsHeldBy(tables, wanted.space, ids);
      const item = ({ id, name }: (typeof rows)[number]): PersonRow => ({
        personId: id,
        name,
        language: languages.get(id) ?? 'zh',
        positions: positions.get(id) ?? [],
      });
      const page = pageOf(rows, pageSize(paging), item, ({ id }) => personCursor.write(id));
      return { ...page, total, freshness: shown };
    });
  }
}

function wantedBy(asked: Asked, search: string, paging: Paging, cursor: typeof personCursor): Wanted {
  const [after] = paging.cursor === undefined ? [] : cursor.read(paging.cursor);
  return { space: asked.viewer.space, search, after, limit: pageSize(paging) + 1 };
}
