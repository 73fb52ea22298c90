import type { Database } from '@entente/platform';
import type { Kysely } from 'kysely';

import type { NotificationTables } from '../outbox/table.js';

export interface Progress {
  readonly lastUid: number;
  readonly handled: number;
  readonly unknown: number;
}

/** Which messages of a mailbox were read: kept here and not there, so that the mailbox stays as it is. */
export class MailboxProgress {
  readonly #tables: Kysely<NotificationTables>;

  constructor(
    database: Database,
    private readonly mailbox: string,
  ) {
    this.#tables = database.tables<NotificationTables>();
  }

  /** From the beginning when the server counts anew: what was told already is told again, to no effect. */
  async begin(uidValidity: string): Promise<Progress> {
    await this.#tables
      .insertInto('notification.return_mailbox')
      .values({ mailbox: this.mailbox, uid_validity: uidValidity, last_uid: 0 })
      .onConflict((conflict) =>
        conflict
          .column('mailbox')
          .doUpdateSet({ uid_validity: uidValidity, last_uid: 0 })
          .where('notification.return_mailbox.uid_validity', '<>', uidValidity),
      )
      .execute();
    const row = await this.#tables
      .selectFrom('notification.return_mailbox')
      .selectAll()
      .where('mailbox', '=', this.mailbox)
      .executeTakeFirstOrThrow();
    return { lastUid: Number(row.last_uid), handled: row.handled, unknown: row.unknown };
  }

  /** Of two processes at one message, one counts it. */
  async done(uid: number, isOurs: boolean): Promise<void> {
    await this.#tables
      .updateTable('notification.return_mailbox')
      .set((row) => ({
        last_uid: uid,
        handled: row('handled', '+', isOurs ? 1 : 0),
        unknown: row('unknown', '+', isOurs ? 0 : 1),
      }))
      .where('mailbox', '=', this.mailbox)
      .where('last_uid', '<', uid)
      .execute();
  }
}
