import { coordinatorPosition, maySeeOutbox } from '@entente/access';
import { GetOutboxMail, NameDirectory, ReminderDirectory, type OutboxMailDetail } from '@entente/application';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';

import { Outbox } from './outbox.js';
import { outboxMail, withoutAnswerLinks } from './outbox-mail.js';

@QueryHandler(GetOutboxMail)
export class GetOutboxMailHandler implements IQueryHandler<GetOutboxMail> {
  constructor(
    private readonly outbox: Outbox,
    private readonly names: NameDirectory,
    private readonly people: ReminderDirectory,
  ) {}

  async execute({ asked, id }: GetOutboxMail): Promise<OutboxMailDetail | 'unknown' | undefined> {
    if (!maySeeOutbox(asked.viewer)) return undefined;
    const { space } = asked.viewer;
    const found = await this.outbox.byId(space, id);
    if (!found) return 'unknown';
    const message = coordinatorPosition(asked.viewer) ? found : withoutAnswerLinks(found);
    const names = await this.names.namesOf(space, [message.personId]);
    const mail = await outboxMail(message, names.get(message.personId) ?? null, this.people);
    return { ...mail, html: message.html };
  }
}
