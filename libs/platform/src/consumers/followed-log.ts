import type { EventStore, LogPosition } from '@entente/event-sourcing';
import { sql, type Kysely } from 'kysely';

import { tablesOf, type AnyTransaction, type Database } from '../database/database.js';
import type { PlatformTables } from '../migrations.js';
import { StartRefused } from '../start-refused.js';
import type { ConsumerSet } from './consumer-set.js';
import type { Consumer, Reactor } from './consumer.js';

export const ADOPT = 'entente rebuild --all --adopt-log';

/** The log that this database's views and checkpoints belong to: beside any other they mean nothing. */
export class FollowedLog {
  readonly #tables: Kysely<PlatformTables>;

  constructor(
    private readonly database: Database,
    private readonly store: EventStore,
  ) {
    this.#tables = database.tables<PlatformTables>();
  }

  /** Throws StartRefused when the log is another one, or ends before a checkpoint. The first log ever seen is followed. */
  async check(): Promise<void> {
    const identity = await this.store.identity();
    const followed = await this.#followedOr(identity);
    if (followed !== identity) {
      throw new StartRefused(
        `The views of this database were made from another log (${followed}) than the one opened here (${identity}): correct EVENT_STORE_URL or DATABASE_URL, or make the views anew from this log with "${ADOPT}".`,
      );
    }
    const ahead = await this.#ahead();
    if (ahead) {
      throw new StartRefused(
        `The log ends at ${ahead.head ?? 'its beginning'}, but ${ahead.name} had already reached ${ahead.position}: restore the newer log, or make the views anew from this one with "${ADOPT}".`,
      );
    }
  }

  /**
   * From now on this log is followed, from its beginning: the rows made of another one are gone. Automations begin anew
   * as well, which repeats nothing that this log knows to be done; in an older copy of their own log they go on.
   */
  async adopt({ views, reactors }: ConsumerSet): Promise<void> {
    const [identity, head] = await Promise.all([this.store.identity(), this.store.head()]);
    await this.database.transaction(async (tx) => {
      const tables = tablesOf<PlatformTables>(tx);
      // Waits for whoever works on one; from here on nobody else moves any.
      await tables.selectFrom('platform.checkpoint').select('name').orderBy('name').forUpdate().execute();
      for (const view of views.values()) await forget(tx, view);
      const knowsIt = (await identityOf(tables)) === identity;
      for (const reactor of reactors.values()) {
        await (knowsIt ? endAt(tables, reactor, head) : beginAnew(tables, reactor, head));
      }
      await tables.deleteFrom('platform.parked').execute();
      await tables.deleteFrom('platform.rebuild').execute();
      await tables.updateTable('platform.checkpoint').set({ parked: 0 }).execute();
      await tables.updateTable('platform.followed_log').set({ identity }).execute();
    });
  }

  async #followedOr(identity: string): Promise<string> {
    const known = await identityOf(this.#tables);
    if (known !== undefined) return known;
    await this.#tables
      .insertInto('platform.followed_log')
      .values({ identity })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return (await identityOf(this.#tables)) ?? identity;
  }

  async #ahead(): Promise<
    { readonly name: string; readonly position: LogPosition; readonly head?: LogPosition } | undefined
  > {
    const furthest = await this.#tables
      .selectFrom('platform.checkpoint')
      .select(['name', 'position'])
      .where('position', 'is not', null)
      .orderBy('position', 'desc')
      .executeTakeFirst();
    const position = furthest?.position;
    if (!furthest || typeof position !== 'string') return undefined;
    // Asked for after the checkpoint: it is not older.
    const head = await this.store.head();
    if (head !== undefined && head >= position) return undefined;
    return { name: furthest.name, position, ...(head === undefined ? {} : { head }) };
  }
}

async function identityOf(tables: Kysely<PlatformTables>): Promise<string | undefined> {
  return (await tables.selectFrom('platform.followed_log').select('identity').executeTakeFirst())?.identity;
}

async function forget(tx: AnyTransaction, view: Consumer): Promise<void> {
  for (const table of view.tables) await sql`DELETE FROM ${sql.id(view.schema, table)}`.execute(tx);
  await tablesOf<PlatformTables>(tx)
    .updateTable('platform.checkpoint')
    .set({ version: 0, position: null })
    .where('name', '=', view.name)
    .execute();
}

/** In another log: from where it would begin if it were new. */
async function beginAnew(
  tables: Kysely<PlatformTables>,
  { name, startsAt }: Reactor,
  head: LogPosition | undefined,
): Promise<void> {
  const position = startsAt === 'end' ? (head ?? null) : null;
  await tables.updateTable('platform.checkpoint').set({ position }).where('name', '=', name).execute();
}

/** In an older copy of its log: what it has heard of and the log has lost is not waited for. */
async function endAt(
  tables: Kysely<PlatformTables>,
  { name }: Reactor,
  head: LogPosition | undefined,
): Promise<void> {
  await tables
    .updateTable('platform.checkpoint')
    .set({ position: head ?? null })
    .where('name', '=', name)
    .where('position', '>', head ?? '')
    .execute();
}
