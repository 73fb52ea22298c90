import type { ParkedStream, RetryFilter } from '@entente/platform';

import { CommandFailed } from '../command-failed.js';
import { terminal } from '../output.js';
import { table } from '../table.js';
import type { Tools } from '../with-entente.js';

export interface RetryOptions {
  readonly view?: string;
  readonly stream?: string;
  readonly all?: boolean;
}

export async function listParked({ entente }: Tools, { json }: { readonly json?: boolean }): Promise<void> {
  const parked = await entente.consumers.parked();
  if (json) terminal.print(JSON.stringify(parked, null, 2));
  else if (parked.length === 0) terminal.note('Nothing is parked.');
  else terminal.print(table([HEADING, ...parked.map(asLine)]));
}

export async function retryParked({ entente }: Tools, options: RetryOptions): Promise<void> {
  const { consumers } = entente;
  const filter = filterOf(options, [...consumers.names, ...consumers.reactorNames]);
  const retried = await consumers.retry(filter);
  if (retried.length === 0) {
    terminal.note('Nothing of that is parked.');
    return;
  }
  for (const { consumer, stream, cause } of retried) {
    terminal.print(
      `${consumer}: ${stream} ${cause === undefined ? 'is up to date again' : `still fails: ${cause}`}`,
    );
  }
  const failed = retried.filter(({ cause }) => cause !== undefined).length;
  if (failed > 0) throw new CommandFailed(`${String(failed)} of ${String(retried.length)} still fail.`);
}

/** Everything is asked for by name, so that a forgotten option does not retry all. */
export function filterOf({ view, stream, all }: RetryOptions, names: readonly string[]): RetryFilter {
  const named = view !== undefined || stream !== undefined;
  if (all === true ? named : !named) {
    throw new CommandFailed('Say what to retry: either --all, or --view, --stream or both.');
  }
  if (view !== undefined && !names.includes(view)) {
    throw new CommandFailed(`There is no view or automation "${view}". There are: ${names.join(', ')}.`);
  }
  return {
    ...(view === undefined ? {} : { consumer: view }),
    ...(stream === undefined ? {} : { stream }),
  };
}

const HEADING = ['VIEW', 'STREAM', 'FROM', 'EVENT', 'SINCE', 'ATTEMPTS', 'CAUSE'];

function asLine({ consumer, stream, revision, eventType, since, attempts, cause }: ParkedStream): string[] {
  return [consumer, stream, `@${String(revision)}`, eventType ?? '-', since, String(attempts), cause];
}
