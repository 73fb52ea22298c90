import { coordinatorPosition, type Viewer } from '@entente/access';
import type { WorkTask } from '@entente/application';
import { sql, type ExpressionBuilder, type Kysely } from 'kysely';

import { atNone, desksOfOthers, type DeskNow } from '../directory/desks-now.js';
import type { Reader } from '../directory/lists.js';
import { NOBODY, type PeopleTable } from '../directory/table.js';
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
  return [...deskTasks(desks, viewer), ...(await contactTasks(tables, read, desks, viewer))];
}

function deskTasks(desks: readonly DeskNow[], viewer: Viewer): readonly WorkTask[] {
  if (!coordinatorPosition(viewer)) return [];
  return desks.flatMap(({ deskId, name, present, offered }): WorkTask[] => {
    const desk = { ...NONE, deskId, name };
    if (offered?.personId === viewer.personId) return [{ kind: 'accept-desk', ...desk, from: offered.from }];
    return present ? [] : [{ kind: 'hand-over-desk', ...desk, from: null }];
  });
}

/**
 * Of whoever holds a position: for the person, and for those who look after a letter with something due that mail was
 * about. Where there is none, every coordinator is asked.
 */
async function contactTasks(
  tables: Kysely<ViewsTables>,
  read: Reader,
  desks: readonly DeskNow[],
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
  bounced = coordinatorPosition(viewer)
    ? bounced.where((row) =>
        row.or([
          row('person.id', '=', viewer.personId),
          row.not(row.exists(lettersOf(row))),
          row.exists(lettersOf(row).where(atNone(DESK, desksOfOthers(desks, viewer.personId), desks))),
        ]),
      )
    : bounced.where('person.id', '=', viewer.personId);
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

const DESK = sql.ref('board.desk_id');

/** Those with something due, of which mail did not reach the person. */
function lettersOf(row: ExpressionBuilder<ViewsTables & { person: PeopleTable }, 'person'>) {
  return row
    .selectFrom('views.people_unreached as unreached')
    .innerJoin('views.agreement_deadlines as due', (join) =>
      join
        .onRef('due.space', '=', 'unreached.space')
        .onRef('due.agreement_id', '=', 'unreached.agreement_id'),
    )
    .innerJoin('views.agreement_board as board', 'board.stream', 'due.stream')
    .select('board.stream')
    .whereRef('unreached.space', '=', 'person.space')
    .whereRef('unreached.person_id', '=', 'person.id');
}
