import { maySeeEveryMeeting, type Viewer } from '@entente/access';
import {
  freshness,
  ListMeetings,
  ViewProgress,
  ViewStatus,
  type MeetingRow,
  type Page,
} from '@entente/application';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type RawBuilder, type Selectable } from 'kysely';

import { cursorOf } from '../cursor.js';
import { atOneMoment, pageOf, pageSize } from '../page.js';
import { MEETINGS, type MeetingsTable } from './table.js';

const meetingCursor = cursorOf('meetings', 'number', 'string');

@QueryHandler(ListMeetings)
export class ListMeetingsHandler implements IQueryHandler<ListMeetings> {
  constructor(
    private readonly database: Database,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, paging }: ListMeetings): Promise<Page<MeetingRow>> {
    const after = paging.cursor === undefined ? undefined : meetingCursor.read(paging.cursor);
    const size = pageSize(paging);
    const shown = await freshness(this.progress, this.status, MEETINGS, asked);
    return atOneMoment(this.database, async (tables) => {
      const found = tables
        .selectFrom('views.meetings as meeting')
        .where('meeting.space', '=', asked.viewer.space)
        .where(visibleTo(asked.viewer));
      const following = after
        ? found.where((row) =>
            row(row.refTuple('meeting.sort_key', 'meeting.meeting_id'), '>', row.tuple(...after)),
          )
        : found;
      const rows = await following
        .selectAll()
        .orderBy('meeting.sort_key')
        .orderBy('meeting.meeting_id')
        .limit(size + 1)
        .execute();
      const { total } = await found
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const page = pageOf(rows, size, answer, (row) => meetingCursor.write(row.sort_key, row.meeting_id));
      return { ...page, total, freshness: shown };
    });
  }
}

/** Whoever does not see every meeting sees those at which a letter of their own is placed. */
function visibleTo(viewer: Viewer): RawBuilder<boolean> {
  if (maySeeEveryMeeting(viewer)) return sql`true`;
  const own = viewer.positions.map(({ organisationId }) => organisationId);
  return sql`EXISTS (
    SELECT FROM views.agreement_board board
    WHERE board.space = meeting.space AND board.agreement_id = ANY (meeting.agreement_ids)
      AND board.party_ids && ${own}::text[]
  )`;
}

function answer(row: Selectable<MeetingsTable>): MeetingRow {
  return {
    meetingId: row.meeting_id,
    title: row.title,
    at: row.local_at,
    zone: row.zone,
    place: row.place,
    status: row.status,
    letters: row.agreement_ids.length,
    signed: row.signed,
  };
}
