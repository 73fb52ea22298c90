import { canonicalText } from '@entente/canonical';
import { refuse, type Refused } from '@entente/event-sourcing';

import { idFault } from './checks.js';
import type { BoardColumnsChosen } from './events.js';
import type { DirectoryRefusalCode } from './refusals.js';

/** What of a letter somebody does not want to see on the board. */
export interface ChooseBoardColumns {
  readonly type: 'ChooseBoardColumns';
  readonly hidden: readonly string[];
}

const MAX_COLUMNS = 20;

export function chooseBoardColumns(
  before: readonly string[],
  { hidden }: ChooseBoardColumns,
): readonly BoardColumnsChosen[] | Refused<DirectoryRefusalCode> {
  if (canonicalText(before) === canonicalText(hidden)) return [];
  if (hidden.length > MAX_COLUMNS)
    return refuse('limit-reached', { field: 'hidden', facts: { limit: MAX_COLUMNS } });
  const fault = hidden.map((column) => idFault('hidden', column)).find((one) => one !== undefined);
  return fault ?? [{ type: 'BoardColumnsChosen', data: { hidden } }];
}
