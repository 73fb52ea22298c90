import type { ViewProgress, ViewStatus } from '../ports/ports.js';
import type { Freshness } from './page.js';
import type { Asked } from './queries.js';

/** A caller who writes and then reads is not kept waiting longer than this for their own write. */
const PATIENCE_MS = 2_000;

/**
 * Waits until the view shows what the caller has seen, then says how far it is. Asked before the rows are read:
 * they may be newer than it says, never older. `streams`: the ones of the agreement that was asked for.
 */
export async function freshness(
  progress: ViewProgress,
  status: ViewStatus,
  view: string,
  { seen }: Asked,
  streams: readonly string[] = [],
): Promise<Freshness> {
  if (seen !== undefined) await progress.waitFor(view, seen, PATIENCE_MS);
  const { version, position = null, lagMs, parked } = await status.statusOf(view);
  const [first] = parked > 0 && streams.length > 0 ? await status.parked({ consumer: view, streams }) : [];
  const leftOut = first ? { since: first.since, reason: first.reason } : null;
  return { view, version, position, lagMs, parked: leftOut };
}
