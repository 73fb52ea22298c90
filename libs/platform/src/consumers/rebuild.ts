import { sql } from 'kysely';

import { tablesOf } from '../database/database.js';
import type { PlatformTables } from '../migrations.js';
import { withAdvisoryLock } from './advisory-lock.js';
import { whenFree } from './busy.js';
import { lockCheckpoint, moveCheckpoint } from './checkpoints.js';
import type { Consumer } from './consumer.js';
import { readEntries } from './log-entries.js';
import { unpark } from './parking.js';
import type { RunnerPorts } from './view-runner.js';
import { filterOf, Rebuild } from './one-rebuild.js';
import type { RebuildOptions, RebuildReport } from './rebuild-report.js';

/** A log no longer than this is followed from its beginning instead, when no rows were made yet. */
const SHORT = 500;

/**
 * Makes all rows of a view anew beside the live ones, which go on following the log and are read meanwhile. At the end,
 * at the same place of the log, the two are compared, and live rows that differ are replaced in one transaction.
 */
export class Rebuilder {
  constructor(private readonly ports: RunnerPorts) {}

  /** Goes on with an unfinished rebuild of the same version. Throws Busy while another worker is at it. */
  async rebuild(view: Consumer, options: RebuildOptions): Promise<RebuildReport> {
    return this.#alone(view, () => this.#run(view, options));
  }

  /** The same, unless the rows are of this version already, or can be made in a moment by following the log. */
  async rebuildOther(view: Consumer, options: RebuildOptions): Promise<RebuildReport | undefined> {
    return this.#alone(view, async () => {
      const { version = 0 } = (await this.ports.checkpoints.read(view.name)) ?? {};
      const isDone = version === view.version || (version === 0 && (await this.#beginShort(view)));
      return isDone ? undefined : this.#run(view, options);
    });
  }

  #alone<Result>({ name }: Consumer, work: () => Promise<Result>): Promise<Result> {
    return withAdvisoryLock(this.ports.database, `entente.rebuild.${name}`, work);
  }

  async #run(view: Consumer, options: RebuildOptions): Promise<RebuildReport> {
    const rebuild = new Rebuild(this.ports, view, options);
    await rebuild.prepare();
    await rebuild.streams();
    for (;;) {
      await rebuild.follow();
      await options.catchUp?.();
      const report = await whenFree(() => rebuild.finish(), options.signal);
      if (!report) continue;
      if (report.position !== undefined) this.ports.moved(view.name, report.position);
      return report;
    }
  }

  /** Nobody has seen rows yet, and what the log holds for them is made in a moment: they may as well follow it. */
  async #beginShort(view: Consumer): Promise<boolean> {
    const { database, spaces } = this.ports;
    let events = 0;
    for await (const _ of readEntries(this.ports, undefined, filterOf(spaces, view))) {
      events += 1;
      if (events > SHORT) return false;
    }
    await database.transaction(async (tx) => {
      if ((await lockCheckpoint(tx, view.name)).version !== 0) return;
      for (const table of view.tables) await sql`DELETE FROM ${sql.id(view.schema, table)}`.execute(tx);
      await unpark(tablesOf<PlatformTables>(tx), view.name);
      await moveCheckpoint(tx, view.name, view.version, undefined);
    });
    return true;
  }
}
