import { coordinatorPosition, type Viewer } from '@entente/access';
import type { WorkTask } from '@entente/application';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';

import { atNone, desksOfOthers, type DeskNow } from '../directory/desks-now.js';
import type { ViewsTables } from '../tables.js';

/** More at once nobody settles. */
const MOST = 100;

/** Duties that nobody owns up to, of open deadlines, for whoever keeps the agreement's desk: the oldest first. */
export async function dutiesToPlace(
  tables: Kysely<ViewsTables>,
  viewer: Viewer,
  desks: readonly DeskNow[],
): Promise<readonly WorkTask[]> {
  if (!coordinatorPosition(viewer)) return [];
  const rows = await tables
    .selectFrom('views.duties_handed_back as back')
    .innerJoin('views.agreement_deadlines as due', (join) =>
      join
        .onRef('due.space', '=', 'back.space')
        .onRef('due.agreement_id', '=', 'back.agreement_id')
        .onRef('due.deadline_id', '=', 'back.deadline_id'),
    )
    .innerJoin('views.agreement_board as board', 'board.stream', 'due.stream')
    .where('back.space', '=', viewer.space)
    .where(atNone(sql.ref('board.desk_id'), desksOfOthers(desks, viewer.personId), desks))
    .select(['back.agreement_id', 'back.deadline_id', 'back.word', 'board.title', 'due.local_date'])
    .orderBy('back.said_at')
    .orderBy('back.agreement_id')
    .orderBy('back.duty')
    .limit(MOST)
    .execute();
  return rows.map(({ agreement_id, deadline_id, word, title, local_date }) => ({
    kind: 'find-whose-duty',
    deskId: null,
    agreementId: agreement_id,
    deadlineId: deadline_id,
    personId: null,
    name: title,
    from: local_date,
    word,
  }));
}
