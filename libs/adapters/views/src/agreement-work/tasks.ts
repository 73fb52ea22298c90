import { coordinatorPosition, type Viewer } from '@entente/access';
import type { WorkTask } from '@entente/application';
import type { Kysely } from 'kysely';

import type { DeskNow } from '../directory/desks-now.js';
import type { Reader } from '../directory/lists.js';
import { NOBODY } from '../directory/table.js';
import type { ViewsTables } from '../tables.js';

/** More than anybody repairs on a day. */
const MAX_CONTACTS = 50;

/** What other tasks tell of. */
const NONE = { agreementId: null, deadlineId: null, personId: null, word: null } as const;

/** What is asked of the viewer beside letters. */
export async function tasksOf(
  tables: Kysely<ViewsTables>,
  read: Reader,
  desks: readonly DeskNow[],
  viewer: Viewer,
): Promise<readonly WorkTask[]> {
  return [...deskTasks(desks, viewer), ...(await contactTasks(tables, read, viewer))];
}

function deskTasks(desks: readonly DeskNow[], viewer: Viewer): readonly WorkTask[] {
  if (!coordinatorPosition(viewer)) return [];
  return desks.flatMap(({ deskId, name, present, offered }): WorkTask[] => {
    const desk = { ...NONE, deskId, name };
    if (offered?.personId === viewer.personId) return [{ kind: 'accept-desk', ...desk, from: offered.from }];
    return present ? [] : [{ kind: 'hand-over-desk', ...desk, from: null }];
  });
}

/** Of whoever holds a position: for those who keep the directory, and for the person. */
async function contactTasks(
  tables: Kysely<ViewsTables>,
  read: Reader,
  viewer: Viewer,
): Promise<readonly WorkTask[]> {
  let bounced = tables
    .selectFrom('views.people as person')
    .select(['person.id', 'person.contact'])
    .where('person.space', '=', viewer.space)
    .where('person.bounced', 'is not', null)
    .where((row) =>
      row.exists(
        row
          .selectFrom('views.positions as position')
          .select('position.position_id')
          .whereRef('position.space', '=', 'person.space')
          .whereRef('position.person_id', '=', 'person.id')
          .where('position.person_id', '<>', NOBODY),
      ),
    )
    .orderBy('person.id')
    .limit(MAX_CONTACTS);
  if (!coordinatorPosition(viewer)) bounced = bounced.where('person.id', '=', viewer.personId);
  const people = await read(await bounced.execute());
  return people.map(({ id, contact }) => ({
    ...NONE,
    kind: 'repair-contact',
    deskId: null,
    personId: id,
    name: contact?.name ?? null,
    from: null,
  }));
}
