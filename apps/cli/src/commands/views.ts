import type { ConsumerStatus } from '@entente/platform';

import { terminal } from '../output.js';
import { table } from '../table.js';
import type { Tools } from '../with-entente.js';

export interface ViewsOptions {
  readonly json?: boolean;
}

/** How far every view and automation is, as the database says: whoever moves them. */
export async function views({ entente }: Tools, { json }: ViewsOptions): Promise<void> {
  const statuses = await entente.consumers.status();
  if (json) terminal.print(JSON.stringify(statuses.map(asData), null, 2));
  else terminal.print(table([HEADING, ...statuses.map(asLine)]));
}

const HEADING = ['NAME', 'KIND', 'VERSION', 'POSITION', 'LAG', 'PARKED', 'STATE'];

function asLine(status: ConsumerStatus): string[] {
  const { name, kind, version, position = '-', lagMs, lagEvents = 0, parked } = status;
  const lag = `${String(Math.round(lagMs))} ms${lagEvents > 0 ? `, ${String(lagEvents)} events at most` : ''}`;
  return [name, kind, String(version), position, lag, String(parked), stateOf(status)];
}

function stateOf({ failure, rebuild }: ConsumerStatus): string {
  if (failure) return `failing since ${failure.since}: ${failure.cause}`;
  if (!rebuild) return 'ok';
  const { version, events, since } = rebuild;
  return `rebuilding to version ${String(version)} since ${since}: ${String(events)} events`;
}

/** Without an undefined member, which JSON would leave out. */
function asData({ position, lagEvents, failure, rebuild, ...status }: ConsumerStatus): object {
  return {
    ...status,
    lagEvents: lagEvents ?? null,
    position: position ?? null,
    rebuild: rebuild ?? null,
    failure: failure ?? null,
  };
}
