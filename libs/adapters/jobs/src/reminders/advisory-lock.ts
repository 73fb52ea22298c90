import type { Database } from '@entente/platform';

/**
 * Runs `work` while no other process does so under the same key; answers 'busy' at once when one does.
 * The lock is the session's: a process that dies loses it with its connection.
 */
export async function underLock<Result>(
  { pool }: Database,
  key: string,
  work: () => Promise<Result>,
): Promise<Result | 'busy'> {
  const client = await pool.connect();
  let broken = true;
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
      [key],
    );
    if (rows[0]?.taken !== true) {
      broken = false;
      return 'busy';
    }
    try {
      return await work();
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key]);
      broken = false;
    }
  } finally {
    // A connection that could not unlock must not go back to the pool with the lock.
    client.release(broken);
  }
}
