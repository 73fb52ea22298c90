import type { ViewProgress, ViewStatus } from '../ports/ports.js';
import type { Freshness } from './answers.js';
import type { Asked } from './queries.js';

/** A caller who writes and then reads is not kept waiting longer than this for their own write. */
const PATIENCE_MS = 2_000;

/**
 * Waits until the view shows what the caller has seen, then says how far it is. Asked before the rows are read:
 * they may be newer than it says, never older.
 */
export async function freshness(
  progress: ViewProgress,
  status: ViewStatus,
  view: string,
  { seen }: Asked,
): Promise<Freshness> {
  if (seen !== undefined) await progress.waitFor(view, seen, PATIENCE_MS);
  const { version, position = null, lagMs } = await status.statusOf(view);
  return { view, version, position, lagMs };
}
