import { coordinatorPosition, maySeeOutbox } from '@entente/access';
import {
  InvalidCursor,
  ListOutbox,
  NameDirectory,
  ReminderDirectory,
  type OutboxMail,
  type Page,
} from '@entente/application';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Outbox } from './outbox.js';
import { outboxMail, withoutAnswerLinks } from './outbox-mail.js';

interface Place {
  readonly queuedAt: string;
  readonly deliveryId: string;
}

/** Every message and its fate. Names and addresses are looked up now: the outbox keeps neither. */
@QueryHandler(ListOutbox)
export class ListOutboxHandler implements IQueryHandler<ListOutbox> {
  constructor(
    private readonly outbox: Outbox,
    private readonly names: NameDirectory,
    private readonly people: ReminderDirectory,
  ) {}

  async execute({ asked, paging }: ListOutbox): Promise<Page<OutboxMail> | undefined> {
    const { space } = asked.viewer;
    if (!maySeeOutbox(asked.viewer)) return undefined;
    const after = paging.cursor === undefined ? undefined : readCursor(paging.cursor);
    const found = await this.outbox.list(space, { limit: paging.limit + 1, ...(after ? { after } : {}) });
    const page = found.slice(0, paging.limit);
    const last = found.length > page.length ? page.at(-1) : undefined;
    const names = await this.names.namesOf(
      space,
      page.map(({ personId }) => personId),
    );
    const shown = coordinatorPosition(asked.viewer) ? page : page.map(withoutAnswerLinks);
    return {
      items: await Promise.all(
        shown.map((message) => outboxMail(message, names.get(message.personId) ?? null, this.people)),
      ),
      nextCursor: last ? writeCursor(last) : null,
      total: await this.outbox.count(space),
      freshness: { view: 'outbox', version: 1, position: null, lagMs: 0, parked: null },
    };
  }
}

function writeCursor({ queuedAt, deliveryId }: Place): string {
  return Buffer.from(JSON.stringify([queuedAt, deliveryId])).toString('base64url');
}

const PLACE = /^\["(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)","([0-9a-f-]{36})"\]$/u;

function readCursor(cursor: string): Place {
  const [, queuedAt, deliveryId] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (queuedAt === undefined || deliveryId === undefined) throw new InvalidCursor();
  return { queuedAt, deliveryId };
}
