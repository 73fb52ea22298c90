import { openQueues, type Queues } from '@entente/jobs';
import type { Database } from '@entente/platform';

/** A place for queues, and how to lose everything in it. */
export interface Backend {
  readonly kind: 'postgres' | 'redis';
  start(): Promise<void>;
  open(database: Database): Promise<Queues>;
  wipe(database: Database): Promise<void>;
  stop(): Promise<void>;
}

export const onPostgres: Backend = {
  kind: 'postgres',
  start: () => Promise.resolve(),
  open: (database) => openQueues({ database }),
  wipe: async ({ pool }) => {
    for (;;) {
      try {
        await pool.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
        return;
      } catch (error) {
        // Workers are in the midst of it; whoever wipes a schema by hand would ask again, too.
        if ((error as { code?: string }).code !== '40P01') throw error;
      }
    }
  },
  stop: () => Promise.resolve(),
};
