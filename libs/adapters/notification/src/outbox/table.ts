import { sql, type ColumnType, type Kysely } from 'kysely';

import type { ReturnMailboxTable } from '../returns/table.js';

/** `held`: it stays here, by rule, and nobody tries to send it. */
export type OutboxStatus = 'queued' | 'sent' | 'held' | 'failed';

/** It reached nobody; or it may yet. */
export type ReturnKind = 'failed' | 'delayed';

type Moment = ColumnType<Date, string, string>;

export interface OutboxTable {
  delivery_id: string;
  space: string;
  agreement_id: string;
  /** Of all that it reminds of; null: of this one alone. */
  agreement_ids: string[] | null;
  deadline_id: string;
  step: string;
  position_id: string;
  /** Whose address is looked up when the page is viewed; it is not kept here. */
  person_id: string;
  language: 'zh' | 'en';
  subject: string;
  body_text: string;
  body_html: string;
  message_id: string;
  status: OutboxStatus;
  reason: string | null;
  redirected: boolean;
  attempts: number;
  /** On the space's clock. */
  queued_at: Moment;
  settled_at: ColumnType<Date | null, string | null, string | null>;
  /** What came back of it. */
  return_kind: ReturnKind | null;
  /** As RFC 3463 numbers it. */
  return_status: string | null;
  returned_at: ColumnType<Date | null, string | null, string | null>;
}

export interface NotificationTables {
  'notification.outbox': OutboxTable;
  'notification.return_mailbox': ReturnMailboxTable;
}

export async function createOutbox(database: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE notification.outbox (
      delivery_id uuid PRIMARY KEY,
      space text COLLATE "C" NOT NULL,
      agreement_id text COLLATE "C" NOT NULL,
      deadline_id text COLLATE "C" NOT NULL,
      step text COLLATE "C" NOT NULL,
      position_id text COLLATE "C" NOT NULL,
      person_id text COLLATE "C" NOT NULL,
      language text COLLATE "C" NOT NULL CHECK (language IN ('zh', 'en')),
      subject text NOT NULL,
      body_text text NOT NULL,
      body_html text NOT NULL,
      message_id text COLLATE "C" NOT NULL,
      status text COLLATE "C" NOT NULL CHECK (status IN ('queued', 'sent', 'held', 'failed')),
      reason text COLLATE "C",
      redirected boolean NOT NULL DEFAULT false,
      attempts integer NOT NULL DEFAULT 1,
      queued_at timestamptz NOT NULL,
      settled_at timestamptz
    )`.execute(database);
  await sql`CREATE INDEX ON notification.outbox (space, queued_at DESC, delivery_id DESC)`.execute(database);
  await sql`CREATE INDEX ON notification.outbox (space, agreement_id)`.execute(database);
}

export async function addReturned(database: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE notification.outbox
      ADD COLUMN return_kind text COLLATE "C" CHECK (return_kind IN ('failed', 'delayed')),
      ADD COLUMN return_status text COLLATE "C",
      ADD COLUMN returned_at timestamptz,
      ADD COLUMN agreement_ids text[] COLLATE "C"`.execute(database);
  await sql`CREATE INDEX ON notification.outbox (message_id)`.execute(database);
}
