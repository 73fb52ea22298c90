import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

import { newKey } from '../../api/commands.js';
import { migrateLetters } from '../../api/definition-commands.js';
import type { MigrationCount, MigrationLine, MigrateLetters } from '../../api/types.js';

export interface MigrationRun {
  readonly dryRun: boolean;
  readonly isGoing: boolean;
  readonly looked: number;
  readonly total: number;
  readonly counts: readonly MigrationCount[];
  /** The first of those that stay where they are. */
  readonly stays: readonly MigrationLine[];
  readonly error?: Error;
}

type Way = Pick<MigrateLetters, 'to' | 'stages'>;

const MOST_SHOWN = 100;

/** Page by page, so that it shows how far it is and can be stopped; begun again it goes on with what is left. */
export function useMigration(from: string) {
  const queries = useQueryClient();
  const [run, setRun] = useState<MigrationRun>();
  const stopped = useRef(false);
  const isStopped = (): boolean => stopped.current;
  const start = async (way: Way, dryRun: boolean): Promise<void> => {
    stopped.current = false;
    const key = newKey();
    let now: MigrationRun = { dryRun, isGoing: true, looked: 0, total: 0, counts: [], stays: [] };
    const show = (change: Partial<MigrationRun>): void => setRun((now = { ...now, ...change }));
    show({});
    try {
      for (let after: string | null | undefined; after !== null && !isStopped();) {
        const body = { ...way, dryRun, ...(after === undefined ? {} : { after }) };
        const page = await migrateLetters(from, body, key);
        show({
          looked: now.looked + page.items.length,
          total: now.total === 0 ? page.total : now.total,
          counts: together([...now.counts, ...page.counts]),
          stays: [...now.stays, ...page.items.filter(({ outcome }) => outcome === 'stays')].slice(
            0,
            MOST_SHOWN,
          ),
        });
        after = page.next;
      }
      show({ isGoing: false });
    } catch (error) {
      show({ isGoing: false, error: error as Error });
    }
    if (!dryRun) await queries.invalidateQueries({ queryKey: ['definitions', 'letters'] });
  };
  const stop = (): void => {
    stopped.current = true;
  };
  return { run, start, stop, forget: () => setRun(undefined) };
}

function together(counts: readonly MigrationCount[]): readonly MigrationCount[] {
  const alike = Map.groupBy(counts, ({ stage, toStage, outcome, code }) =>
    [outcome, stage, toStage, code].join(' '),
  );
  return [...alike.values()].flatMap(([first, ...others]) =>
    first
      ? [others.reduce((sum, one) => ({ ...sum, agreements: sum.agreements + one.agreements }), first)]
      : [],
  );
}
