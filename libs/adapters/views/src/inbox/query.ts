import {
  Facts,
  freshness,
  ListInbox,
  ViewProgress,
  ViewStatus,
  type InboxPage,
  type InboxRow,
} from '@entente/application';
import type { LocalText } from '@entente/agreement';
import { Database } from '@entente/platform';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type Selectable } from 'kysely';

import { visibleTo } from '../agreement-board/filter.js';
import { cursorOf } from '../cursor.js';
import { atOneMoment, pageOf, pageSize } from '../page.js';
import { INBOX, type InboxTable } from './table.js';

interface Stored extends Selectable<InboxTable> {
  readonly number: string | null;
  readonly definition: string;
  readonly title: LocalText;
  readonly read: boolean;
  readonly milestone_title: LocalText | null;
  readonly local_date: string | null;
  readonly due_at: string | null;
  readonly zone: string | null;
  readonly provisional: boolean | null;
}

const inboxCursor = cursorOf('inbox', 'string', 'string');

/** Of letters the viewer may still see; what each of them is about is looked up now. */
@QueryHandler(ListInbox)
export class ListInboxHandler implements IQueryHandler<ListInbox> {
  constructor(
    private readonly database: Database,
    private readonly facts: Facts,
    private readonly progress: ViewProgress,
    private readonly status: ViewStatus,
  ) {}

  async execute({ asked, filter }: ListInbox): Promise<InboxPage> {
    const { viewer } = asked;
    const after = filter.cursor === undefined ? undefined : inboxCursor.read(filter.cursor);
    const size = pageSize(filter);
    const shown = await freshness(this.progress, this.status, INBOX, asked);
    const now = this.facts.now(viewer.space);
    return atOneMoment(this.database, async (tables) => {
      const isRead = sql<boolean>`coalesce(item.at <= seen.until OR item.item_id = ANY (seen.items), false)`;
      const all = tables
        .selectFrom('views.inbox as item')
        .innerJoin('views.agreement_board as board', (join) =>
          join
            .onRef('board.space', '=', 'item.space')
            .on('board.stream', '=', sql<string>`item.space || '.agreement-' || item.agreement_id`),
        )
        .leftJoin('views.inbox_read as seen', (join) =>
          join.onRef('seen.space', '=', 'item.space').onRef('seen.person_id', '=', 'item.person_id'),
        )
        .leftJoin('views.agreement_deadlines as due', (join) =>
          join.onRef('due.stream', '=', 'board.stream').onRef('due.deadline_id', '=', 'item.deadline_id'),
        )
        .where('item.space', '=', viewer.space)
        .where('item.person_id', '=', viewer.personId)
        .where(visibleTo(viewer));
      const found = filter.unread === true ? all.where(sql<boolean>`NOT ${isRead}`) : all;
      const rows = await (
        after
          ? found.where((row) => row(row.refTuple('item.at', 'item.item_id'), '<', row.tuple(...after)))
          : found
      )
        .selectAll('item')
        .select(['board.number', 'board.definition', 'board.title', isRead.as('read'), 'due.milestone_title'])
        .select(['due.local_date', 'due.due_at', 'due.zone', 'due.provisional'])
        .orderBy('item.at', 'desc')
        .orderBy('item.item_id', 'desc')
        .limit(size + 1)
        .execute();
      const { total, unread } = await all
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .select(({ fn }) =>
          fn
            .countAll<number>()
            .filterWhere(sql<boolean>`NOT ${isRead}`)
            .as('unread'),
        )
        .executeTakeFirstOrThrow();
      const page = pageOf<Stored, InboxRow>(
        rows,
        size,
        (row) => answer(row, now),
        ({ at, item_id }) => inboxCursor.write(at, item_id),
      );
      return { ...page, total: filter.unread === true ? unread : total, unread, freshness: shown };
    });
  }
}

function answer(row: Stored, now: string): InboxRow {
  const { local_date: localDate, due_at: dueAt, zone, provisional } = row;
  const isOpen = localDate !== null && dueAt !== null && zone !== null;
  return {
    itemId: row.item_id,
    agreementId: row.agreement_id,
    number: row.number,
    definition: row.definition,
    title: row.title,
    deadlineId: row.deadline_id,
    ...subjectOf(row.deadline_id),
    milestone: row.milestone_title,
    step: row.step,
    at: row.at,
    channel: row.channel,
    read: row.read,
    due: isOpen ? { localDate, dueAt, zone, provisional: provisional ?? false, late: dueAt <= now } : null,
  };
}

/** `signing-19`, `milestone-{id}`, `signed-copy-21`: of what is done no row tells. */
function subjectOf(deadlineId: string): Pick<InboxRow, 'kind' | 'subject'> {
  const [, milestone] = /^milestone-(.+)$/u.exec(deadlineId) ?? [];
  if (milestone !== undefined) return { kind: 'milestone', subject: milestone };
  const subject = deadlineId.replace(/-\d+$/u, '');
  return subject === 'signed-copy' ? { kind: 'signed-copy', subject } : { kind: 'stage', subject };
}
