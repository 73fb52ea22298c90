import { sql, type ColumnType, type Generated, type Kysely } from 'kysely';

/** How far a mailbox was read. */
export interface ReturnMailboxTable {
  mailbox: string;
  /** When it changes, the server counts its messages anew. */
  uid_validity: string;
  last_uid: ColumnType<string | number, number, number>;
  /** Messages that were about one of ours. */
  handled: Generated<number>;
  /** Others, which are left to whoever reads the mailbox. */
  unknown: Generated<number>;
}

export async function createReturnMailbox(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE notification.return_mailbox (
      mailbox text COLLATE "C" PRIMARY KEY,
      uid_validity text COLLATE "C" NOT NULL,
      last_uid bigint NOT NULL,
      handled integer NOT NULL DEFAULT 0,
      unknown integer NOT NULL DEFAULT 0
    )`.execute(database);
}
