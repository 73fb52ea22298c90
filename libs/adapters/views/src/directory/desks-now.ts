import { isWellFormed } from '@entente/canonical';
import type { LocalText } from '@entente/directory';
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';

import type { ViewsTables } from '../tables.js';

export interface DeskNow {
  readonly deskId: string;
  readonly name: LocalText;
  /** Whose it is on the day; null before the first day of all. */
  readonly holder: { readonly personId: string; readonly from: string } | null;
  /** Whether they still coordinate from the position they were given it in. */
  readonly present: boolean;
  /** The position they keep it from. */
  readonly post: { readonly positionId: string; readonly organisationId: string } | null;
  readonly offered: { readonly personId: string; readonly from: string } | null;
}

/** The desks of a space on a local day, the first one first. */
export async function desksNow(
  tables: Kysely<ViewsTables>,
  space: string,
  day: string,
): Promise<readonly DeskNow[]> {
  const rows = await tables
    .selectFrom('views.desks as desk')
    .leftJoin('views.desk_holders as holder', (join) =>
      join
        .onRef('holder.stream', '=', 'desk.stream')
        .on('holder.from_day', '<=', day)
        .on((on) => on.or([on('holder.until_day', 'is', null), on('holder.until_day', '>', day)])),
    )
    .leftJoin('views.positions as position', (join) =>
      join
        .onRef('position.space', '=', 'desk.space')
        .onRef('position.position_id', '=', 'holder.position_id')
        .onRef('position.person_id', '=', 'holder.person_id')
        .on(sql<boolean>`'coordinator' = ANY (position.roles)`),
    )
    .leftJoin('views.people as person', (join) =>
      join.onRef('person.space', '=', 'desk.space').onRef('person.id', '=', 'position.person_id'),
    )
    .select(['desk.id', 'desk.name', 'desk.offered_to', 'desk.offered_from'])
    .select(['holder.person_id', 'holder.from_day', 'person.id as present'])
    .select(['position.position_id', 'position.organisation_id'])
    .where('desk.space', '=', space)
    .orderBy('desk.opened_at')
    .orderBy('desk.id')
    .execute();
  return rows.map((row) => ({
    deskId: row.id,
    name: row.name,
    holder: pairOf(row.person_id, row.from_day),
    present: row.present !== null,
    post:
      row.position_id === null || row.organisation_id === null
        ? null
        : { positionId: row.position_id, organisationId: row.organisation_id },
    offered: pairOf(row.offered_to, row.offered_from),
  }));
}

function pairOf(personId: string | null, from: string | null): DeskNow['holder'] {
  return personId === null || from === null ? null : { personId, from };
}

/** Desks that somebody else keeps: what they look after is not the viewer's to do. */
export function desksOfOthers(desks: readonly DeskNow[], personId: string): readonly string[] {
  return desks
    .filter(({ holder, present }) => present && holder?.personId !== personId)
    .map(({ deskId }) => deskId);
}

/** That a letter is looked after by none of them; one that names no desk is the first one's. */
export function atNone(
  column: RawBuilder<unknown>,
  deskIds: readonly string[],
  desks: readonly DeskNow[],
): RawBuilder<SqlBool> {
  const first = desks[0]?.deskId ?? '';
  return sql<SqlBool>`coalesce(${column}, ${first}) <> ALL (${[...deskIds]}::text[])`;
}

/** That a letter is looked after by this one. */
export function atDesk(
  column: RawBuilder<unknown>,
  deskId: string,
  desks: readonly DeskNow[],
): RawBuilder<SqlBool> {
  // PostgreSQL would not take an ill-formed text, and no desk has such an id.
  if (!isWellFormed(deskId)) return sql<SqlBool>`false`;
  return sql<SqlBool>`coalesce(${column}, ${desks[0]?.deskId ?? ''}) = ${deskId}`;
}
