import { maySeeDesks } from '@entente/access';
import {
  Facts,
  freshness,
  ListDesks,
  NameDirectory,
  ViewProgress,
  ViewStatus,
  type DeskList,
} from '@entente/application';
import { localDateOf } from '@entente/calendar';
import type { LocalText } from '@entente/directory';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';

import { atOneMoment } from '../page.js';
import { desksNow, type DeskNow } from './desks-now.js';
import { DIRECTORY } from './table.js';

@QueryHandler(ListDesks)
export class ListDesksHandler implements IQueryHandler<ListDesks> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly names: NameDirectory,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked }: ListDesks): Promise<DeskList | undefined> {
    const { space } = asked.viewer;
    if (!maySeeDesks(asked.viewer)) return undefined;
    const shown = await freshness(this.progress, this.status, DIRECTORY, asked);
    const today = localDateOf(this.facts.now(space), this.facts.zone);
    const { desks, letters } = await atOneMoment(this.database, async (tables) => {
      const found = await desksNow(tables, space, today);
      const counts = await tables
        .selectFrom('views.agreement_board')
        .select(sql<string>`coalesce(desk_id, ${found[0]?.deskId ?? ''})`.as('desk'))
        .select(({ fn }) => fn.countAll<number>().as('letters'))
        .where('space', '=', space)
        .groupBy('desk')
        .execute();
      return { desks: found, letters: new Map(counts.map((row) => [row.desk, row.letters])) };
    });
    const people = desks.flatMap(({ holder, offered }) => [holder, offered]);
    const names = await this.names.namesOf(
      space,
      people.flatMap((person) => (person ? [person.personId] : [])),
    );
    const items = desks.map((desk, place) => ({
      deskId: desk.deskId,
      name: desk.name,
      first: place === 0,
      holder: withName(desk.holder, names, { present: desk.present }),
      offered: withName(desk.offered, names, {}),
      letters: letters.get(desk.deskId) ?? 0,
    }));
    return { items, freshness: shown };
  }
}

function withName<More extends object>(
  person: DeskNow['holder'],
  names: ReadonlyMap<string, LocalText>,
  more: More,
) {
  return person && { ...person, name: names.get(person.personId) ?? null, ...more };
}
