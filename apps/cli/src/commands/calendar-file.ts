import type { DaysFrom } from '@entente/application';

import { jsonIn } from './definition.js';
import { readTable } from './import.js';

/** A calendar's file, by its ending. Throws CommandFailed when it cannot be read. */
export async function readDays(file: string, closures: boolean): Promise<DaysFrom> {
  return file.toLowerCase().endsWith('.json')
    ? { from: 'calendar', json: await jsonIn(file) }
    : { from: 'table', rows: await readTable(file), closures };
}
