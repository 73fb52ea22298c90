import type { ReminderMail } from '@entente/application';
import type { Database } from '@entente/platform';
import { sql, type Kysely, type Selectable } from 'kysely';

import type { Rendered } from '../message/layout.js';
import type { NotificationTables, OutboxStatus, OutboxTable, ReturnKind } from './table.js';

export interface OutboxMessage {
  readonly deliveryId: string;
  readonly space: string;
  readonly agreementId: string;
  /** This one and those of what else it reminds of. */
  readonly agreementIds: readonly string[];
  readonly deadlineId: string;
  readonly step: string;
  readonly positionId: string;
  /** The address is looked up by it when somebody looks. */
  readonly personId: string;
  readonly language: 'zh' | 'en';
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly status: OutboxStatus;
  readonly reason?: string;
  /** It went to MAIL_REDIRECT's address instead. */
  readonly redirected: boolean;
  readonly attempts: number;
  readonly queuedAt: string;
  readonly settledAt?: string;
  readonly returned?: Returned;
}

export interface Returned {
  readonly kind: ReturnKind;
  /** As RFC 3463 numbers it. */
  readonly status: string;
  readonly at: string;
}

export interface OutboxQuery {
  readonly agreementId?: string;
  readonly status?: OutboxStatus;
  readonly limit: number;
  /** The last message of the page before. */
  readonly after?: { readonly queuedAt: string; readonly deliveryId: string };
}

export interface Settled {
  readonly status: Exclude<OutboxStatus, 'queued'>;
  readonly reason?: string;
  readonly redirected?: boolean;
}

/** Every message and what became of it, kept whether or not a mail server is configured. */
export class Outbox {
  readonly #tables: Kysely<NotificationTables>;

  constructor(database: Database) {
    this.#tables = database.tables<NotificationTables>();
  }

  /** Writes the message down before anything is sent; answers its state when it has been settled already. */
  async begin(
    mail: ReminderMail,
    message: Rendered,
    messageId: string,
  ): Promise<'sent' | 'held' | 'to-send'> {
    const content = {
      language: mail.recipient.language,
      subject: message.subject,
      body_text: message.text,
      body_html: message.html,
    };
    const begun = await this.#tables
      .insertInto('notification.outbox')
      .values({
        ...content,
        delivery_id: mail.deliveryId,
        space: mail.space,
        agreement_id: mail.agreementId,
        agreement_ids: [...new Set([mail, ...(mail.others ?? [])].map(({ agreementId }) => agreementId))],
        deadline_id: mail.deadlineId,
        step: mail.step,
        position_id: mail.positionId,
        person_id: mail.recipient.personId,
        message_id: messageId,
        status: 'queued',
        reason: null,
        redirected: false,
        attempts: 1,
        queued_at: mail.now,
        settled_at: null,
        return_kind: null,
        return_status: null,
        returned_at: null,
      })
      .onConflict((conflict) =>
        conflict
          .column('delivery_id')
          .doUpdateSet({
            ...content,
            status: 'queued',
            attempts: sql`notification.outbox.attempts + 1`,
            settled_at: null,
          })
          .where('notification.outbox.status', 'in', ['queued', 'failed']),
      )
      .returning('delivery_id')
      .executeTakeFirst();
    if (begun) return 'to-send';
    const settled = await this.#tables
      .selectFrom('notification.outbox')
      .select('status')
      .where('delivery_id', '=', mail.deliveryId)
      .executeTakeFirst();
    return settled?.status === 'held' ? 'held' : 'sent';
  }

  async settle(deliveryId: string, now: string, { status, reason, redirected }: Settled): Promise<void> {
    await this.#tables
      .updateTable('notification.outbox')
      .set({ status, reason: reason ?? null, redirected: redirected ?? false, settled_at: now })
      .where('delivery_id', '=', deliveryId)
      .execute();
  }

  /** The messages that went out under a Message-ID, or as a delivery. */
  async sentAs(messageId: string, deliveryId?: string): Promise<readonly OutboxMessage[]> {
    const rows = await this.#tables
      .selectFrom('notification.outbox')
      .selectAll()
      .where((row) =>
        row.or([
          row('message_id', '=', messageId),
          ...(deliveryId === undefined ? [] : [row('delivery_id', '=', deliveryId)]),
        ]),
      )
      .orderBy('delivery_id')
      .execute();
    return rows.map(messageOf);
  }

  /** That it came back for good is not taken back by a report of a delay. */
  async noteReturn(deliveryId: string, { kind, status, at }: Returned): Promise<void> {
    let outbox = this.#tables
      .updateTable('notification.outbox')
      .set({ return_kind: kind, return_status: status, returned_at: at })
      .where('delivery_id', '=', deliveryId);
    if (kind === 'delayed') outbox = outbox.where('return_kind', 'is', null);
    await outbox.execute();
  }

  async byId(space: string, deliveryId: string): Promise<OutboxMessage | undefined> {
    const row = await this.#tables
      .selectFrom('notification.outbox')
      .selectAll()
      .where('space', '=', space)
      .where('delivery_id', '=', deliveryId)
      .executeTakeFirst();
    return row && messageOf(row);
  }

  /** Newest first. */
  async list(
    space: string,
    { agreementId, status, limit, after }: OutboxQuery,
  ): Promise<readonly OutboxMessage[]> {
    let query = this.#tables
      .selectFrom('notification.outbox')
      .selectAll()
      .where('space', '=', space)
      .orderBy('queued_at', 'desc')
      .orderBy('delivery_id', 'desc')
      .limit(limit);
    if (agreementId !== undefined) query = query.where('agreement_id', '=', agreementId);
    if (status !== undefined) query = query.where('status', '=', status);
    if (after) {
      query = query.where(
        sql<boolean>`(queued_at, delivery_id) < (${after.queuedAt}, ${after.deliveryId}::uuid)`,
      );
    }
    return (await query.execute()).map(messageOf);
  }

  async count(space: string): Promise<number> {
    const { count } = await this.#tables
      .selectFrom('notification.outbox')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('space', '=', space)
      .executeTakeFirstOrThrow();
    return count;
  }
}

function messageOf(row: Selectable<OutboxTable>): OutboxMessage {
  return {
    deliveryId: row.delivery_id,
    space: row.space,
    agreementId: row.agreement_id,
    agreementIds: row.agreement_ids ?? [row.agreement_id],
    deadlineId: row.deadline_id,
    step: row.step,
    positionId: row.position_id,
    personId: row.person_id,
    language: row.language,
    subject: row.subject,
    text: row.body_text,
    html: row.body_html,
    messageId: row.message_id,
    status: row.status,
    ...(row.reason === null ? {} : { reason: row.reason }),
    redirected: row.redirected,
    attempts: row.attempts,
    queuedAt: row.queued_at.toISOString(),
    ...(row.settled_at === null ? {} : { settledAt: row.settled_at.toISOString() }),
    ...returnedOf(row),
  };
}

function returnedOf({
  return_kind: kind,
  return_status: status,
  returned_at: at,
}: Selectable<OutboxTable>): Pick<OutboxMessage, 'returned'> {
  if (kind === null || status === null || at === null) return {};
  return { returned: { kind, status, at: at.toISOString() } };
}
