import { readableEvents, type RecordedEvent } from '@entente/event-sourcing';

import { CommandFailed } from '../command-failed.js';
import { terminal } from '../output.js';
import { table } from '../table.js';
import { asked, type Tools } from '../with-entente.js';

export interface ReconcileOptions {
  readonly json?: boolean;
}

/** Makes the queue as the plan wants it, and tells what was wrong with it. */
export async function reconcileReminders({ entente }: Tools, { json }: ReconcileOptions): Promise<void> {
  await asked(entente);
  const found = await entente.compareReminders();
  if (!found) throw new CommandFailed('The queue was not compared: another process was at it until the end.');
  if (json) {
    terminal.print(JSON.stringify(found, null, 2));
    return;
  }
  const { wanted, missing, surplus, overdue } = found;
  terminal.print(
    table([
      ['WANTED', 'WERE MISSING', 'WERE TOO MANY', 'OVERDUE'],
      [wanted, missing, surplus, overdue].map(String),
    ]),
  );
}

export interface OutageOptions {
  readonly space?: string;
  readonly since?: string;
  readonly minutes: number;
  readonly json?: boolean;
}

interface Late {
  readonly agreementId: string;
  readonly deadlineId: string;
  readonly step: string;
  /** From when on it might go to the person. */
  readonly opensAt: string;
  readonly sentAt: string;
  readonly lateMinutes: number;
}

/** What went out later than it might have, the latest first, by the log alone. */
export async function outage({ entente }: Tools, options: OutageOptions): Promise<void> {
  const { viewer } = await asked(entente, options.space);
  const late: Late[] = [];
  const prefix = `${viewer.space}.reminders-`;
  for await (const recorded of readableEvents(entente.store, undefined, { streamPrefixes: [prefix] })) {
    const found = lateIn(recorded, prefix);
    if (!found || found.lateMinutes < options.minutes) continue;
    if (options.since === undefined || found.sentAt >= options.since) late.push(found);
  }
  late.sort((one, other) => other.lateMinutes - one.lateMinutes);
  if (options.json) terminal.print(JSON.stringify(late, null, 2));
  else if (late.length === 0) terminal.note('No reminder was so late.');
  else terminal.print(asTable(late));
}

function lateIn({ event }: RecordedEvent, prefix: string): Late | undefined {
  if (event.type !== 'ReminderSent') return undefined;
  const { deadlineId, step, plannedAt, opensAt = plannedAt } = event.data;
  if (typeof deadlineId !== 'string' || typeof step !== 'string' || typeof opensAt !== 'string')
    return undefined;
  return {
    agreementId: event.stream.slice(prefix.length),
    deadlineId,
    step,
    opensAt,
    sentAt: event.recordedAt,
    lateMinutes: Math.floor((Date.parse(event.recordedAt) - Date.parse(opensAt)) / 60_000),
  };
}

function asTable(late: readonly Late[]): string {
  return table([
    ['MINUTES LATE', 'DUE', 'SENT', 'DEADLINE', 'STEP', 'AGREEMENT'],
    ...late.map((one) => [
      String(one.lateMinutes),
      one.opensAt,
      one.sentAt,
      one.deadlineId,
      one.step,
      one.agreementId,
    ]),
  ]);
}
