import type { Viewer } from '@entente/access';
import { NameDirectory, ReminderDirectory, ViewerDirectory, type PositionHolder } from '@entente/application';
import { isWellFormed } from '@entente/canonical';
import type { LocalText } from '@entente/directory';
import type { SealPort } from '@entente/event-sourcing';
import type { Database } from '@entente/platform';
import { sql } from 'kysely';

import type { ViewsTables } from '../tables.js';
import { desksNow } from './desks-now.js';
import { NOBODY } from './table.js';

export class DirectoryOfViewers extends ViewerDirectory {
  constructor(private readonly database: Database) {
    super();
  }

  override async viewerOf(space: string, personId: string): Promise<Viewer | undefined> {
    if (!isWellFormed(space) || !isWellFormed(personId)) return undefined;
    const rows = await this.database
      .tables<ViewsTables>()
      .selectFrom('views.people as person')
      .leftJoin('views.positions as position', (join) =>
        join.onRef('position.space', '=', 'person.space').onRef('position.person_id', '=', 'person.id'),
      )
      .select(['position.position_id', 'position.organisation_id', 'position.roles'])
      .where('person.space', '=', space)
      .where('person.id', '=', personId)
      .orderBy('position.organisation_id')
      .orderBy('position.ordinal')
      .execute();
    if (rows.length === 0) return undefined;
    const positions = rows.flatMap(({ position_id: positionId, organisation_id: organisationId, roles }) =>
      positionId !== null && organisationId !== null
        ? [{ positionId, organisationId, roles: roles ?? [] }]
        : [],
    );
    return { space, personId, positions };
  }
}

export class DirectoryOfNames extends NameDirectory {
  constructor(
    private readonly database: Database,
    private readonly seals: SealPort,
  ) {
    super();
  }

  /** Nothing is remembered: whose key was destroyed has no name with the next question. */
  override async namesOf(space: string, ids: readonly string[]): Promise<ReadonlyMap<string, LocalText>> {
    const { rows } = await sql<{ readonly id: string; readonly name: LocalText | null }>`
      SELECT id, contact -> 'name' AS name FROM views.people WHERE space = ${space} AND id = ANY(${ids})
      UNION ALL
      SELECT id, name FROM views.organisations WHERE space = ${space} AND id = ANY(${ids})
      UNION ALL
      SELECT id, name FROM views.desks WHERE space = ${space} AND id = ANY(${ids})
      UNION ALL
      SELECT position_id, title FROM views.positions WHERE space = ${space} AND position_id = ANY(${ids})
    `.execute(this.database.tables<ViewsTables>());
    const named = await this.seals.read(rows);
    return new Map(named.flatMap(({ id, name }) => (name ? [[id, name]] : [])));
  }
}

export class DirectoryOfHolders extends ReminderDirectory {
  constructor(
    private readonly database: Database,
    private readonly seals: SealPort,
  ) {
    super();
  }

  override async holderOf(space: string, positionId: string): Promise<PositionHolder | undefined> {
    const row = await this.database
      .tables<ViewsTables>()
      .selectFrom('views.positions')
      .select('person_id')
      .where('space', '=', space)
      .where('position_id', '=', positionId)
      .where('person_id', '<>', NOBODY)
      .orderBy('organisation_id')
      .executeTakeFirst();
    return row && this.personOf(space, row.person_id);
  }

  override async deskOf(
    space: string,
    deskId: string | undefined,
    day: string,
  ): Promise<{ readonly positionId: string; readonly organisationId: string } | undefined> {
    const desks = await desksNow(this.database.tables<ViewsTables>(), space, day);
    const desk = deskId === undefined ? desks[0] : desks.find((one) => one.deskId === deskId);
    return desk?.post ?? undefined;
  }

  override async representativesOf(space: string, organisationId: string): Promise<readonly string[]> {
    const rows = await this.database
      .tables<ViewsTables>()
      .selectFrom('views.positions')
      .select('position_id')
      .where('space', '=', space)
      .where('organisation_id', '=', organisationId)
      .where('person_id', '<>', NOBODY)
      .where(sql<boolean>`'representative' = ANY(roles)`)
      .orderBy('ordinal')
      .execute();
    return rows.map(({ position_id }) => position_id);
  }

  override async deskHolderOf(
    space: string,
    deskId: string | undefined,
    day: string,
  ): Promise<PositionHolder | undefined> {
    const desks = await desksNow(this.database.tables<ViewsTables>(), space, day);
    const desk = deskId === undefined ? desks[0] : desks.find((one) => one.deskId === deskId);
    return desk?.present && desk.holder ? this.personOf(space, desk.holder.personId) : undefined;
  }

  override async personOf(space: string, personId: string): Promise<PositionHolder | undefined> {
    const row = await this.database
      .tables<ViewsTables>()
      .selectFrom('views.people')
      .select(['contact', 'zone', 'language', 'bounced', 'reminders'])
      .where('space', '=', space)
      .where('id', '=', personId)
      .executeTakeFirst();
    if (!row) return undefined;
    const { contact, zone, language, bounced, reminders } = await this.seals.read(row);
    const { name, email } = contact ?? {};
    return {
      personId,
      name: name ?? {},
      language,
      ...(typeof email === 'string' ? { email } : {}),
      ...(zone === null ? {} : { zone }),
      ...(bounced === null ? {} : { bounced: true as const }),
      ...(reminders === null ? {} : { reminders }),
    };
  }
}
