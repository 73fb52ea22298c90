import type { PoolClient } from 'pg';

import type { Database } from '../database/database.js';
import { Busy } from './busy.js';

/** Throws Busy while another session holds the lock of this name. */
export async function withAdvisoryLock<Result>(
  database: Database,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const holder = await database.pool.connect();
  let isLocked = false;
  try {
    isLocked = await takeLock(holder, name);
    if (!isLocked) throw new Busy(`${name} is being worked on`);
    return await work();
  } finally {
    await release(holder, name, isLocked);
  }
}

const KEY = 'hashtextextended($1, 0)';

async function takeLock(holder: PoolClient, name: string): Promise<boolean> {
  const { rows } = await holder.query<{ taken: boolean }>(`SELECT pg_try_advisory_lock(${KEY}) AS taken`, [
    name,
  ]);
  return rows[0]?.taken === true;
}

/** A connection that may still hold the lock must not go back to the pool; closing it lets go. */
async function release(holder: PoolClient, name: string, isLocked: boolean): Promise<void> {
  try {
    if (isLocked) await holder.query(`SELECT pg_advisory_unlock(${KEY})`, [name]);
    holder.release();
  } catch (error) {
    holder.release(error instanceof Error ? error : true);
  }
}
